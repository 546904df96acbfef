package lantai.ingest.reader.child;

import java.util.Set;
import lantai.ingest.reader.FileKind;
import org.apache.tika.mime.MediaType;

/** Sorts media types into families. */
final class Kinds {
    private static final Set<String> VAGUE = Set.of(
            "application/octet-stream",
            "text/plain",
            "application/zip",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/xml",
            "text/html");

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/gzip",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/vnd.ms-cab-compressed",
            "application/vnd.rar",
            "application/x-7z-compressed",
            "application/x-ace-compressed",
            "application/x-archive",
            "application/x-arj",
            "application/x-brotli",
            "application/x-bzip",
            "application/x-bzip2",
            "application/x-compress",
            "application/x-cpio",
            "application/x-gtar",
            "application/x-iso9660-image",
            "application/x-lharc",
            "application/x-lz4",
            "application/x-lzip",
            "application/x-lzma",
            "application/x-rar-compressed",
            "application/x-snappy-framed",
            "application/x-tar",
            "application/x-tika-unix-dump",
            "application/x-xz",
            "application/x-zoo",
            "application/zlib",
            "application/zstd");

    /** Types that Tika has something to say about, but never text for people. */
    private static final Set<String> OTHERS = Set.of(
            "application/octet-stream",
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-elf",
            "application/x-executable",
            "application/x-object",
            "application/x-sharedlib",
            "application/x-coredump",
            "application/java-vm",
            "application/x-font-ttf",
            "application/x-font-type1",
            "application/x-font-adobe-metric",
            "application/x-matlab-data",
            "application/x-hdf",
            "application/x-netcdf",
            "application/x-grib",
            "application/timestamped-data",
            "application/x-bplist");

    private static final Set<String> DRAWINGS = Set.of("svg+xml", "vnd.dwg", "vnd.dxf", "vnd.dgn", "vnd.djvu");

    private Kinds() {}

    /** {@return whether a type is only a frame, so that the name may say more} */
    static boolean isVague(MediaType type) {
        return VAGUE.contains(type.getBaseType().toString());
    }

    static FileKind of(MediaType type) {
        var name = type.getBaseType().toString();
        if (ARCHIVES.contains(name)) {
            return FileKind.ARCHIVE;
        }
        if (OTHERS.contains(name)) {
            return FileKind.OTHER;
        }
        return switch (name) {
            case "application/pdf" -> FileKind.PDF;
            case "application/ofd" -> FileKind.OFD;
            case "application/mp4", "application/vnd.rn-realmedia", "application/x-matroska" -> FileKind.VIDEO;
            case "application/ogg" -> FileKind.AUDIO;
            default -> byFamily(type);
        };
    }

    private static FileKind byFamily(MediaType type) {
        return switch (type.getType()) {
            case "image" -> DRAWINGS.contains(type.getSubtype()) ? FileKind.DOCUMENT : FileKind.IMAGE;
            case "audio" -> FileKind.AUDIO;
            case "video" -> FileKind.VIDEO;
            case "font" -> FileKind.OTHER;
            default -> FileKind.DOCUMENT;
        };
    }
}
