package lantai.ingest.reader.child;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import lantai.ingest.reader.Examination;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.SignatureFinding;
import lantai.ingest.reader.wire.Job;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Looks at a file thoroughly: whether its end is there, whether each page can be drawn, whether its signatures hold. */
final class Examiner {
    private static final int DPI = 36;
    private static final long PIXELS = 400_000;
    private static final int TAIL = 1 << 16;

    private final ReadingDesk desk;
    private final Fonts fonts;

    Examiner(ReadingDesk desk, Fonts fonts) {
        this.desk = desk;
        this.fonts = fonts;
    }

    Examination examine(Job.Examine job) {
        var file = ReaderMain.path(job.file());
        var reading = desk.read(new Job.Read(job.file(), job.name(), job.folder()));
        if (!reading.state().isUnderstood()) {
            return Examination.of(reading);
        }
        var drawn = drawn(file, reading);
        return new Examination(reading, drawn.parts(), drawn.fault(), drawn.undecodable(), signatures(file, reading));
    }

    private record Drawn(int parts, String fault, String undecodable) {}

    private Drawn drawn(Path file, Reading reading) {
        var parts = new int[1];
        try {
            return switch (reading.kind()) {
                case PDF -> pdf(file, parts);
                case OFD -> ofd(file, reading, parts);
                case IMAGE -> pictures(file, reading, parts);
                case AUDIO -> sound(file, reading, parts);
                case DOCUMENT, ARCHIVE -> new Drawn(1, "", "");
                case VIDEO, OTHER ->
                    new Drawn(0, "", "no decoder for " + reading.format().mime());
            };
        } catch (Exception | StackOverflowError | LinkageError e) {
            var named = Failures.named(e);
            return named.state() == ReadingState.UNSUPPORTED
                    ? new Drawn(parts[0], "", String.valueOf(named.getMessage()))
                    : new Drawn(parts[0], String.valueOf(named.getMessage()), "");
        }
    }

    private static Drawn pdf(Path file, int[] parts) throws IOException, Unreadable {
        if (!tail(file).contains("%%EOF")) {
            return new Drawn(0, "the file ends before its end mark", "");
        }
        try (var document = PdfReader.open(file)) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (var page = 0; page < document.getNumberOfPages(); page++) {
                renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
                parts[0]++;
            }
        }
        return new Drawn(parts[0], "", "");
    }

    private Drawn ofd(Path file, Reading reading, int[] parts) throws IOException, Unreadable {
        var picture = new OfdPicture(fonts);
        for (var page : reading.pages()) {
            picture.render(file, page.number(), PIXELS);
            parts[0]++;
        }
        return new Drawn(parts[0], "", "");
    }

    private static Drawn pictures(Path file, Reading reading, int[] parts) throws IOException, Unreadable {
        if (reading.format().mime().equals("image/jpeg") && !tail(file).contains("\u00ff\u00d9")) {
            return new Drawn(0, "the file ends before its end mark", "");
        }
        try (var pictures = Pictures.open(file)) {
            for (var page = 1; page <= pictures.count(); page++) {
                pictures.decode(page, PIXELS);
                parts[0]++;
            }
        }
        return new Drawn(parts[0], "", "");
    }

    /** Of formats that this machine decodes; each frame that the head promises must be there. */
    private static Drawn sound(Path file, Reading reading, int[] parts) throws IOException {
        try (var sound = AudioSystem.getAudioInputStream(file.toFile())) {
            var frame = Math.max(1, sound.getFormat().getFrameSize());
            var buffer = new byte[frame * 4096];
            var bytes = 0L;
            for (var read = sound.read(buffer); read >= 0; read = sound.read(buffer)) {
                bytes += read;
            }
            parts[0] = 1;
            var promised = sound.getFrameLength();
            return promised > 0 && bytes / frame < promised
                    ? new Drawn(0, "holds " + bytes / frame + " of " + promised + " frames", "")
                    : new Drawn(1, "", "");
        } catch (UnsupportedAudioFileException unknown) {
            return new Drawn(0, "", "no decoder for " + reading.format().mime());
        }
    }

    /** The last bytes, each as one character. */
    private static String tail(Path file) throws IOException {
        var length = (int) Math.min(TAIL, Files.size(file));
        var bytes = new byte[length];
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(in.length() - length);
            in.readFully(bytes);
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static List<SignatureFinding> signatures(Path file, Reading reading) {
        try {
            return switch (reading.kind()) {
                case PDF -> PdfSignatures.verify(file);
                case OFD -> OfdSignatures.verify(file);
                case IMAGE, DOCUMENT, AUDIO, VIDEO, ARCHIVE, OTHER -> List.of();
            };
        } catch (Exception | StackOverflowError | LinkageError e) {
            return List.of(
                    new SignatureFinding(SignatureFinding.State.UNVERIFIABLE, Failures.sentence(e), "", List.of()));
        }
    }
}
