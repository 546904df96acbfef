package lantai.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lantai.record.Component;
import lantai.record.Item;

/**
 * Everything that one EEP package tells, apart from the bytes of its files.
 *
 * @param values the elements of the description by code (DA/T 18-2022)
 * @param fondsTitle name of the fonds, may be empty
 * @param creator the body that formed it and hands it over
 * @param opinion on opening
 * @param deeds what happened to it, the oldest first
 * @param secrecy what it says of secrecy
 * @param carrier number of the carrier, empty when it goes online
 * @param madeAt when the package is made
 */
record EepFacts(
        Item item,
        List<Component> components,
        Map<String, String> values,
        TransferList.Archive archive,
        String fondsTitle,
        String creator,
        TransferEntry.Opened opinion,
        List<Deed> deeds,
        String secrecy,
        String carrier,
        Instant madeAt) {
    EepFacts {
        components = List.copyOf(components);
        values = Map.copyOf(values);
        deeds = List.copyOf(deeds);
    }

    /**
     * Something that happened to the record.
     *
     * @param by who did it
     * @param basis what it went by, may be empty
     */
    record Deed(String what, String by, Instant at, String basis) {}

    String value(String code) {
        return values.getOrDefault(code, "");
    }
}
