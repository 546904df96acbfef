package lantai.photo;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.description.ObjectOrder;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.CodeParts;
import lantai.record.GroupPlace;
import lantai.record.Item;
import lantai.record.ReferenceCode;
import lantai.record.ReferenceCodes;
import lantai.record.Renumbering;
import org.jdbi.v3.core.Handle;

/**
 * Where photo groups are opened and described. Groups count in a sequence of their own, as volumes do; a number once given is never
 * given again, nor is the code of a single photo that was filed before there were groups.
 */
public final class PhotoGroupDesk implements Renumbering.Groups {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 2000;
    private static final int LONGEST_REASON = 500;

    private final PhotoGroups groups;
    private final ObjectOrder objects;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ReferenceCodes numbers = ReferenceCodes.ofGroups();
    private final ReferenceCodes items = new ReferenceCodes();

    /** @param objects gets the photos of a group whose words have changed */
    public PhotoGroupDesk(PhotoGroups groups, ObjectOrder objects, AuditTrail audit, InstantSource clock) {
        this.groups = groups;
        this.objects = objects;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * By what photos that come together are known to belong to one group.
     *
     * @param name the title that a new group gets, or the code of the group that they join
     * @param origin the same for photos of one group, different for those of another, whatever their names
     */
    public record Belonging(String name, String origin) {}

    /** {@return the number of the group that photos belong to; a new group is opened when there is none yet} */
    public int joining(Handle transaction, SignedIn who, GroupPlace place, Belonging belonging) {
        return existing(transaction, place, belonging).orElseGet(() -> {
            numbers.reach(transaction, scope(place), items.last(transaction, scope(place)));
            return existing(transaction, place, belonging)
                    .orElseGet(() -> insert(transaction, who.actor(), place, belonging));
        });
    }

    /**
     * The number of the group that photos would join.
     *
     * @return nothing when it is still to be opened
     * @throws Refused when they name a group that is not in the place
     */
    public Optional<Integer> existing(Handle handle, GroupPlace place, Belonging belonging) {
        var code = ReferenceCode.parse(belonging.name())
                .filter(typed -> typed.parts().isPresent());
        if (code.isPresent()) {
            return Optional.of(number(handle, place, code.get().text()));
        }
        return handle.createQuery("select number from photo_group where scope = :scope and origin = :origin")
                .bind("scope", scope(place))
                .bind("origin", belonging.origin())
                .mapTo(Integer.class)
                .findOne();
    }

    /** {@return the number that a new group would be given now} */
    public int next(Handle handle, GroupPlace place) {
        return Math.max(numbers.last(handle, scope(place)), items.last(handle, scope(place))) + 1;
    }

    @Override
    public int number(Handle handle, GroupPlace place, String code) {
        var wanted = ReferenceCode.parse(code).map(ReferenceCode::text).orElse(code);
        return groups.find(handle, wanted)
                .filter(group -> place.scope().code(group.number()).text().equals(group.code()))
                .map(PhotoGroup::number)
                .orElseThrow(() -> new Refused(PhotoProblem.GROUP_ELSEWHERE, code, scope(place)));
    }

    @Override
    public int open(Handle transaction, SignedIn who, GroupPlace place, Item item) {
        return joining(transaction, who, place, new Belonging(item.title(), "item/" + UUID.randomUUID()));
    }

    private static String scope(GroupPlace place) {
        return place.scope().text();
    }

    private int insert(Handle transaction, Actor by, GroupPlace place, Belonging belonging) {
        var number = numbers.next(transaction, scope(place));
        var code = place.scope().code(number);
        var id = UUID.randomUUID();
        var title = shortened(belonging.name());
        transaction
                .createUpdate("""
                        insert into photo_group (id, reference_code, fonds, category, code_class, year, retention, scope,
                            number, photo_scope, origin, title, formed_by, formed_at)
                        values (:id, :code, :fonds, :category, :class, :year, :retention, :scope, :number, :photos,
                            :origin, :title, :by, :now)
                        """)
                .bind("id", id)
                .bind("code", code.text())
                .bind("fonds", code.text().substring(0, 4))
                .bind("category", place.category().name())
                .bind("class", code.parts().map(CodeParts::classCode).orElse(""))
                .bind("year", place.year())
                .bind("retention", place.retention().code())
                .bind("scope", scope(place))
                .bind("number", number)
                .bind("photos", code.text() + '-')
                .bind("origin", belonging.origin())
                .bind("title", title)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        write(transaction, id, 1, new PhotoWords(title, "", "", ""), by, "");
        audit.record(
                transaction,
                by,
                AuditAction.PHOTO_GROUP_OPENED,
                Subject.of("photo-group", id),
                Map.of("code", code.text()));
        return number;
    }

    private static String shortened(String name) {
        return name.codePoints()
                .limit(LONGEST_TITLE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Opens the groups of photos that came with a catalogue under codes of their own. The title of each is that of its first photo,
     * until somebody gives it another.
     *
     * @param batch what the photos were staged under
     */
    public void adopt(Handle transaction, Actor by, UUID batch) {
        var found = transaction
                .createQuery("""
                        insert into photo_group (id, reference_code, fonds, category, code_class, year, retention, scope,
                            number, photo_scope, title, formed_by, formed_at)
                        select distinct on (i.code_scope) gen_random_uuid(), rtrim(i.code_scope, '-'), i.fonds, i.category,
                            i.code_class, i.year, i.retention,
                            left(i.code_scope, length(i.code_scope) - length(i.code_volume) - 1),
                            cast(i.code_volume as int), i.code_scope, left(i.title, 200), :by, :now
                        from staged_item i where i.batch = :batch and i.category = 'ZP' and i.code_volume <> ''
                        order by i.code_scope, i.item_number
                        on conflict do nothing returning id
                        """)
                .bind("batch", batch)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .list();
        transaction
                .createUpdate("""
                        insert into group_sequence (scope, last)
                        select scope, max(number) from photo_group where id = any (:found) group by scope order by scope
                        on conflict (scope) do update set last = greatest(group_sequence.last, excluded.last)
                        """)
                .bindArray("found", UUID.class, found.toArray())
                .execute();
        found.forEach(id -> {
            var group = PhotoGroups.locked(transaction, id);
            write(transaction, id, 1, group.words(), by, "");
            audit.record(
                    transaction,
                    by,
                    AuditAction.PHOTO_GROUP_OPENED,
                    Subject.of("photo-group", id),
                    Map.of("code", group.code()));
        });
    }

    /**
     * Describes a group anew: a version with author and reason; its photos are written anew, because each tells of its group.
     *
     * @param version the version that was seen
     * @throws Malformed when the title or the reason is missing, or one is too long
     * @throws Refused when somebody else has changed it meanwhile, or nothing is changed
     */
    public void describe(Handle transaction, SignedIn who, UUID id, long version, PhotoWords typed, String why) {
        var words = checked(typed.stripped());
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Malformed(PhotoProblem.REASON_MISSING, LONGEST_REASON);
        }
        var group = PhotoGroups.locked(transaction, id);
        if (group.version() != version) {
            throw new Refused(
                    PhotoProblem.CHANGED_MEANWHILE,
                    groups.versions(transaction, id).getFirst().writtenBy());
        }
        if (group.words().equals(words)) {
            throw new Refused(PhotoProblem.NOTHING_CHANGED);
        }
        transaction.createUpdate("""
                        update photo_group set title = :title, theme = :theme, photographer = :photographer, place = :place,
                            version = version + 1 where id = :id
                        """).bind("id", id).bindMethods(words).execute();
        write(transaction, id, version + 1, words, who.actor(), reason);
        photos(transaction, group);
        audit.record(
                transaction,
                who.actor(),
                AuditAction.PHOTO_GROUP_DESCRIBED,
                Subject.of("photo-group", id),
                Map.of("code", group.code(), "reason", reason));
    }

    private static PhotoWords checked(PhotoWords words) {
        if (words.title().isEmpty() || words.title().length() > LONGEST_TITLE) {
            throw new Malformed(PhotoProblem.TITLE_MISSING, LONGEST_TITLE);
        }
        if (words.theme().length() > LONGEST
                || words.photographer().length() > LONGEST_TITLE
                || words.place().length() > LONGEST_TITLE) {
            throw new Malformed(PhotoProblem.WORDS_TOO_LONG, LONGEST, LONGEST_TITLE);
        }
        return words;
    }

    private void photos(Handle transaction, PhotoGroup group) {
        transaction
                .createQuery("select id from item where code_scope = :scope order by item_number")
                .bind("scope", group.code() + '-')
                .mapTo(UUID.class)
                .list()
                .forEach(photo -> objects.describe(transaction, photo));
    }

    private void write(Handle transaction, UUID id, long number, PhotoWords words, Actor by, String reason) {
        transaction
                .createUpdate("""
                        insert into photo_group_version
                            (group_id, number, title, theme, photographer, place, written_by, written_at, reason)
                        values (:id, :number, :title, :theme, :photographer, :place, :by, :now, :reason)
                        """)
                .bind("id", id)
                .bind("number", number)
                .bindMethods(words)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("reason", reason)
                .execute();
    }
}
