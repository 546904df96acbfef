package lantai.web.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.account.Account;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.web.text.Text;

/** What a template needs besides its own view: words, addresses, the reader, what waits. Good for one answer. */
public final class Page {
    /** Entries that stand side by side in a window of 360 pixels. */
    private static final int FOOT = 5;

    private final Visit visit;
    private final String title;
    private final Text text;
    private final Look look;
    private final Map<String, Long> waiting;
    private final Map<String, String> people = new HashMap<>();

    Page(Visit visit, String title) {
        this.visit = visit;
        this.title = title;
        this.text = visit.text();
        this.look = visit.look();
        this.waiting =
                visit.guest().map(who -> count(who, visit.frames().waiting())).orElse(Map.of());
    }

    private static Map<String, Long> count(SignedIn who, List<Waiting> counters) {
        var all = new HashMap<String, Long>();
        counters.forEach(counter -> all.putAll(counter.count(who)));
        return Map.copyOf(all);
    }

    /** {@return the heading} */
    public String title() {
        return title;
    }

    /** Says something; see {@link Text#say}. */
    public String say(String key, Object... values) {
        return text.say(key, values);
    }

    /** {@return who did something, by the name that is signed in with: a person by the shown name, the archive itself in words} */
    public String person(String name) {
        if (name.isEmpty()) {
            return "";
        }
        return name.equals(Actor.SYSTEM.name())
                ? say("frame.system")
                : people.computeIfAbsent(name, visit.frames().names());
    }

    /** {@return who did something, if somebody did} */
    public String person(Optional<String> name) {
        return name.map(this::person).orElse("");
    }

    /** {@return words, days and times in the reader's language} */
    public Text text() {
        return text;
    }

    /** {@return a moment as desks write it: 2026-11-21 09:30} */
    public String moment(Instant instant) {
        return text.moment(instant);
    }

    public Look look() {
        return look;
    }

    /** {@return the address of a style sheet, script or drawing} */
    public String asset(String path) {
        return visit.frames().assets().url(path);
    }

    /** {@return the reader's account, when signed in} */
    public Optional<Account> account() {
        return visit.guest().map(SignedIn::account);
    }

    /** {@return the letter in the reader's round badge: the first of the name, without a mark such as 样例· before it} */
    public String initial() {
        var name = account().map(Account::displayName).orElse("");
        var own = name.substring(name.lastIndexOf('·') + 1);
        return own.isEmpty() ? "·" : own.substring(0, own.offsetByCodePoints(0, 1));
    }

    /** {@return whether the reader has one of the rights} */
    public boolean may(Right... any) {
        return visit.guest().filter(who -> who.may(any)).isPresent();
    }

    /** {@return the sections of daily work that the reader may enter} */
    public List<Section> work() {
        return open(Section.WORK);
    }

    /** {@return the sections for keeping the house that the reader may enter} */
    public List<Section> house() {
        return open(Section.HOUSE);
    }

    /** {@return the sections that have no room at the foot of a narrow window and lie behind one entry there} */
    public List<Section> rare() {
        var all = Stream.concat(work().stream(), house().stream()).toList();
        return all.size() <= FOOT ? List.of() : all.subList(FOOT - 1, all.size());
    }

    private List<Section> open(List<Section> sections) {
        return sections.stream()
                .filter(section -> may(section.rights().toArray(Right[]::new)))
                .toList();
    }

    /** {@return whether the reader is in the section now} */
    public boolean isIn(Section section) {
        var path = path();
        return path.equals(section.path()) || path.startsWith(section.path() + '/');
    }

    /** {@return how much waits in a section} */
    public long waiting(Section section) {
        return waiting(section.path());
    }

    /** {@return how much waits in the section with this path} */
    public long waiting(String path) {
        return waiting.getOrDefault(path, 0L);
    }

    /** {@return how much waits for the reader in all} */
    public long waiting() {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return where the first waiting thing lies} */
    public String firstWaiting() {
        return work().stream()
                .filter(section -> waiting(section) > 0)
                .map(Section::path)
                .findFirst()
                .orElse("/");
    }

    /** {@return the path of this page, without its query} */
    public String path() {
        return visit.here().getPath();
    }

    /** {@return path and query of this page, to come back to} */
    public String pathAndQuery() {
        return visit.pathAndQuery();
    }

    /** {@return the note about the deed that led here, told once} */
    public Optional<String> note() {
        return visit.note();
    }

    /** {@return whether pages for the makers are shown} */
    public boolean development() {
        return visit.frames().development();
    }

    /** {@return this page with one thing of its query changed; an empty value takes it away} */
    public String with(String name, Object value) {
        return Query.of(visit.pathAndQuery()).with(name, value.toString()).link();
    }

    /** {@return a value written for use in an address} */
    public String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
