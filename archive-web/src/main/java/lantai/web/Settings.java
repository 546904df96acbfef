package lantai.web;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import lantai.audit.HeadPace;
import lantai.backup.BackupPlan;
import lantai.database.DatabaseSettings;
import lantai.ingest.pipeline.ClamdScanner;
import lantai.ingest.pipeline.VirusScanner;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.transcribe.CommandTranscriber;
import lantai.ingest.transcribe.Transcriber;
import lantai.storage.ScrubPolicy;
import lantai.storage.StoreSettings;
import lantai.web.oidc.OidcSettings;

/**
 * What one server node is told from outside, read once when it starts.
 *
 * @param data the data folder of this node
 * @param database how to reach PostgreSQL
 * @param libraries folder with all libraries, from which the readers are started
 * @param watchedFolder where scanning stations deliver
 * @param clamd where a virus scanner listens
 * @param engine what reads pages for which no other engine is asked for
 * @param models folder of other models for PP-OCR
 * @param transcriber program that puts speech into words
 * @param clearing how often what is filed is cleared out of staging, and surplus pictures go
 * @param journal how long a change of a register may wait before it is written into the store
 * @param derivativeBytes how large the folder of page pictures and copies for use may become
 * @param heads where signed heads of the audit trail are exported to, best where the database account cannot write
 * @param headPace how often
 * @param store where objects lie, and in how many copies
 * @param scrub how everything that is stored is read again
 * @param backups where and how often the archive backs itself up
 * @param provider the identity provider that people may sign in through
 * @param development whether pages for the makers are shown
 */
record Settings(
        Path data,
        DatabaseSettings database,
        Path libraries,
        Path watchedFolder,
        Optional<InetSocketAddress> clamd,
        PageEngine engine,
        Optional<Path> models,
        Optional<Path> transcriber,
        Duration clearing,
        Duration journal,
        long derivativeBytes,
        Path heads,
        HeadPace headPace,
        StoreSettings store,
        ScrubPolicy scrub,
        BackupPlan backups,
        Optional<OidcSettings> provider,
        boolean development) {
    private static final int POOL_SIZE = 20;
    private static final Duration LONGEST_TRANSCRIPTION = Duration.ofHours(2);

    /**
     * Reads the settings.
     *
     * @param environment {@code LANTAI_DATA}, {@code LANTAI_DB_URL}, {@code LANTAI_DB_USER}, {@code LANTAI_DB_PASSWORD},
     *     {@code LANTAI_LIB} and, if wanted, {@code LANTAI_WATCH}, {@code LANTAI_CLAMD} as {@code host:port},
     *     {@code LANTAI_OCR_ENGINE} (ppocr, ppocr-fast or tesseract), {@code LANTAI_OCR_MODELS}, {@code LANTAI_TRANSCRIBER},
     *     {@code LANTAI_CLEARING_SECONDS} (600), {@code LANTAI_JOURNAL_SECONDS} (60), {@code LANTAI_DERIVATIVES_GB} (20), {@code
     *     LANTAI_HEADS} ({@code heads} in the data folder), {@code LANTAI_HEADS_SECONDS} (240), {@code LANTAI_HEADS_ENTRIES} (1000),
     *     {@code LANTAI_DEVELOPMENT}, and what {@link StoreSettings#of}, {@link ScrubPolicy#of}, {@link BackupPlan#of} and
     *     {@link OidcSettings#of} know
     * @throws IllegalStateException naming the first one that is missing
     */
    static Settings of(Map<String, String> environment) {
        var data = Path.of(required(environment, "LANTAI_DATA")).toAbsolutePath();
        return new Settings(
                data,
                new DatabaseSettings(
                        required(environment, "LANTAI_DB_URL"),
                        required(environment, "LANTAI_DB_USER"),
                        required(environment, "LANTAI_DB_PASSWORD"),
                        POOL_SIZE),
                Path.of(required(environment, "LANTAI_LIB")),
                Optional.ofNullable(environment.get("LANTAI_WATCH"))
                        .map(Path::of)
                        .orElse(data.resolve("watch")),
                Optional.ofNullable(environment.get("LANTAI_CLAMD")).map(Settings::address),
                engine(environment.getOrDefault("LANTAI_OCR_ENGINE", PageEngine.PP_OCR.code())),
                Optional.ofNullable(environment.get("LANTAI_OCR_MODELS")).map(Path::of),
                Optional.ofNullable(environment.get("LANTAI_TRANSCRIBER")).map(Settings::program),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("LANTAI_CLEARING_SECONDS", "600"))),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("LANTAI_JOURNAL_SECONDS", "60"))),
                Long.parseLong(environment.getOrDefault("LANTAI_DERIVATIVES_GB", "20")) << 30,
                Optional.ofNullable(environment.get("LANTAI_HEADS"))
                        .map(Path::of)
                        .orElse(data.resolve("heads")),
                new HeadPace(
                        Duration.ofSeconds(Long.parseLong(environment.getOrDefault("LANTAI_HEADS_SECONDS", "240"))),
                        Integer.parseInt(environment.getOrDefault("LANTAI_HEADS_ENTRIES", "1000"))),
                StoreSettings.of(environment, data),
                ScrubPolicy.of(environment),
                BackupPlan.of(environment),
                OidcSettings.of(environment),
                Boolean.parseBoolean(environment.get("LANTAI_DEVELOPMENT")));
    }

    /** {@return how the readers of this node are started} */
    ReaderSettings readers(Path chineseFont) {
        var usual = ReaderSettings.ofThisMachine(
                libraries + "/*", data.resolve("temporary").resolve("readers"));
        return new ReaderSettings(
                usual.java(),
                usual.classPath(),
                usual.temporary(),
                usual.limits(),
                usual.parallel(),
                usual.ocr().with(engine, models.orElse(null)),
                chineseFont);
    }

    private static PageEngine engine(String named) {
        return PageEngine.of(named)
                .orElseThrow(() -> new IllegalStateException(
                        "LANTAI_OCR_ENGINE is \"" + named + "\", expected ppocr, ppocr-fast or tesseract"));
    }

    private static Path program(String named) {
        var program = Path.of(named).toAbsolutePath();
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException(
                    "LANTAI_TRANSCRIBER is \"" + named + "\", expected a program that can be run");
        }
        return program;
    }

    /** {@return what puts speech into words, when a program is named} */
    Optional<Transcriber> engineOfSpeech(Path temporary) {
        return transcriber.map(program -> new CommandTranscriber(program, LONGEST_TRANSCRIPTION, temporary));
    }

    /** {@return the virus scanner, when one is configured} */
    Optional<VirusScanner> virusScanner() {
        return clamd.map(ClamdScanner::new);
    }

    /** {@return how many jobs run at once: enough to keep the readers busy while rows are written} */
    int jobThreads() {
        return Runtime.getRuntime().availableProcessors() + 2;
    }

    private static InetSocketAddress address(String text) {
        var colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalStateException("LANTAI_CLAMD is \"" + text + "\", expected host:port");
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("the environment has no " + name);
        }
        return value;
    }
}
