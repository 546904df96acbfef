package lantai.web.photo;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.photo.PhotoGroupDesk;
import lantai.photo.PhotoGroups;
import lantai.photo.PhotoLines;
import lantai.photo.PhotoWords;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.scheme.SchemePolicy;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the screens of photo groups go through. */
public record PhotoDoors(
        Jdbi jdbi, PhotoGroups groups, PhotoLines lines, PhotoGroupDesk desk, SchemePolicy scheme, AuditTrail audit) {
    static final int SIZE = 50;

    /** How many photos a page of a group shows. */
    static final int PHOTOS = 60;

    /**
     * Opens a group; that the reader has seen its photos is noted.
     *
     * @param after the page begins above this number of a photo
     * @throws NotFound when there is none in which the reader sees something
     */
    OpenedGroup open(Handle transaction, SignedIn who, UUID id, int after) {
        var visibility = Viewer.visibility(who);
        var group = groups.get(transaction, visibility, id);
        var found = lines.of(transaction, visibility, group, Math.max(0, after), PHOTOS + 1);
        var shown = found.stream().limit(PHOTOS).toList();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.SEARCHED,
                Subject.of("photo-group", id),
                Map.of("question", group.code(), "shown", Integer.toString(shown.size())));
        return new OpenedGroup(
                group,
                shown,
                found.size() > PHOTOS ? Optional.of(shown.getLast().number()) : Optional.empty(),
                groups.seen(transaction, visibility, id) == group.photos());
    }

    /**
     * Describes a group anew.
     *
     * @throws Refused when the reader does not see all its photos
     */
    void describe(Handle transaction, SignedIn who, UUID id, long version, PhotoWords words, String reason) {
        var visibility = Viewer.visibility(who);
        var group = groups.get(transaction, visibility, id);
        if (groups.seen(transaction, visibility, id) < group.photos()) {
            throw new Refused(PhotoWebProblem.NOT_ALL_SEEN);
        }
        desk.describe(transaction, who, id, version, words, reason);
    }
}
