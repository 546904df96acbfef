package lantai.web.text;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the screens in one language.
 *
 * <p>A key starts with its feature: {@code inbox.title} stands in {@code lantai/web/inbox/text_zh.properties} and {@code
 * text_en.properties}. In a text, {@code {0}} is the first value and {@code {0|item|items}} one of two words, the first when that
 * value is 1. Times are Beijing time. Thread-safe.
 */
public final class Text {
    private static final Logger LOG = System.getLogger(Text.class.getName());
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Map<Language, Text> TEXTS = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();
    private final DateTimeFormatter day =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(BEIJING);
    private final DateTimeFormatter moment =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BEIJING);
    private final DateTimeFormatter second =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BEIJING);
    private final DateTimeFormatter longDay;

    private Text(Language language) {
        this.language = language;
        this.longDay = DateTimeFormatter.ofPattern(
                        language == Language.CHINESE ? "yyyy年M月d日" : "d MMMM yyyy", language.locale())
                .withZone(BEIJING);
    }

    /** {@return the words of a language; the same object each time} */
    public static Text in(Language language) {
        return TEXTS.computeIfAbsent(language, Text::new);
    }

    public Language language() {
        return language;
    }

    /**
     * Says something.
     *
     * @param key feature, dot, name
     * @param values what the text quotes
     * @return the text; the key itself when there is none, which is logged (a test keeps that from happening)
     */
    public String say(String key, Object... values) {
        var pattern = bundleOf(key).find(key);
        if (pattern.isEmpty()) {
            LOG.log(Level.WARNING, "no text \"{0}\" in {1}", key, language);
            return key;
        }
        return Filling.fill(pattern.get(), values);
    }

    /** {@return whether there is a text of this key} */
    public boolean has(String key) {
        return bundleOf(key).find(key).isPresent();
    }

    /** {@return a day as desks write it: 2026-11-21} */
    public String day(Instant instant) {
        return day.format(instant);
    }

    /** {@return a day as desks write it: 2026-11-21} */
    public String day(LocalDate date) {
        return day.format((TemporalAccessor) date);
    }

    /** {@return day and minute: 2026-11-21 09:30} */
    public String moment(Instant instant) {
        return moment.format(instant);
    }

    /** {@return day and second: 2026-11-21 09:30:05} */
    public String second(Instant instant) {
        return second.format(instant);
    }

    /** {@return a day as letters and the portal write it: 2026年11月21日} */
    public String longDay(Instant instant) {
        return longDay.format(instant);
    }

    /** {@return a day as letters and the portal write it: 2026年11月21日} */
    public String longDay(LocalDate date) {
        return longDay.format((TemporalAccessor) date);
    }

    private Bundle bundleOf(String key) {
        var dot = key.indexOf('.');
        var feature = dot < 0 ? key : key.substring(0, dot);
        return bundles.computeIfAbsent(feature, name -> Bundle.read(name, language));
    }
}
