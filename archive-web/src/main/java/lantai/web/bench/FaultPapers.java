package lantai.web.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import lantai.ingest.sample.SampleArchive;

/** Papers of a trial: most of them new in each round, some with the bytes they had the round before. */
final class FaultPapers {
    private static final int BYTES = 20_000;
    private static final int REPEATED = 5;

    private final Path folder;
    private final List<Path> papers;

    /** @param folder an empty folder for them */
    FaultPapers(Path folder, int count) throws IOException {
        this.folder = folder;
        SampleArchive.textPdfs(folder.resolve("papers"), count, BYTES);
        try (var walk = Files.walk(folder.resolve("papers"))) {
            this.papers = walk.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /** {@return the papers of a round} */
    List<Path> of(int round) throws IOException {
        var target = Files.createDirectories(folder.resolve("round" + round));
        List<Path> made = new ArrayList<>();
        for (var index = 0; index < papers.size(); index++) {
            var copy = Files.copy(papers.get(index), target.resolve("%03d.pdf".formatted(index)));
            var marked = index % REPEATED == 0 ? round / 2 : round;
            Files.writeString(
                    copy,
                    "%% round " + marked + (index % REPEATED == 0 ? " again\n" : "\n"),
                    StandardOpenOption.APPEND);
            made.add(copy);
        }
        return made;
    }
}
