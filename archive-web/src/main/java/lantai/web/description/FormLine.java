package lantai.web.description;

import lantai.description.Element;
import lantai.description.ElementType;
import lantai.description.Obligation;
import org.jspecify.annotations.Nullable;

/**
 * One element in the form.
 *
 * @param value what stands in its field
 * @param written whether people write it; otherwise it is shown only
 * @param proposed whether the value was read from the file and nobody has looked at it
 * @param now what somebody else wrote meanwhile, when it is another value
 * @param error why it cannot be saved so
 */
public record FormLine(
        Element element,
        Obligation obligation,
        String value,
        boolean written,
        boolean proposed,
        @Nullable String now,
        @Nullable String error) {
    /** {@return whether it may wait behind the others: nobody has to write it and nobody has} */
    public boolean isAside() {
        return written && obligation == Obligation.OPTIONAL && value.isEmpty() && error == null && now == null;
    }

    /** {@return whether several lines may be typed} */
    public boolean isLong() {
        return element.type() == ElementType.LONG_TEXT;
    }

    /** {@return whether one of a list is chosen} */
    public boolean isChoice() {
        return element.type() == ElementType.CHOICE;
    }

    /** {@return whether the value is not in the list any more, as a rule may change} */
    public boolean isStray() {
        return !value.isEmpty() && !element.values().contains(value);
    }
}
