package lantai.web.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lantai.ingest.transcribe.SpokenLine;
import lantai.ingest.transcribe.Transcript;
import lantai.photo.PhotoGroup;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.retention.RetentionPeriod;
import lantai.search.PersonalNumbers;
import lantai.stacks.Box;
import lantai.storage.Encipherment;
import lantai.web.frame.Page;

/**
 * The page of one item.
 *
 * @param former reference codes it had before, the oldest first
 * @param portal whether the reader reads his own records, with fewer technical parts
 * @param query the question that led here, may be empty
 * @param number the page shown, 0 when the item has none
 * @param words the words of that page, when it was read
 * @param structured the structured text of an item without pages as safe XHTML, may be empty
 * @param plain its plain text when there is no structured one, may be empty
 * @param person whom it is about, in words, may be empty
 * @param department whose it is, may be empty
 * @param amount the sum of money it names in yuan, digits with a point, may be empty
 * @param story what happened to it; empty in the portal but for receipt and filing
 * @param asksReason whether a reason has to be given before it is taken away
 * @param copy how a copy with text can be had
 * @param volume the volume it lies in; nothing in the portal
 * @param group the photo group it belongs to; nothing in the portal
 * @param box the box it lies in; nothing in the portal
 * @param more its description, relations, holds and the end of its term
 * @param told what its papers tell beside that
 * @param transcribes whether a program is named that puts speech into words
 * @param transcript what such a program made of its recording, or is making; nothing in the portal
 * @param encipherment how it lies enciphered in the store; nothing in the portal
 * @param technical what its file tells of sound or film
 */
public record ItemView(
        Page page,
        boolean portal,
        Item item,
        List<String> former,
        List<ItemPage> pages,
        List<ComponentView> components,
        String query,
        int number,
        Optional<PageWords> words,
        String structured,
        String plain,
        String person,
        String department,
        String amount,
        List<Story.Event> story,
        boolean asksReason,
        CopyState copy,
        Optional<InVolume> volume,
        Optional<PhotoGroup> group,
        Optional<Box> box,
        Particulars more,
        Told told,
        boolean transcribes,
        Optional<Transcript> transcript,
        Optional<Encipherment> encipherment,
        List<String> technical) {
    private static final Pattern YUAN = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");
    private static final int STRIP = 100;
    private static final Set<String> ONCE_A_DAY = Set.of("ITEM_READ", "DOCUMENT_ACCEPTED", "DOCUMENT_CHANGED");
    private static final Set<String> PORTAL_EVENTS = Set.of("received", "ITEM_FILED");

    public ItemView {
        former = List.copyOf(former);
        pages = List.copyOf(pages);
        components = List.copyOf(components);
        story = List.copyOf(story);
        technical = List.copyOf(technical);
    }

    /** {@return the title, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(item.title());
    }

    /** {@return the sum of money, thousands parted, empty when it names none} */
    public String sum() {
        return YUAN.matcher(amount).matches()
                ? page.say("item.amount.yuan", "%,.2f".formatted(new BigDecimal(amount)))
                : amount;
    }

    /** {@return the pages of the strip: those around the page shown} */
    public List<Integer> strip() {
        var first = Math.max(1, Math.min(number - STRIP / 2, pages.size() - STRIP + 1));
        return IntStream.rangeClosed(first, Math.min(pages.size(), first + STRIP - 1))
                .boxed()
                .toList();
    }

    /** {@return the address of another page with the same question} */
    public String at(int other) {
        return page.with("page", other);
    }

    /** {@return how long it is kept, in words} */
    public String kept() {
        return switch (item.retention()) {
            case RetentionPeriod.Permanent _ -> page.say("item.kept.ever");
            case RetentionPeriod.Years(int years) -> page.say("item.kept.years", years);
            case RetentionPeriod.YearsAfterEvent(int years) -> page.say("item.kept.event", years);
        };
    }

    /** {@return the address of the whole picture of the page shown, for readers without scripts and for printing} */
    public String picture() {
        return "/iiif/" + item.id() + '/' + number + "/full/!1200,1700/0/default.jpg";
    }

    /** {@return whether a copy with the filing stamp can be had} */
    public boolean isStampable() {
        return !portal
                && switch (copy) {
                    case ORIGINAL, READY, POSSIBLE, MAKING -> true;
                    case NONE, FAILED -> false;
                };
    }

    /** {@return a waveform in words, as far as it is known} */
    public String heard(ComponentView file) {
        return file.waveform()
                .filter(waveform -> waveform.millis() > 0)
                .map(waveform -> page.say(
                        "item.waveform.alt.known",
                        TimeCode.clock(waveform.millis() / 1000),
                        TimeCode.clock(WaveformPicture.loudest(waveform))))
                .orElseGet(() -> page.say("item.waveform.alt"));
    }

    /** {@return ordinal of the first recording, 0 when it has none} */
    public int recording() {
        return components.stream()
                .filter(file -> file.isMoving() || file.isSound())
                .mapToInt(file -> file.component().ordinal())
                .findFirst()
                .orElse(0);
    }

    /** {@return a proposed line with its moment, personal numbers masked} */
    public String spoken(SpokenLine line) {
        return PersonalNumbers.masked(line.asMoment());
    }

    /** {@return whether there is something to hear or to watch} */
    public boolean isPlayed() {
        return components.stream().anyMatch(file -> file.isMoving() || file.isSound());
    }

    /** {@return whether there is a page to look at} */
    public boolean hasPaper() {
        return number > 0;
    }

    /** {@return the events to tell: readings and reviews of one person on one day once, single pages not at all} */
    public List<Story.Event> shownStory() {
        var shown = new ArrayList<Story.Event>();
        for (var event : story) {
            if (!shown.isEmpty() && isRepeated(shown.getLast(), event)) {
                shown.removeLast();
            }
            if (portal ? PORTAL_EVENTS.contains(event.what()) : !event.what().equals("PAGE_READ")) {
                shown.add(event);
            }
        }
        return shown;
    }

    private boolean isRepeated(Story.Event last, Story.Event event) {
        return ONCE_A_DAY.contains(event.what())
                && last.what().equals(event.what())
                && last.who().equals(event.who())
                && page.text().day(last.at()).equals(page.text().day(event.at()));
    }

    /** {@return one event in words} */
    public String tell(Story.Event event) {
        if (portal) {
            return page.say("item.portal-event." + event.what());
        }
        var key = "item.event." + event.what();
        return page.text().has(key)
                ? page.say(key, event.who(), event.where())
                : page.say("item.event.OTHER", event.who());
    }
}
