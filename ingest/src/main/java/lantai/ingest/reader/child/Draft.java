package lantai.ingest.reader.child;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lantai.ingest.reader.Fact;
import lantai.ingest.reader.FileKind;
import lantai.ingest.reader.Format;
import lantai.ingest.reader.PageFact;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import lantai.ocr.Alto;
import lantai.ocr.PageText;
import org.jspecify.annotations.Nullable;

/** A reading while it is being made: facts and pages collected, results written under a common limit. */
final class Draft implements AutoCloseable {
    private static final int MOST_ENTRIES = 1000;
    private static final int LONGEST_FACT = 2000;

    private final Path folder;
    private final long limit;
    private final Map<Fact, String> facts = new EnumMap<>(Fact.class);
    private final List<PageFact> pages = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private @Nullable BufferedWriter text;
    private @Nullable BufferedWriter html;
    private long written;
    private long marks;

    Draft(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** Keeps a fact unless it is blank or known already. */
    void fact(Fact fact, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            var clean = value.strip().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
            facts.putIfAbsent(fact, clean.length() > LONGEST_FACT ? clean.substring(0, LONGEST_FACT) : clean);
        }
    }

    void page(PageFact page) {
        pages.add(page);
    }

    int pageCount() {
        return pages.size();
    }

    /** Keeps the name of an attachment or archive entry. */
    void entry(String name) {
        if (entries.size() < MOST_ENTRIES) {
            entries.add(name);
        }
    }

    /** Adds to the plain text; the first characters make the file. */
    void text(CharSequence more) throws IOException, Unreadable {
        count(more.length());
        if (text == null) {
            text = Files.newBufferedWriter(folder.resolve(Reading.TEXT));
            files.add(Reading.TEXT);
        }
        text.append(more);
        for (var i = 0; i < more.length(); i++) {
            if (more.charAt(i) > ' ' && more.charAt(i) != 0xA0) {
                marks++;
            }
        }
    }

    /** Adds to the structured text; the caller has escaped it. */
    void html(CharSequence more) throws IOException, Unreadable {
        count(more.length());
        if (html == null) {
            html = Files.newBufferedWriter(folder.resolve(Reading.HTML));
            files.add(Reading.HTML);
        }
        html.append(more);
    }

    /** Writes one born-digital page. */
    void alto(int page, PageText content) throws IOException, Unreadable {
        var file = folder.resolve(Reading.altoName(page));
        try (var out = Files.newOutputStream(file)) {
            Alto.write(content, out);
        }
        count(Files.size(file));
        files.add(file.getFileName().toString());
    }

    private void count(long more) throws Unreadable {
        written += more;
        if (written > limit) {
            throw new Unreadable(ReadingState.TOO_LARGE, "holds more text than is taken from one file");
        }
    }

    /** {@return how many characters other than white space were found} */
    long marks() {
        return marks;
    }

    /** {@return the outcome when nothing went wrong: by the pages, else by the text} */
    ReadingState state() {
        if (pages.stream().anyMatch(page -> page.source() == PageFact.TextSource.OCR)) {
            return ReadingState.NEEDS_OCR;
        }
        if (marks > 0) {
            return ReadingState.READ;
        }
        return !pages.isEmpty() && pages.stream().allMatch(page -> page.source() == PageFact.TextSource.UNREADABLE)
                ? ReadingState.UNSUPPORTED
                : ReadingState.NO_TEXT;
    }

    Reading finish(ReadingState state, String reason, Format format, FileKind kind) {
        return new Reading(state, reason, format, kind, pages, facts, entries, files);
    }

    @Override
    public void close() throws IOException {
        if (text != null) {
            text.close();
        }
        if (html != null) {
            html.close();
        }
    }
}
