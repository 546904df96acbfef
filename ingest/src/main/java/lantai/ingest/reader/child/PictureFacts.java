package lantai.ingest.reader.child;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.png.PngDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import lantai.ingest.reader.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says about itself.
 *
 * @param dpi dots per inch, 0 when it does not say
 * @param orientation as EXIF counts, 1 to 8; 1 is upright
 */
record PictureFacts(int dpi, int orientation) {
    static final PictureFacts NONE = new PictureFacts(0, 1);

    boolean isMirrored() {
        return orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    }

    /** {@return how far the picture is to be turned clockwise, unless it is mirrored} */
    int degrees() {
        return switch (orientation) {
            case 3 -> 180;
            case 6 -> 90;
            case 8 -> 270;
            default -> 0;
        };
    }

    boolean isTurned() {
        return orientation >= 5;
    }

    static PictureFacts read(Path file) throws IOException {
        try {
            return of(ImageMetadataReader.readMetadata(file.toFile()));
        } catch (ImageProcessingException | RuntimeException e) {
            return NONE;
        }
    }

    static PictureFacts read(Path file, Draft draft) throws IOException {
        Metadata metadata;
        try {
            metadata = ImageMetadataReader.readMetadata(file.toFile());
        } catch (ImageProcessingException | RuntimeException e) {
            // a broken block of facts does not spoil the picture
            return NONE;
        }
        exif(metadata, draft);
        for (var iptc : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            draft.fact(Fact.TITLE, iptc.getString(IptcDirectory.TAG_OBJECT_NAME));
            draft.fact(Fact.CAPTION, iptc.getString(IptcDirectory.TAG_CAPTION));
            draft.fact(Fact.AUTHOR, iptc.getString(IptcDirectory.TAG_BY_LINE));
            draft.fact(Fact.KEYWORDS, iptc.getString(IptcDirectory.TAG_KEYWORDS));
        }
        for (var gps : metadata.getDirectoriesOfType(GpsDirectory.class)) {
            var place = gps.getGeoLocation();
            if (place != null && !place.isZero()) {
                draft.fact(
                        Fact.POSITION,
                        String.format(Locale.ROOT, "%.6f,%.6f", place.getLatitude(), place.getLongitude()));
            }
        }
        var facts = of(metadata);
        draft.fact(Fact.DPI, facts.dpi() > 0 ? Integer.toString(facts.dpi()) : null);
        return facts;
    }

    private static void exif(Metadata metadata, Draft draft) {
        for (var exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            draft.fact(Fact.CAPTION, text(exif, ExifIFD0Directory.TAG_IMAGE_DESCRIPTION));
            draft.fact(Fact.TITLE, wide(exif, ExifIFD0Directory.TAG_WIN_TITLE));
            draft.fact(Fact.CAPTION, wide(exif, ExifIFD0Directory.TAG_WIN_COMMENT));
            draft.fact(Fact.AUTHOR, text(exif, ExifIFD0Directory.TAG_ARTIST));
            draft.fact(Fact.PRODUCER, text(exif, ExifIFD0Directory.TAG_SOFTWARE));
            var make = text(exif, ExifIFD0Directory.TAG_MAKE);
            var model = text(exif, ExifIFD0Directory.TAG_MODEL);
            draft.fact(Fact.CAMERA, ((make == null ? "" : make) + " " + (model == null ? "" : model)).strip());
        }
        for (var exif : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            draft.fact(Fact.TAKEN, time(exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)));
        }
    }

    /** EXIF texts have no character set; Chinese cameras and programs write UTF-8 or GB18030. */
    private static @Nullable String text(Directory directory, int tag) {
        var bytes = directory.getByteArray(tag);
        return bytes == null
                ? directory.getString(tag)
                : TextDecoding.decode(bytes).text().replace("\0", "").strip();
    }

    private static @Nullable String wide(Directory directory, int tag) {
        var bytes = directory.getByteArray(tag);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_16LE).replace("\0", "");
    }

    private static @Nullable String time(@Nullable String exif) {
        return exif != null && exif.matches("\\d{4}:\\d\\d:\\d\\d \\d\\d:\\d\\d:\\d\\d")
                ? exif.substring(0, 10).replace(':', '-') + "T" + exif.substring(11)
                : null;
    }

    private static PictureFacts of(Metadata metadata) {
        var dpi = 0;
        var orientation = 1;
        for (var exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
            dpi = dpi > 0 ? dpi : exifDpi(exif);
            var turn = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            orientation = turn != null && turn >= 1 && turn <= 8 && orientation == 1 ? turn : orientation;
        }
        for (var jfif : metadata.getDirectoriesOfType(JfifDirectory.class)) {
            dpi = dpi > 0
                    ? dpi
                    : scaled(jfif.getInteger(JfifDirectory.TAG_RESX), jfif.getInteger(JfifDirectory.TAG_UNITS), 1, 2);
        }
        for (var png : metadata.getDirectoriesOfType(PngDirectory.class)) {
            var perMetre = png.getInteger(PngDirectory.TAG_PIXELS_PER_UNIT_X);
            dpi = dpi > 0 || perMetre == null ? dpi : plausible(perMetre * 0.0254);
        }
        return new PictureFacts(dpi, orientation);
    }

    private static int exifDpi(Directory exif) {
        var resolution = exif.getDoubleObject(ExifIFD0Directory.TAG_X_RESOLUTION);
        var unit = exif.getInteger(ExifIFD0Directory.TAG_RESOLUTION_UNIT);
        return resolution == null ? 0 : scaled(resolution.intValue(), unit == null ? 2 : unit, 2, 3);
    }

    private static int scaled(@Nullable Integer resolution, @Nullable Integer unit, int inch, int centimetre) {
        if (resolution == null || unit == null) {
            return 0;
        }
        if (unit == inch) {
            return plausible(resolution);
        }
        return unit == centimetre ? plausible(resolution * 2.54) : 0;
    }

    /** Cameras and screens write 72 or 96 without meaning it; a page is never scanned so coarsely. */
    private static int plausible(double dpi) {
        return dpi >= 100 && dpi <= 2400 ? (int) Math.round(dpi) : 0;
    }
}
