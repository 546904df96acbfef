package lantai.ingest.reader.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import lantai.ingest.reader.FileKind;
import org.jspecify.annotations.Nullable;

/** What a reader is asked to do. Paths are absolute. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Job.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Job.Picture.class, name = "picture"),
    @JsonSubTypes.Type(value = Job.Scan.class, name = "scan"),
    @JsonSubTypes.Type(value = Job.Recognise.class, name = "recognise"),
    @JsonSubTypes.Type(value = Job.Searchable.class, name = "searchable"),
    @JsonSubTypes.Type(value = Job.Examine.class, name = "examine"),
    @JsonSubTypes.Type(value = Job.Sheet.class, name = "sheet"),
    @JsonSubTypes.Type(value = Job.Sound.class, name = "sound")
})
public sealed interface Job {

    /** Identify a file and take its text out, results into a folder. Answered by a {@code Reading}. */
    record Read(String file, String name, String folder) implements Job {}

    /**
     * Read a file to its end, draw each page, decode all sound, verify its signatures. What is read goes into a folder that is
     * thrown away. Answered by an {@code Examination}.
     */
    record Examine(String file, String name, String folder) implements Job {}

    /** Draw a page as JPEG and as thumbnail. Answered by a {@code PageImage}. */
    record Picture(String file, FileKind kind, int page, int turn, String picture, String thumbnail) implements Job {}

    /**
     * Draw a page in full size as a {@link Raster} file. Answered by a {@code PageImage}.
     *
     * @param measure the file that a {@code PageMeasure} is written to, or null when none is wanted
     */
    record Scan(
            String file,
            FileKind kind,
            int page,
            int turn,
            String raster,
            @Nullable String measure) implements Job {}

    /**
     * Read a raster by OCR. Answered, in any order, by {@link Recognised} with the same id.
     *
     * @param engine its code, empty for the one the process was started with
     * @param upright whether it is known to stand upright; otherwise the engine finds out
     * @param turn degrees clockwise by which it has been turned already
     */
    record Recognise(long id, String raster, String engine, boolean upright, int turn, String alto) implements Job {}

    /** Make a searchable PDF/A. Answered by an {@code Outcome}. */
    record Searchable(List<Scanned> pages, String title, String pdf) implements Job {}

    /** Take the rows out of a table. Answered by a {@code SheetReading}. */
    record Sheet(String file, String rows) implements Job {}

    /** Listen to a recording. Answered by a {@code Waveform}. */
    record Sound(String file) implements Job {}

    /** One page of a searchable PDF: where the scan lies and what was read on it. */
    record Scanned(String file, FileKind kind, int page, String alto) {}
}
