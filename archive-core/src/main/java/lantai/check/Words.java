package lantai.check;

/** Puts what was found into Chinese words, because a report has to be readable without this program. */
public interface Words {
    /** {@return the sentence} */
    String of(Said said);
}
