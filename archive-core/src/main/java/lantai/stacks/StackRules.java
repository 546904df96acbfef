package lantai.stacks;

import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import lantai.record.CodeScope;
import org.jdbi.v3.core.Handle;

/** Boxes and rooms of the agency: the rule {@code stacks}. Spines of 20 to 50 mm after DA/T 22-2015. */
public final class StackRules {
    /** Name of the policy. */
    public static final String POLICY = "stacks";

    /** What the product comes with; rooms are the agency's own. */
    public static final String SHIPPED = """
            {"template": "{fonds}-{class}·{year}-{retention}-H{box:3}", "thicknesses": ["20", "30", "40", "50"],
             "anyThickness": false, "pagesPerMillimetre": 8, "rooms": []}
            """;

    private static final Pattern BOX = Pattern.compile("\\{box:([34])}$");
    private static final Pattern PLACE = Pattern.compile("\\{(fonds|class|year|retention)}");
    private static final RuleColumn TEMPLATE = required("template", RuleType.TEXT);
    private static final RuleColumn THICKNESSES = required("thicknesses", RuleType.WORDS);
    private static final RuleColumn ANY = optional("anyThickness", RuleType.YES_NO);
    private static final RuleColumn PAGES = RuleColumn.number("pagesPerMillimetre", 1, 100);
    private static final RuleColumn ROOM = required("room", RuleType.TEXT);
    private static final RuleColumn BAYS = RuleColumn.number("bays", 1, 10_000);
    private static final RuleColumn RACKS = RuleColumn.number("racks", 1, 10_000);
    private static final RuleColumn SHELVES = RuleColumn.number("shelves", 1, 1_000);
    private static final RuleTable ROOMS = new RuleTable("rooms", "room", List.of(ROOM, BAYS, RACKS, SHELVES));

    private final PolicyCentre policies;

    public StackRules(PolicyCentre policies) {
        this.policies = policies;
    }

    /** A room with the highest numbers in it. */
    record Room(String name, int bays, int racks, int shelves) {
        boolean has(Location location) {
            return location.room().equals(name)
                    && location.bay() <= bays
                    && location.rack() <= racks
                    && location.shelf() <= shelves;
        }

        String extent() {
            return name + "-" + bays + "-" + racks + "-" + shelves;
        }
    }

    /**
     * The rule in force.
     *
     * @param thicknesses in millimetres
     * @param any whether other thicknesses may be chosen too
     * @param pages how many pages a millimetre holds
     */
    public record Stacks(String template, List<Integer> thicknesses, boolean any, int pages, List<Room> rooms) {
        public Stacks {
            thicknesses = List.copyOf(thicknesses);
            rooms = List.copyOf(rooms);
        }

        /** {@return the rooms with their highest numbers, in words} */
        public String extents() {
            return rooms.stream().map(Room::extent).collect(Collectors.joining("、"));
        }

        /**
         * Understands a typed place.
         *
         * @throws Malformed when no room of the rule has it; before rooms are written down, any is taken
         */
        public Location location(String typed) {
            return Location.parse(typed)
                    .filter(found -> rooms.isEmpty() || rooms.stream().anyMatch(room -> room.has(found)))
                    .orElseThrow(() -> new Malformed(StacksProblem.NO_SUCH_PLACE, typed, extents()));
        }

        /**
         * Looks at a thickness.
         *
         * @throws Malformed when there are no such boxes
         */
        void check(int thickness) {
            if (thickness < 5 || thickness > 200 || (!any && !thicknesses.contains(thickness))) {
                throw new Malformed(
                        StacksProblem.NO_SUCH_THICKNESS,
                        thickness,
                        thicknesses.stream().map(Object::toString).collect(Collectors.joining("、")));
            }
        }

        CodeScope scope(Map<String, String> places) {
            var box = BOX.matcher(template);
            if (!box.find()) {
                throw new Malformed(StacksProblem.TEMPLATE_MALFORMED, template);
            }
            var filled = PLACE.matcher(box.replaceFirst(""))
                    .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), "")));
            return new CodeScope(filled, Integer.parseInt(box.group(1)));
        }
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(
                POLICY, new RuleForm(List.of(TEMPLATE, THICKNESSES, ANY, PAGES), List.of(ROOMS)), json -> {
                    var stacks = of(RuleContent.parse(json));
                    var code = stacks.scope(Map.of("fonds", "J057", "class", "WS", "year", "2025", "retention", "D30"));
                    if (!code.text().matches("[A-Z][A-Z0-9]{3}-[A-Z0-9·-]+")) {
                        throw new Malformed(StacksProblem.TEMPLATE_MALFORMED, stacks.template());
                    }
                    stacks.rooms().stream()
                            .filter(room -> room.bays() < 1 || room.racks() < 1 || room.shelves() < 1)
                            .findFirst()
                            .ifPresent(room -> {
                                throw new Malformed(StacksProblem.ROOM_MALFORMED, room.name());
                            });
                });
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, POLICY, SHIPPED);
    }

    /** {@return the rule in force} */
    public Stacks stacks(Handle handle) {
        return of(RuleContent.parse(policies.inForce(handle, POLICY).content()));
    }

    private static Stacks of(RuleContent content) {
        return new Stacks(
                content.field(TEMPLATE),
                Stream.of(content.field(THICKNESSES).split("[、,，\\s]+", -1))
                        .flatMap(word -> number(word).stream())
                        .toList(),
                content.field(ANY).equals("true"),
                Math.max(1, number(content.field(PAGES)).orElse(1)),
                IntStream.range(0, content.rows(ROOMS))
                        .mapToObj(row -> new Room(
                                content.cell(ROOMS, row, ROOM),
                                number(content.cell(ROOMS, row, BAYS)).orElse(0),
                                number(content.cell(ROOMS, row, RACKS)).orElse(0),
                                number(content.cell(ROOMS, row, SHELVES)).orElse(0)))
                        .toList());
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
