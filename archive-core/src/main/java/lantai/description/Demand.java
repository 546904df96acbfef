package lantai.description;

/** One element that a record of some level and category has. */
public record Demand(Element element, Obligation obligation) {
    /** {@return whether people write it; what the register itself knows is shown only} */
    public boolean isWritten() {
        return !Mapped.isFixed(element.code());
    }
}
