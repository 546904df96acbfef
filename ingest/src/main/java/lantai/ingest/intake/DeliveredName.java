package lantai.ingest.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import lantai.problem.Malformed;

/**
 * A file's name as delivered, made safe to keep and to show.
 *
 * @param path folders and name, parted by {@code /}, without empty, {@code .} or {@code ..} parts
 * @param unsafe whether the name as delivered tried to leave its folder or held control characters
 */
record DeliveredName(String path, boolean unsafe) {
    private static final int LONGEST_PART = 200;

    /** @throws Malformed when nothing of a name is left */
    static DeliveredName of(String delivered) {
        List<String> parts = new ArrayList<>();
        var unsafe = delivered.startsWith("/") || delivered.matches("^[A-Za-z]:[\\\\/].*");
        for (var part : Normalizer.normalize(delivered.replace('\\', '/'), Normalizer.Form.NFC)
                .split("/", -1)) {
            var clean = part.strip().replaceAll("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]", "_");
            unsafe |= clean.equals("..") || !clean.equals(part.strip());
            if (!clean.isEmpty() && !clean.equals(".") && !clean.equals("..")) {
                parts.add(shortened(clean));
            }
        }
        if (parts.isEmpty()) {
            throw new Malformed(IntakeProblem.NAME_MISSING);
        }
        return new DeliveredName(String.join("/", parts), unsafe);
    }

    /** Reads a name from a file system whose encoding nobody knows: UTF-8 where it fits, else GB 18030. */
    static String decode(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(name, Charset.forName("GB18030"));
        }
    }

    private static String shortened(String part) {
        if (part.length() <= LONGEST_PART) {
            return part;
        }
        var dot = part.lastIndexOf('.');
        var ending = dot > 0 && part.length() - dot <= 12 ? part.substring(dot) : "";
        return part.substring(0, LONGEST_PART - ending.length()) + ending;
    }
}
