package lantai.stacks;

import java.util.List;
import java.util.UUID;
import lantai.retention.RetentionPeriod;

/**
 * What packing a whole place would do.
 *
 * @param boxes in the order in which they would be packed
 * @param out what would stay out of boxes, one entry for each reason there is
 */
public record FillPlan(List<Planned> boxes, List<Out> out) {
    /** How many codes of each reason are named. */
    public static final int NAMED = 20;

    public FillPlan {
        boxes = List.copyOf(boxes);
        out = List.copyOf(out);
    }

    /** Why a record stays out of boxes. */
    public enum Reason {
        /** It was made on a computer, or is an electronic record: nothing of it can lie in a box. */
        BORN_DIGITAL,
        /** Its class is arranged by volumes: it comes into a box with its volume. */
        TO_BE_BOUND,
        /** Its volume is not closed yet. */
        VOLUME_OPEN,
        /** Nobody has said how many pages it has, so how much room it takes is not known. */
        WITHOUT_PAGES,
        /** Its code names no class, so no box is for it. */
        WITHOUT_CLASS,
        /** It lies in a box already. */
        BOXED
    }

    /** A record that is named. */
    public record Named(UUID id, String code) {}

    /**
     * Records that stay out for one reason.
     *
     * @param named the first {@value #NAMED} by code
     */
    public record Out(Reason reason, int count, List<Named> named) {
        public Out {
            named = List.copyOf(named);
        }
    }

    /** A box to be packed; the number it would get is not known before. */
    public record Planned(List<Thing> contents) {
        public Planned {
            contents = List.copyOf(contents);
        }

        /** {@return class number of what lies in it} */
        public String classCode() {
            return contents.getFirst().shelving().classCode();
        }

        /** {@return fonds of what lies in it} */
        public String fonds() {
            return contents.getFirst().shelving().fonds();
        }

        /** {@return year of what lies in it} */
        public int year() {
            return contents.getFirst().shelving().year();
        }

        /** {@return how long what lies in it is kept} */
        public RetentionPeriod retention() {
            return RetentionPeriod.parse(contents.getFirst().shelving().retention())
                    .orElseThrow();
        }

        /** {@return how many records would lie in it, those of volumes included} */
        public int items() {
            return contents.stream().mapToInt(Thing::items).sum();
        }

        /** {@return how many pages would lie in it} */
        public int pages() {
            return contents.stream().mapToInt(Thing::pages).sum();
        }

        /** {@return code of the first record or volume in it} */
        public String first() {
            return contents.getFirst().code();
        }

        /** {@return code of the last record or volume in it} */
        public String last() {
            return contents.getLast().code();
        }
    }

    /** {@return how many records would be packed, those of volumes included} */
    public int items() {
        return boxes.stream().mapToInt(Planned::items).sum();
    }

    /** {@return how many pages would be packed} */
    public int pages() {
        return boxes.stream().mapToInt(Planned::pages).sum();
    }

    /** {@return how many records stay out, those that lie in a box already left aside} */
    public int left() {
        return out.stream()
                .filter(each -> each.reason() != Reason.BOXED)
                .mapToInt(Out::count)
                .sum();
    }
}
