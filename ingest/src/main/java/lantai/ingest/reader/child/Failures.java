package lantai.ingest.reader.child;

import java.util.Locale;
import lantai.ingest.reader.ReadingState;
import org.apache.poi.EncryptedDocumentException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.jspecify.annotations.Nullable;

/** Gives each way in which a parser fails its name. */
final class Failures {
    private static final int DEEPEST = 12;

    private Failures() {}

    /** {@return the outcome that a parser's exception or error stands for} */
    static Unreadable named(Throwable failure) {
        var seen = failure;
        for (var i = 0; seen != null && i < DEEPEST; i++, seen = seen.getCause()) {
            var named = one(seen);
            if (named != null) {
                return named;
            }
        }
        return new Unreadable(ReadingState.DAMAGED, sentence(failure), failure);
    }

    private static @Nullable Unreadable one(Throwable failure) {
        return switch (failure) {
            case Unreadable already -> already;
            case OutOfMemoryError memory -> throw memory;
            case StackOverflowError _ -> new Unreadable(ReadingState.DAMAGED, "nests deeper than a reader can follow");
            case org.apache.tika.exception.EncryptedDocumentException _ -> encrypted();
            case EncryptedDocumentException _ -> encrypted();
            case org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException _ -> encrypted();
            case org.apache.tika.exception.UnsupportedFormatException e ->
                new Unreadable(ReadingState.UNSUPPORTED, sentence(e));
            case ZeroByteFileException _ -> new Unreadable(ReadingState.EMPTY, "no bytes");
            case WriteLimitReachedException e -> new Unreadable(ReadingState.TOO_LARGE, sentence(e));
            default -> byWords(failure);
        };
    }

    private static @Nullable Unreadable byWords(Throwable failure) {
        var words = sentence(failure).toLowerCase(Locale.ROOT);
        if (words.contains("zip bomb")) {
            return new Unreadable(ReadingState.BOMB, "unpacks to vastly more than it weighs");
        }
        if (words.contains("password") || words.contains("is encrypted") || words.contains("encrypted file")) {
            return encrypted();
        }
        return null;
    }

    private static Unreadable encrypted() {
        return new Unreadable(ReadingState.ENCRYPTED, "needs a password");
    }

    /** {@return one line about a failure, short enough for a log} */
    static String sentence(Throwable failure) {
        var message = failure.getMessage();
        var text = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        text = text.replaceAll("\\s+", " ");
        return text.length() > 240 ? text.substring(0, 240) : text;
    }
}
