package lantai.web.packages;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.access.VisibleItems.Node;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.exchange.ItemExport;
import lantai.exchange.ZipSink;
import lantai.fonds.Fonds;
import lantai.fonds.FondsRegister;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCode;
import lantai.web.frame.Visit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Packs what a reader may see and has chosen. Each record that leaves is audited with the reason. */
public final class Packing {
    static final int MOST = 10_000;

    private final Jdbi jdbi;
    private final ItemRegister items;
    private final ItemCatalogue catalogue;
    private final FondsRegister fonds;
    private final ItemExport export;
    private final AuditTrail audit;
    private final VisibleItems visible = new VisibleItems();

    public Packing(
            Jdbi jdbi,
            ItemRegister items,
            ItemCatalogue catalogue,
            FondsRegister fonds,
            ItemExport export,
            AuditTrail audit) {
        this.jdbi = jdbi;
        this.items = items;
        this.catalogue = catalogue;
        this.fonds = fonds;
        this.export = export;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param codes reference codes; when there are none, everything at the place
     */
    record Wanted(String form, String reason, List<String> codes, Node node) {}

    /**
     * Packs it.
     *
     * @throws Malformed when the form is unknown or the reason is missing
     * @throws NotFound when there is nothing that the reader may see
     * @throws Refused when it is too much for one package
     */
    Response pack(Visit visit, Wanted wanted) {
        var form = ItemExport.Form.of(wanted.form())
                .orElseThrow(() -> new Malformed(PackageProblem.UNKNOWN_FORM, wanted.form()));
        if (wanted.reason().isBlank()) {
            throw new Malformed(PackageProblem.REASON_MISSING);
        }
        var chosen = jdbi.inTransaction(transaction -> {
            var found = chosen(transaction, visit, wanted);
            found.forEach(item -> audit.record(
                    transaction,
                    visit.actor(),
                    AuditAction.PACKAGE_EXPORTED,
                    Subject.of("item", item.id()),
                    Map.of(
                            "referenceCode",
                            item.referenceCode().text(),
                            "form",
                            form.name(),
                            "reason",
                            wanted.reason().strip())));
            return found;
        });
        var from =
                jdbi.withHandle(handle -> fonds.find(handle, chosen.getFirst().fonds())
                        .map(Fonds::creator)
                        .orElse(""));
        var name = "lantai-" + form.name().toLowerCase(java.util.Locale.ROOT) + '-' + chosen.size();
        StreamingOutput zip = out -> {
            try (var sink = new ZipSink(out, name)) {
                export.write(form, chosen, from, sink);
            }
        };
        return Response.ok(zip, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".zip\"")
                .build();
    }

    private List<Item> chosen(Handle handle, Visit visit, Wanted wanted) {
        var visibility = Viewer.visibility(visit.who());
        List<Item> found;
        if (wanted.codes().isEmpty()) {
            var ids = visible.in(handle, visibility, wanted.node(), "", MOST + 1);
            var all = catalogue.all(handle, ids);
            found = ids.stream()
                    .flatMap(id -> Optional.ofNullable(all.get(id)).stream())
                    .toList();
        } else {
            found = wanted.codes().stream()
                    .limit(MOST + 1L)
                    .flatMap(code -> ReferenceCode.parse(code).stream())
                    .flatMap(code -> items.find(handle, code).stream())
                    .filter(item -> Viewer.sees(visibility, item))
                    .distinct()
                    .toList();
        }
        if (found.size() > MOST) {
            throw new Refused(PackageProblem.TOO_MANY, MOST);
        }
        var written = found.stream().filter(item -> item.objectVersion() > 0).toList();
        if (written.isEmpty()) {
            throw new NotFound(PackageProblem.NOTHING_TO_EXPORT);
        }
        return written;
    }

    static Optional<Integer> year(String typed) {
        return typed.matches("\\d{4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
