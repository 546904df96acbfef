package lantai.ingest.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import lantai.check.Judgement;
import lantai.check.Viruses;
import lantai.ingest.pipeline.VirusScanner;
import lantai.ingest.pipeline.VirusScanner.Verdict;

/** The configured scanner. Without one nothing is scanned, and the check says so. */
public final class ScannerViruses implements Viruses {
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    private final Optional<VirusScanner> scanner;

    public ScannerViruses(Optional<VirusScanner> scanner) {
        this.scanner = scanner;
    }

    @Override
    public Judgement scan(Path file) {
        if (scanner.isEmpty()) {
            return Judgement.notRun("no-scanner");
        }
        try {
            return switch (scanner.get().scan(file)) {
                case Verdict.Clean() -> Judgement.passed();
                case Verdict.Infected(var name) -> Judgement.failed("infected", name);
                case Verdict.NotScanned(var reason) -> Judgement.notRun("scanner-limit", reason);
            };
        } catch (IOException away) {
            return Judgement.notRun("scanner-away", String.valueOf(away.getMessage()));
        }
    }

    @Override
    public Judgement fresh(Instant now, int days) {
        if (scanner.isEmpty()) {
            return Judgement.notRun("no-scanner");
        }
        try {
            var version = scanner.get().version();
            var signed = signed(version);
            if (signed.isEmpty()) {
                return Judgement.notRun("scanner-version", version);
            }
            var age = Duration.between(signed.get(), now).toDays();
            return age <= days ? Judgement.passed() : Judgement.failed("scanner-old", age, days);
        } catch (IOException away) {
            return Judgement.notRun("scanner-away", String.valueOf(away.getMessage()));
        }
    }

    /** {@return of {@code ClamAV 1.4.1/27472/Sat Nov 21 09:31:00 2026} the time of its signatures, taken as UTC} */
    static Optional<Instant> signed(String version) {
        var parts = version.split("/", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(parts[2].strip().replaceAll("\\s+", " "), SIGNED)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
