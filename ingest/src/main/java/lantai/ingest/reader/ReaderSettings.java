package lantai.ingest.reader;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How readers are started and what they may take.
 *
 * @param java the java executable
 * @param classPath class path of the children, with all parsers
 * @param temporary folder for temporary files, in which the readers own the folder {@code readers} and empty it at the
 *     start; best on the same volume as the results
 * @param limits what one reader may take
 * @param parallel how many files are read at once
 * @param ocr how pages are read
 * @param chineseFont a TrueType font with Chinese glyphs for pages that name a font they do not carry, or null for
 *     the fonts of the system
 */
public record ReaderSettings(
        Path java,
        String classPath,
        Path temporary,
        ReaderLimits limits,
        int parallel,
        OcrSettings ocr,
        @Nullable Path chineseFont) {
    public ReaderSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one reader is needed, not " + parallel);
        }
    }

    /**
     * Settings for this machine: half the cores parse, all cores do OCR.
     *
     * @param classPath class path of the children
     * @param temporary folder for temporary files
     */
    public static ReaderSettings ofThisMachine(String classPath, Path temporary) {
        var cores = Runtime.getRuntime().availableProcessors();
        return new ReaderSettings(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                temporary,
                ReaderLimits.USUAL,
                Math.max(1, cores / 2),
                OcrSettings.ofCores(cores),
                null);
    }

    /** {@return the same settings with the folder that the readers own} */
    ReaderSettings withOwnFolder() {
        return new ReaderSettings(java, classPath, temporary.resolve("readers"), limits, parallel, ocr, chineseFont);
    }

    /** {@return the same settings with another way to read pages} */
    public ReaderSettings withOcr(OcrSettings newOcr) {
        return new ReaderSettings(java, classPath, temporary, limits, parallel, newOcr, chineseFont);
    }

    /** {@return the same settings with other limits} */
    public ReaderSettings withLimits(ReaderLimits newLimits) {
        return new ReaderSettings(java, classPath, temporary, newLimits, parallel, ocr, chineseFont);
    }

    /**
     * What one reader may take.
     *
     * @param heapMegabytes largest heap of a parsing reader
     * @param time longest time for one file or one page picture
     * @param inputBytes largest file that is opened
     * @param outputBytes most bytes that one job may write as results
     * @param temporaryBytes most bytes that one job may hold as temporary files
     * @param jobs after how many jobs a reader is replaced
     * @param idle after how long an idle reader is stopped
     */
    public record ReaderLimits(
            int heapMegabytes,
            Duration time,
            long inputBytes,
            long outputBytes,
            long temporaryBytes,
            int jobs,
            Duration idle) {
        /** 512 MB heap, 2 minutes, 4 GB in, 256 MB out, 1 GB temporary, 500 jobs, 3 minutes idle. */
        public static final ReaderLimits USUAL = new ReaderLimits(
                512, Duration.ofMinutes(2), 4L << 30, 256L << 20, 1L << 30, 500, Duration.ofMinutes(3));

        /** {@return the same limits with another longest time} */
        public ReaderLimits withTime(Duration newTime) {
            return new ReaderLimits(heapMegabytes, newTime, inputBytes, outputBytes, temporaryBytes, jobs, idle);
        }
    }

    /**
     * How pages are read.
     *
     * @param engine what reads pages for which no other one is asked for; Tesseract steps in where PP-OCR has no native library
     * @param models folder of other models than the built-in ones, or null
     * @param threads pages read at once
     * @param heapMegabytes largest heap of the OCR process, beside which the engine takes native memory
     * @param time longest time for one page
     */
    public record OcrSettings(PageEngine engine, @Nullable Path models, int threads, int heapMegabytes, Duration time) {
        static OcrSettings ofCores(int cores) {
            return new OcrSettings(PageEngine.PP_OCR, null, cores, 768 + 128 * cores, Duration.ofMinutes(3));
        }

        /** {@return the same with another engine, and other models when they are given} */
        public OcrSettings with(PageEngine newEngine, @Nullable Path newModels) {
            return new OcrSettings(
                    newEngine == PageEngine.USUAL ? engine : newEngine, newModels, threads, heapMegabytes, time);
        }
    }
}
