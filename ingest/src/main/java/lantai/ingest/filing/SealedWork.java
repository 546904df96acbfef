package lantai.ingest.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.disposal.DestructionCheck;
import lantai.disposal.Proof;
import lantai.ingest.derive.PictureTrace;
import lantai.ingest.pipeline.WorkFolder;
import lantai.ingest.seal.SealState;
import lantai.ingest.seal.SealedPaper;
import lantai.ingest.seal.SealedPaper.SealedFile;
import lantai.ingest.seal.SealedPapers;
import lantai.problem.Unavailable;
import lantai.record.Component;
import lantai.removal.Condemned;
import lantai.removal.Trace;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes what there is of a sealed paper: text, pictures and thumbnails as soon as it is sealed, the bytes and the last rows once
 * two people have handed it over. That nothing is left is found by {@link DestructionCheck}, as for a destroyed record. May be cut
 * off anywhere and done again.
 */
public final class SealedWork {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Doors doors;

    /**
     * The doors that the removal goes through.
     *
     * @param traces everything that has to go with a record
     * @param pictures the trace among them that removes pictures
     */
    public record Doors(
            Jdbi jdbi,
            SealedPapers papers,
            WorkFolder work,
            Staging staging,
            PictureTrace pictures,
            List<Trace> traces,
            DestructionCheck check) {
        public Doors {
            traces = List.copyOf(traces);
        }
    }

    public SealedWork(Doors doors) {
        this.doors = doors;
    }

    /**
     * Removes what may go.
     *
     * @throws Unavailable when something is still there; to be tried again later
     */
    public void run(UUID id) throws IOException {
        var paper = doors.jdbi().withHandle(handle -> doors.papers().get(handle, id));
        for (var file : paper.files()) {
            doors.work().forget(file.id());
            doors.pictures()
                    .remove(condemned(file.id(), paper), List.of(file.fixity().sha256()));
        }
        if (paper.state() == SealState.HANDED_OVER) {
            removeAll(paper);
            prove(paper);
        }
    }

    private void removeAll(SealedPaper paper) throws IOException {
        var names = doors.jdbi().inTransaction(transaction -> forget(transaction, paper));
        for (var document : paper.documents()) {
            for (var trace : doors.traces()) {
                trace.remove(condemned(document, paper), names.getOrDefault(trace.name() + "/" + document, List.of()));
            }
        }
        doors.traces().forEach(Trace::settle);
        paper.files().stream().map(file -> file.fixity().sha256()).distinct().forEach(doors.staging()::remove);
    }

    /** {@return what lies outside of the database, by trace and document} */
    private Map<String, List<String>> forget(Handle transaction, SealedPaper paper) {
        var names = new HashMap<String, List<String>>();
        var files = paper.files().stream().map(SealedFile::id).toArray();
        letOthersGo(transaction, paper);
        transaction.createUpdate("""
                        update batch b set handed_over = handed_over + went.number
                        from (select batch_id, count(*) as number from received_file where id = any (:files)
                              group by batch_id) went
                        where b.id = went.batch_id
                        """).bindArray("files", UUID.class, files).execute();
        for (var document : paper.documents()) {
            for (var trace : doors.traces()) {
                names.put(trace.name() + "/" + document, trace.forget(transaction, condemned(document, paper)));
            }
        }
        for (var table : List.of("document_page where file_id", "upload where file_id", "received_file where id")) {
            transaction
                    .createUpdate("delete from " + table + " = any (:files)")
                    .bindArray("files", UUID.class, files)
                    .execute();
        }
        transaction
                .createUpdate("delete from staged_object where sha256 = any (:contents)")
                .bindArray(
                        "contents",
                        String.class,
                        paper.files().stream()
                                .map(file -> file.fixity().sha256())
                                .toArray())
                .execute();
        return names;
    }

    /** A file that was joined with a sealed one, and bears no mark itself, does not go with it. */
    private static void letOthersGo(Handle transaction, SealedPaper paper) {
        transaction
                .createUpdate("""
                        delete from document_page where document_id = any (:documents) and file_id <> all (:files)
                        """)
                .bindArray("documents", UUID.class, paper.documents().toArray())
                .bindArray(
                        "files",
                        UUID.class,
                        paper.files().stream().map(SealedFile::id).toArray())
                .execute();
    }

    private void prove(SealedPaper paper) throws IOException {
        var gone =
                paper.files().stream().map(file -> condemned(file.id(), paper)).collect(Collectors.toList());
        paper.documents().forEach(document -> gone.add(condemned(document, paper)));
        var proof = doors.check().lookFor(gone);
        doors.jdbi()
                .useTransaction(
                        transaction -> doors.papers().prove(transaction, paper.id(), json(proof), proof.clean()));
        if (!proof.clean()) {
            throw new Unavailable(FilingProblem.REMAINS, proof.remains().size());
        }
    }

    private static Condemned condemned(UUID id, SealedPaper paper) {
        return new Condemned(
                id,
                id.toString(),
                paper.files().stream()
                        .map(file -> new Component(1, file.name(), file.fixity(), "", "", ""))
                        .toList());
    }

    private static String json(Proof proof) {
        try {
            return JSON.writeValueAsString(proof);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
