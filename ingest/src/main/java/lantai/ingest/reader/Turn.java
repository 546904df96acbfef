package lantai.ingest.reader;

/** How a page comes to stand upright before it is read. */
public sealed interface Turn {
    /** The engine finds out which way is up. */
    Turn FOUND = new Found();

    /** {@return the turn that a person wants or an earlier reading found; 0 means that the page stands upright as it is} */
    static Turn told(int degrees) {
        return new Told(degrees);
    }

    /** {@return degrees clockwise by which the page is turned before the engine sees it} */
    int degrees();

    /** The engine finds out which way is up. */
    record Found() implements Turn {
        @Override
        public int degrees() {
            return 0;
        }
    }

    /**
     * It is known which way is up; the engine does not judge.
     *
     * @param degrees clockwise: 0, 90, 180 or 270
     */
    record Told(int degrees) implements Turn {
        public Told {
            if (degrees != 0 && degrees != 90 && degrees != 180 && degrees != 270) {
                throw new IllegalArgumentException("not a quarter turn: " + degrees);
            }
        }
    }
}
