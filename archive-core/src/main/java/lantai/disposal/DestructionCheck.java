package lantai.disposal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lantai.removal.Condemned;
import lantai.removal.Place;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for remains of destroyed records: in every table of the database, in every folder and register that the features name. It
 * shares no code with the removing and believes nothing that the removing says.
 */
public final class DestructionCheck {
    private final Jdbi jdbi;
    private final List<Place> places;

    /** @param places of all traces */
    public DestructionCheck(Jdbi jdbi, List<Place> places) {
        this.jdbi = jdbi;
        this.places = List.copyOf(places);
    }

    /**
     * Looks everywhere.
     *
     * @throws IOException when a place cannot be looked through
     */
    public Proof look(List<DestructionEntry> gone) throws IOException {
        return look(
                gone.stream().map(DestructionEntry::condemned).toList(),
                gone.stream().map(DestructionEntry::referenceCode).toList());
    }

    /**
     * Looks everywhere for what never had a reference code, such as a paper that was sealed before filing.
     *
     * @throws IOException when a place cannot be looked through
     */
    public Proof lookFor(List<Condemned> gone) throws IOException {
        return look(gone, List.of());
    }

    private Proof look(List<Condemned> gone, List<String> codes) throws IOException {
        var shared = jdbi.withHandle(handle -> shared(handle, gone));
        var wanted =
                Wanted.of(gone, codes, shared.stream().map(Proof.Shared::sha256).collect(Collectors.toSet()));
        var looked = new ArrayList<Proof.Looked>();
        var remains = new ArrayList<Proof.Remains>();
        var kept = places.stream()
                .flatMap(place -> place instanceof Place.Kept stays
                        ? java.util.stream.Stream.of(new Proof.Stays(stays.name(), stays.reason()))
                        : java.util.stream.Stream.empty())
                .distinct()
                .toList();
        jdbi.useHandle(handle -> {
            var tables = new TableSearch(
                    handle, wanted, kept.stream().map(Proof.Stays::table).collect(Collectors.toSet()));
            looked.addAll(tables.look());
            remains.addAll(tables.remains());
        });
        for (var place : places) {
            lookInto(place, wanted, looked, remains);
        }
        return new Proof(looked, kept, shared, remains);
    }

    private static void lookInto(Place place, Wanted wanted, List<Proof.Looked> looked, List<Proof.Remains> remains)
            throws IOException {
        switch (place) {
            case Place.Folder(var name, var root) -> {
                var search = new FolderSearch(name, wanted);
                looked.add(new Proof.Looked("folder", name, search.look(root)));
                remains.addAll(search.remains());
            }
            case Place.Register(var name, var known) -> {
                known.among(wanted.items())
                        .forEach(item -> remains.add(new Proof.Remains(name, "register", item.toString())));
                looked.add(new Proof.Looked("register", name, wanted.items().size()));
            }
            case Place.Kept _, Place.Owner _ -> {}
        }
    }

    private List<Proof.Shared> shared(Handle handle, List<Condemned> gone) {
        Set<String> contents = gone.stream()
                .flatMap(entry -> entry.components().stream())
                .map(object -> object.fixity().sha256())
                .collect(Collectors.toCollection(TreeSet::new));
        var shared = new ArrayList<Proof.Shared>();
        for (var place : places) {
            if (place instanceof Place.Owner(var name, var owned) && !contents.isEmpty()) {
                new TreeSet<>(owned.among(handle, contents))
                        .forEach(sha256 -> shared.add(new Proof.Shared(sha256, name)));
            }
        }
        return shared;
    }
}
