package lantai.ingest.reader.child;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the character set of a text that does not name it, for the sets met in Chinese offices: UTF-8, UTF-16, GB18030
 * (which reads GB2312 and GBK) and Big5; windows-1252 for the rest of the West.
 */
final class TextDecoding {
    private static final int SAMPLE = 64 * 1024;
    private static final Pattern HEADER = Pattern.compile("(?:From [^\\r\\n]{1,200}\\r?\\n)?[!-9;-~]{1,80}:[ \\t]");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The commonest characters of either script and the marks both use; the letters of no other encoding look so. */
    private static final String COMMON =
            "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运"
                    + "這個們來為國說時對會過發後裡種經麼學現當沒動麵還進樣開從實軍無與長機業將兩間問關點並應戰頭體見產關話內給門東聲員解題爾變總電數報結務場計資許統區隊決治馬書則聽達強難權記類據邊張該規萬術領確傳師觀讓識帶導爭運"
                    + "，。、；：？！（）《》“”‘’「」　";

    private TextDecoding() {}

    /** {@return whether the whole beginning of a file reads as text in a known character set} */
    static boolean looksLikeText(Path file) throws IOException {
        var sample = sample(file);
        return sample.length > 0
                && charset(sample).filter(set -> isPlausible(sample, set)).isPresent();
    }

    /** {@return whether a file begins as a mail does, with the name of a header field and a colon (RFC 5322, 3.6.8)} */
    static boolean beginsWithHeader(Path file) throws IOException {
        return HEADER.matcher(new String(sample(file), StandardCharsets.ISO_8859_1))
                .lookingAt();
    }

    /** {@return the text of some bytes and the set that it was read with} */
    static Decoded decode(byte[] bytes) {
        var head = bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes;
        var set = charset(head).orElse(WINDOWS_1252);
        var from = markLength(bytes);
        return new Decoded(new String(bytes, from, bytes.length - from, set), set.name());
    }

    private static byte[] sample(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** {@return the set of some bytes, the beginning of a text; empty when none fits} */
    static Optional<Charset> charset(byte[] bytes) {
        var marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked;
        }
        if (decodes(bytes, StandardCharsets.UTF_8) && !hasZero(bytes)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        var wide = utf16(bytes);
        if (wide.isPresent() || hasZero(bytes)) {
            return wide;
        }
        var mainland = score(bytes, GB18030);
        var island = score(bytes, BIG5);
        if (Math.max(mainland, island) >= 0.08) {
            return Optional.of(mainland >= island ? GB18030 : BIG5);
        }
        return isWestern(bytes) ? Optional.of(WINDOWS_1252) : Optional.empty();
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        return switch (markLength(bytes)) {
            case 3 -> Optional.of(StandardCharsets.UTF_8);
            case 2 -> Optional.of(bytes[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static int markLength(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return 3;
        }
        var wide = b.length >= 2
                && ((b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) || (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE));
        return wide ? 2 : 0;
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        var big = commonShare(lenient(bytes, StandardCharsets.UTF_16BE), true);
        var little = commonShare(lenient(bytes, StandardCharsets.UTF_16LE), true);
        if (Math.max(big, little) < 0.5) {
            return Optional.empty();
        }
        return Optional.of(big > little ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static double score(byte[] bytes, Charset set) {
        return decodes(bytes, set) ? commonShare(lenient(bytes, set), false) : 0;
    }

    /** Share of the characters that are common Chinese ones; ASCII letters count as good when asked, else not at all. */
    private static double commonShare(CharSequence text, boolean withAscii) {
        var good = 0;
        var all = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80) {
                all++;
                good += COMMON.indexOf(c) >= 0 ? 1 : 0;
            } else if (withAscii) {
                all++;
                good += c >= ' ' || c == '\n' || c == '\r' || c == '\t' ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) good / all;
    }

    private static boolean decodes(byte[] bytes, Charset set) {
        var decoder = set.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(bytes.length + 16);
        // a sample may end within a character, so the end of the input is not announced
        return !decoder.decode(ByteBuffer.wrap(bytes), out, bytes.length < SAMPLE)
                .isError();
    }

    private static CharSequence lenient(byte[] bytes, Charset set) {
        try {
            return set.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static boolean hasZero(byte[] bytes) {
        for (var b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWestern(byte[] bytes) {
        var high = 0;
        for (var b : bytes) {
            if (b < 0) {
                high++;
            }
        }
        return high * 5 < bytes.length;
    }

    private static boolean isPlausible(byte[] bytes, Charset set) {
        var text = lenient(bytes, set);
        var odd = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < ' ' && "\n\r\t\f\u001A".indexOf(c) < 0) || c == 0x7F) {
                odd++;
            }
        }
        return odd == 0;
    }

    /**
     * A text read.
     *
     * @param text without byte order mark
     * @param charset name of the set
     */
    record Decoded(String text, String charset) {}
}
