package lantai.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.access.Viewer;
import lantai.access.VisibleCondition;
import lantai.access.VisibleItems.Node;
import lantai.account.SignedIn;
import lantai.classification.Category;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import lantai.scheme.BusinessLink;
import lantai.scheme.ClassificationScheme;
import lantai.scheme.SchemePolicy;
import org.jdbi.v3.core.Handle;

/**
 * Forms many volumes at once by the rules of the house: what must be equal is told by the business link of an item where it has
 * one, by the rule of its class otherwise. Items of links that are kept as single items stay loose.
 */
public final class VolumeForming {
    private static final String ITEM = "ITEM";

    private final VolumeDesk desk;
    private final VolumeRegister volumes;
    private final VolumeRules rules;
    private final SchemePolicy scheme;
    private final LinkOfKind links;

    public VolumeForming(
            VolumeDesk desk, VolumeRegister volumes, VolumeRules rules, SchemePolicy scheme, LinkOfKind links) {
        this.desk = desk;
        this.volumes = volumes;
        this.rules = rules;
        this.scheme = scheme;
        this.links = links;
    }

    /** Tells the code of the business link that a document kind belongs to, for example {@code GL 1.1}; empty for none. */
    public interface LinkOfKind {
        String link(String kind);
    }

    /** Which items: all loose ones of a place, or these. */
    public sealed interface Chosen {
        /** All that lie in no volume yet. */
        record Place(Node node) implements Chosen {}

        /** Those of these that lie in no volume yet. */
        record These(List<UUID> items) implements Chosen {
            public These {
                items = List.copyOf(items);
            }
        }
    }

    /**
     * A volume that would be formed.
     *
     * @param insurance of its items, empty where it is not known or need not be equal
     * @param link the business link of its items, empty where they have none or it need not be equal
     * @param items how many
     */
    public record Planned(String title, String insurance, String link, int items, int pages) {}

    /**
     * What would be formed.
     *
     * @param left how many items no rule binds
     * @param few how many items have too few of their like for a volume yet
     * @param uninsured how many items are parted by their insurance though nobody has said which it is
     */
    public record Plan(List<Planned> volumes, int left, int few, int uninsured) {
        public Plan {
            volumes = List.copyOf(volumes);
        }
    }

    /** {@return what would be formed} */
    public Plan plan(Handle handle, SignedIn who, Chosen chosen) {
        var sorted = sorted(handle, who, chosen);
        return new Plan(
                sorted.volumes().stream()
                        .map(bundle -> new Planned(
                                bundle.title(),
                                bundle.key().insurance(),
                                bundle.key()
                                        .link()
                                        .map(link -> link.code() + ' ' + link.name())
                                        .orElse(""),
                                bundle.rows().size(),
                                bundle.rows().stream().mapToInt(Row::pages).sum()))
                        .toList(),
                sorted.left(),
                sorted.few(),
                sorted.volumes().stream()
                        .filter(bundle -> bundle.key().isUninsured())
                        .mapToInt(bundle -> bundle.rows().size())
                        .sum());
    }

    /**
     * Forms them.
     *
     * @return what they are formed with, to be found and undone by
     * @throws Refused when no rule binds any of the items
     */
    public UUID form(Handle transaction, SignedIn who, Chosen chosen) {
        var forming = UUID.randomUUID();
        var bundles = sorted(transaction, who, chosen).volumes();
        if (bundles.isEmpty()) {
            throw new Refused(VolumeProblem.NOTHING_CHOSEN);
        }
        var members = Member.locked(
                transaction,
                bundles.stream()
                        .flatMap(bundle -> bundle.rows().stream())
                        .map(Row::id)
                        .toList());
        for (var bundle : bundles) {
            var bound = bundle.rows().stream()
                    .flatMap(row -> Optional.ofNullable(members.get(row.id())).stream())
                    .toList();
            desk.open(transaction, who, bundle.title(), bound, Optional.of(forming));
        }
        return forming;
    }

    /**
     * Dissolves what was formed together, as far as it is still open and was never closed.
     *
     * @return how many volumes are gone
     */
    public int undo(Handle transaction, SignedIn who, UUID forming) {
        var filter = new VolumeRegister.Filter(Node.ALL, Optional.of(Volume.State.OPEN), Optional.of(forming));
        var open = volumes.list(transaction, Viewer.visibility(who), filter, 0, Integer.MAX_VALUE).stream()
                .filter(volume -> volume.code().isEmpty())
                .toList();
        if (open.isEmpty()) {
            throw new Refused(VolumeProblem.NOTHING_TO_UNDO);
        }
        open.forEach(volume -> desk.dissolve(transaction, who, volume.id()));
        return open.size();
    }

    private Sorted sorted(Handle handle, SignedIn who, Chosen chosen) {
        var all = rules.all(handle);
        var classes = scheme.scheme(handle);
        var insurances = classes.vocabulary("insutype");
        var groups = new LinkedHashMap<Key, List<Row>>();
        var left = 0;
        for (var row : loose(handle, who, chosen)) {
            var link = classes.link(links.link(row.kind()));
            var rule = VolumeRules.of(all, row.place().category(), row.place().classCode());
            if (rule.isEmpty()
                    || link.filter(known -> known.collect().equals(ITEM)).isPresent()) {
                left++;
            } else {
                groups.computeIfAbsent(
                                Key.of(row.insuredBy(link, insurances), rule.get(), link), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        var few = 0;
        if (chosen instanceof Chosen.Place) {
            few = groups.entrySet().stream()
                    .filter(VolumeForming::isFew)
                    .mapToInt(group -> group.getValue().size())
                    .sum();
            groups.entrySet().removeIf(VolumeForming::isFew);
        }
        var bundles = groups.entrySet().stream()
                .flatMap(group -> parts(group.getKey(), group.getValue(), classes).stream())
                .toList();
        return new Sorted(bundles, left, few);
    }

    /** Whether there are too few of their like for a volume; who chooses items one by one is not held up by that. */
    private static boolean isFew(Map.Entry<Key, List<Row>> group) {
        return group.getValue().size() < group.getKey().rule().leastItems();
    }

    private static List<Bundle> parts(Key key, List<Row> rows, ClassificationScheme scheme) {
        var parts = new ArrayList<List<Row>>();
        var pages = 0;
        for (var row : rows) {
            if (parts.isEmpty()
                    || parts.getLast().size() == key.rule().mostItems()
                    || pages + row.pages() > key.rule().mostPages()) {
                parts.add(new ArrayList<>());
                pages = 0;
            }
            parts.getLast().add(row);
            pages += row.pages();
        }
        var title = key.title(rows, scheme);
        var numbered = new ArrayList<Bundle>();
        for (var part : parts) {
            numbered.add(new Bundle(parts.size() == 1 ? title : title + " (" + (numbered.size() + 1) + ")", key, part));
        }
        return numbered;
    }

    private static List<Row> loose(Handle handle, SignedIn who, Chosen chosen) {
        var seen = VisibleCondition.of(Viewer.visibility(who));
        var which = switch (chosen) {
            case Chosen.Place(var node) ->
                (node.fonds().isEmpty() ? "" : " and i.fonds = :fonds")
                        + (node.category().isEmpty() ? "" : " and i.category = :category")
                        + (node.classCode().isEmpty() ? "" : " and i.code_class = :class")
                        + (node.year().isEmpty() ? "" : " and i.year = :year")
                        + node.kept().condition();
            case Chosen.These _ -> " and i.id = any (:items)";
        };
        var node = chosen instanceof Chosen.Place(var place) ? place : Node.ALL;
        var items = chosen instanceof Chosen.These(var these) ? these : List.<UUID>of();
        var query = handle.createQuery("""
                select i.id, i.fonds, i.category, i.code_class, i.year, i.retention, i.kind, i.kind_name, i.responsible,
                    i.insured_person_id, i.dated, i.page_count,
                    coalesce((select d.content -> 'values' ->> 'insurance' from description_version d
                              where d.item_id = i.id order by d.number desc limit 1),
                             (select r.fields -> 'INSURANCE' ->> 'value' from document r where r.id = i.id)) as insurance
                from item i where not exists (select 1 from volume_item l where l.item_id = i.id) and
                """ + seen.sql() + which
                + " order by i.fonds, i.category, i.code_class, i.year, i.dated nulls last, i.reference_code");
        return seen.bind(query)
                .bind("fonds", node.fonds())
                .bind("category", node.category())
                .bind("class", node.classCode())
                .bind("year", node.year().orElse(null))
                .bindArray("items", UUID.class, items.toArray())
                .map((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        new Member.Place(
                                row.getString("fonds"),
                                Category.valueOf(row.getString("category")),
                                row.getString("code_class"),
                                row.getInt("year")),
                        RetentionPeriod.parse(row.getString("retention")).orElseThrow(),
                        row.getString("kind"),
                        row.getString("kind_name"),
                        row.getString("responsible"),
                        Optional.ofNullable(row.getString("insurance")).orElse(""),
                        Optional.ofNullable(row.getObject("insured_person_id", UUID.class)),
                        Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                        row.getInt("page_count")))
                .list();
    }

    /** An item as far as forming looks at it. */
    private record Row(
            UUID id,
            Member.Place place,
            RetentionPeriod retention,
            String kind,
            String kindName,
            String responsible,
            String insurance,
            Optional<UUID> person,
            Optional<LocalDate> dated,
            int pages) {
        /** {@return the same; of which nobody has said the insurance has that of its link, when the link serves one only} */
        Row insuredBy(Optional<BusinessLink> link, Map<String, String> names) {
            var only = link.map(BusinessLink::insurances)
                    .filter(codes -> codes.size() == 1)
                    .map(codes -> names.getOrDefault(codes.getFirst(), codes.getFirst()));
            return insurance.isEmpty() && only.isPresent()
                    ? new Row(id, place, retention, kind, kindName, responsible, only.get(), person, dated, pages)
                    : this;
        }
    }

    /** Items that share a volume. */
    private record Bundle(String title, Key key, List<Row> rows) {}

    private record Sorted(List<Bundle> volumes, int left, int few) {}

    /** What the items of a volume have in common; what need not be equal is empty. */
    private record Key(
            VolumeRule rule,
            Optional<BusinessLink> link,
            Member.Place place,
            String retention,
            Optional<String> insured,
            String kind,
            String unit,
            String person,
            String month) {
        static Key of(Row row, VolumeRule rule, Optional<BusinessLink> link) {
            var same = link.map(Key::same).orElse(rule.same());
            return new Key(
                    rule,
                    same.contains(Same.LINK) ? link : Optional.empty(),
                    row.place(),
                    same.contains(Same.RETENTION) ? row.retention().code() : "",
                    same.contains(Same.INSURANCE) ? Optional.of(row.insurance()) : Optional.empty(),
                    same.contains(Same.LINK) && link.isEmpty() ? row.kind() : "",
                    same.contains(Same.UNIT) ? row.responsible() : "",
                    same.contains(Same.PERSON)
                            ? row.person().map(UUID::toString).orElse("")
                            : "",
                    same.contains(Same.MONTH)
                            ? row.dated()
                                    .map(day -> "%02d".formatted(day.getMonthValue()))
                                    .orElse("")
                            : "");
        }

        String insurance() {
            return insured.orElse("");
        }

        /** Parted by an insurance that nobody has said. */
        boolean isUninsured() {
            return insured.filter(String::isEmpty).isPresent();
        }

        private static Set<Same> same(BusinessLink link) {
            var same = EnumSet.noneOf(Same.class);
            link.sameInVolume().forEach(word -> Same.of(word).ifPresent(same::add));
            return same;
        }

        String title(List<Row> rows, ClassificationScheme scheme) {
            var kinds = rows.stream()
                    .map(Row::kindName)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            var named = kinds.size() == 1 ? kinds.iterator().next() : scheme.nameOf(place.classCode());
            return rule.title(Map.of(
                    "year", Integer.toString(place.year()),
                    "month", month.isEmpty() ? "" : Integer.toString(Integer.parseInt(month)),
                    "insurance", insurance(),
                    "kind", link.map(BusinessLink::name).orElse(named),
                    "unit", Objects.requireNonNull(unit)));
        }
    }
}
