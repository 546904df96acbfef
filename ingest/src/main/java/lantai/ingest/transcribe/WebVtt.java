package lantai.ingest.transcribe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads WebVTT (W3C, text with moments): the moments at which cues begin and their words, without marks and notes. */
final class WebVtt {
    private static final int MOST_LINES = 20_000;
    private static final int LONGEST = 1000;
    private static final Pattern TIMES =
            Pattern.compile("\\s*(?:(\\d{1,3}):)?([0-5]\\d):([0-5]\\d)\\.\\d{3}\\s+-->\\s+\\S+.*");
    private static final Pattern MARK = Pattern.compile("<[^>]{0,200}>");

    private WebVtt() {}

    /** {@return the lines in the order of their moments; nothing when the text is no WebVTT} */
    static Optional<List<SpokenLine>> read(String text) {
        var lines = text.replaceFirst("^\ufeff", "").split("\r\n|\n|\r", -1);
        if (!lines[0].equals("WEBVTT") && !lines[0].startsWith("WEBVTT ") && !lines[0].startsWith("WEBVTT\t")) {
            return Optional.empty();
        }
        var spoken = new ArrayList<SpokenLine>();
        for (var at = 1; at < lines.length && spoken.size() < MOST_LINES; at++) {
            var times = TIMES.matcher(lines[at]);
            if (!times.matches()) {
                continue;
            }
            var hours = times.group(1) == null ? 0 : Integer.parseInt(times.group(1));
            var seconds = hours * 3600 + Integer.parseInt(times.group(2)) * 60 + Integer.parseInt(times.group(3));
            var words = new StringBuilder();
            while (at + 1 < lines.length && !lines[at + 1].isBlank()) {
                words.append(lines[++at]).append(' ');
            }
            var said = plain(words.toString());
            if (!said.isEmpty()) {
                spoken.add(new SpokenLine(seconds, said));
            }
        }
        spoken.sort(Comparator.comparingInt(SpokenLine::seconds));
        return Optional.of(List.copyOf(spoken));
    }

    private static String plain(String words) {
        var said = MARK.matcher(words)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }
}
