package lantai.ingest.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the invented archive into a folder, as scanning stations and offices deliver it: one folder for each batch. The same
 * call always writes the same bytes.
 */
public final class SampleArchive {
    /** How the scans that {@link #pages} writes look, one after the other and from the start again. */
    public static final List<String> LOOKS =
            List.of("clean gray", "old colour", "office gray", "clean bilevel", "office colour");

    private SampleArchive() {}

    /**
     * Writes the sample, and {@code truth.json} beside the folder.
     *
     * @param folder is made when it is not there; files of the same name are replaced
     * @throws IOException when a file cannot be written
     */
    public static Truth write(Path folder, SampleSize size) throws IOException {
        var all = Stream.of(
                        InsuredLife.parcels(),
                        BusinessBatch.parcels(),
                        OfficeBatch.parcels(),
                        LedgerBatch.parcels(),
                        DigitalBatch.parcels(),
                        MediaBatch.parcels(),
                        BadFiles.parcels())
                .flatMap(List::stream)
                .filter(parcel -> size == SampleSize.DEMO || parcel.small())
                .toList();
        return write(folder, all, People.all());
    }

    /**
     * Writes so many scans of one page each, of many kinds and of people drawn at random, for measuring.
     *
     * @param count how many
     */
    public static Truth pages(Path folder, int count) throws IOException {
        return pages(folder, 0, count);
    }

    /**
     * Writes the scans that come after the first ones, of other people, days and sums.
     *
     * @param first how many are left out before them; the look of the n-th scan is {@code (first + n) % LOOKS.size()}
     * @param count how many
     */
    public static Truth pages(Path folder, int first, int count) throws IOException {
        return write(folder, Crowd.scans(first, count), List.of());
    }

    /**
     * Writes so many small PDFs with text, no two alike, for measuring and for fault tests.
     *
     * @param count how many
     * @param bytes about how large each is to be; at least 20 000
     */
    public static Truth textPdfs(Path folder, int count, int bytes) throws IOException {
        return write(folder, Crowd.letters(count, bytes), List.of());
    }

    private static Truth write(Path folder, List<Parcel> parcels, List<Person> persons) throws IOException {
        var files = new ArrayList<TruthFile>();
        try (var press = new Press()) {
            for (var parcel : parcels) {
                var made = parcel.making().with(press);
                var target = folder.resolve(parcel.path());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.write(target, made.bytes());
                files.add(parcel.truth(made));
            }
        }
        var truth = new Truth(Sample.MARK, persons.stream().map(TruthPerson::of).toList(), files);
        truth.writeBeside(folder);
        return truth;
    }
}
