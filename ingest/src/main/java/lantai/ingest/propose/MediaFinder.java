package lantai.ingest.propose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.classification.Category;

/**
 * What is known without text: photographs, sound, video and mail tell their kind by their type, their title by the file's
 * name, their date by what the file says of itself.
 */
final class MediaFinder {
    private static final int FEW_CHARACTERS = 40;
    private static final double BY_TYPE = 0.9;
    private static final double TOLD = 0.95;
    private static final double TOLD_OF_FILE = 0.3;
    private static final double IN_FILE_NAME = 0.5;
    private static final Pattern OBJECT = Pattern.compile("锦旗|奖牌|奖杯|奖状|牌匾|匾|证书|荣誉|印章|铭牌|纪念章|奖章|授予|获得者|先进集体|赠");
    private static final Pattern CAMERA_NAME = Pattern.compile(
            "(?i)^(?:img|dsc[fn]?|pict?|mvi|vid|rec|scan|image|photo|微信图片|微信视频|mmexport|wx_camera|screenshot|扫描|录音|新录音)?[\\s_()-]*[\\d\\s_().-]*$");
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})[-_.年:]?(0[1-9]|1[0-2])[-_.月:]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private static final List<String> TAKEN =
            List.of("taken", "exif ifd0:date/time original", "exif subifd:date/time original", "exif:datetimeoriginal");
    private static final List<String> CREATED = List.of(
            "created",
            "dcterms:created",
            "xmpdm:shotdate",
            "meta:creation-date",
            "creation-date",
            "date",
            "message:date");
    private static final List<String> TITLE = List.of("title", "dc:title", "dc:subject", "subject");
    private static final List<String> CAPTION = List.of("caption", "dc:description", "image description");
    private static final List<String> SENDER =
            List.of("author", "message:from-name", "message-from", "dc:creator", "message:from-email");

    private final KindRules rules;

    MediaFinder(KindRules rules) {
        this.rules = rules;
    }

    private enum Medium {
        NONE(""),
        PHOTO("photo"),
        SOUND("sound-recording"),
        VIDEO("video-recording"),
        MAIL("email");

        private final String kind;

        Medium(String kind) {
            this.kind = kind;
        }
    }

    private static Medium medium(Scene scene) {
        String mime = scene.document().mime();
        if (mime.startsWith("audio/")) {
            return Medium.SOUND;
        }
        if (mime.startsWith("video/")) {
            return Medium.VIDEO;
        }
        if (mime.equals("message/rfc822") || mime.equals("application/vnd.ms-outlook")) {
            return Medium.MAIL;
        }
        int characters = scene.layout().strips().stream()
                .mapToInt(strip -> strip.text().length())
                .sum();
        boolean camera = told(scene, List.of("camera", "tiff:model", "exif ifd0:model", "model"))
                .isPresent();
        boolean picture = mime.startsWith("image/")
                && told(scene, List.of(ReadDocument.SHOWS_NOTHING, "frames")).isEmpty()
                && (characters < FEW_CHARACTERS || (camera && characters < 4 * FEW_CHARACTERS));
        return picture ? Medium.PHOTO : Medium.NONE;
    }

    /** {@return the kinds with that of the medium first, if the document is of one} */
    List<KindScorer.Rated> adjusted(Scene scene, List<KindScorer.Rated> rated) {
        Medium medium = medium(scene);
        if (medium == Medium.NONE) {
            return rated.stream()
                    .filter(item -> !item.kind().code().equals(Medium.PHOTO.kind))
                    .toList();
        }
        Optional<KindRule> kind = rules.kind(medium.kind);
        if (kind.isEmpty()) {
            return rated;
        }
        var adjusted = new ArrayList<KindScorer.Rated>();
        boolean form = medium == Medium.PHOTO
                && rated.stream()
                        .anyMatch(item -> item.probability() > 0.8
                                && item.kind().formats().isEmpty()
                                && item.kind().category() != Category.SW);
        boolean object = medium == Medium.PHOTO && OBJECT.matcher(words(scene)).find();
        boolean named = object && OBJECT.matcher(scene.document().fileName()).lookingAt();
        double share = form ? 0.3 : named ? 0.25 : object ? 0.7 : BY_TYPE + 0.07;
        adjusted.add(new KindScorer.Rated(kind.get(), 5, share, Optional.empty(), List.of()));
        if (object) {
            double ofObject = named ? 0.7 : 0.25;
            rules.kind("object")
                    .ifPresent(
                            rule -> adjusted.add(new KindScorer.Rated(rule, 4, ofObject, Optional.empty(), List.of())));
        }
        for (KindScorer.Rated item : rated) {
            if (adjusted.stream().noneMatch(other -> other.kind().equals(item.kind()))) {
                double less = item.probability() * (form ? 0.65 : 0.1);
                adjusted.add(new KindScorer.Rated(item.kind(), item.score(), less, item.span(), item.words()));
            }
        }
        adjusted.sort(Comparator.comparingDouble(KindScorer.Rated::probability).reversed());
        return adjusted;
    }

    private static String words(Scene scene) {
        return scene.document().folder()
                + '/'
                + scene.document().fileName()
                + '/'
                + told(scene, CAPTION).orElse("")
                + scene.layout().text();
    }

    /** {@return the subject of a mail, a written caption, the file's name or that of its folder} */
    List<Suggestion> titles(Scene scene) {
        Medium medium = medium(scene);
        var titles = new ArrayList<Suggestion>();
        if (medium != Medium.NONE) {
            double first = medium == Medium.MAIL ? TOLD : 0.85;
            told(scene, medium == Medium.MAIL ? TITLE : CAPTION)
                    .filter(text -> text.length() > 2)
                    .ifPresent(text -> titles.add(title(text, first, "metadata")));
        }
        String name = scene.document().fileName().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        boolean speaks =
                !CAMERA_NAME.matcher(name).matches() && name.codePoints().anyMatch(Character::isIdeographic);
        if (speaks) {
            titles.add(title(name.replaceAll("[_\\s]+", " ").strip(), medium == Medium.NONE ? 0.4 : 0.8, "file-name"));
        }
        String folder =
                scene.document().folder().replaceFirst("^.*/(?=[^/]+/?$)", "").replace("/", "");
        if (medium != Medium.NONE && !speaks && folder.codePoints().anyMatch(Character::isIdeographic)) {
            titles.add(title(folder, 0.6, "folder"));
        }
        if (titles.isEmpty() && scene.layout().strips().isEmpty() && !name.isBlank()) {
            titles.add(title(name, 0.2, "file-name"));
        }
        return titles;
    }

    private static Suggestion title(String text, double confidence, String reason) {
        return new Suggestion(Field.TITLE, text, text, confidence, Optional.empty(), reason);
    }

    /** {@return the day a picture was taken or a mail sent; for other files the day the file was made, with little weight} */
    List<Suggestion> dates(Scene scene) {
        Medium medium = medium(scene);
        var dates = new ArrayList<Suggestion>();
        Optional<String> taken = told(scene, TAKEN);
        taken.flatMap(MediaFinder::day).ifPresent(day -> dates.add(date(day, taken.orElseThrow(), TOLD, "metadata")));
        day(scene.document().fileName())
                .filter(_ -> medium != Medium.NONE)
                .ifPresent(day -> dates.add(date(day, scene.document().fileName(), IN_FILE_NAME, "file-name")));
        boolean own = medium == Medium.MAIL || medium == Medium.SOUND || medium == Medium.VIDEO;
        double weight = medium == Medium.MAIL ? TOLD : own ? 0.7 : TOLD_OF_FILE;
        Optional<String> created = told(scene, CREATED);
        if (taken.isEmpty()) {
            created.flatMap(MediaFinder::day)
                    .ifPresent(day -> dates.add(date(day, minute(created.orElseThrow()), weight, "metadata")));
        }
        return dates;
    }

    /** A time that is Beijing's already, as people write it; others stay as they are. */
    private static String minute(String time) {
        return time.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)\\S*\\+08:00$", "$1 $2");
    }

    private static Suggestion date(LocalDate day, String shown, double confidence, String reason) {
        return new Suggestion(Field.DATE, day.toString(), shown, confidence, Optional.empty(), reason);
    }

    /** {@return the sender of a mail} */
    List<Suggestion> senders(Scene scene) {
        return medium(scene) != Medium.MAIL
                ? List.of()
                : told(scene, SENDER)
                        .map(sender -> List.of(
                                new Suggestion(Field.RESPONSIBLE, sender, sender, TOLD, Optional.empty(), "metadata")))
                        .orElse(List.of());
    }

    private static Optional<LocalDate> day(String text) {
        Matcher matcher = DAY.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(matcher.group(2));
        LocalDate first = LocalDate.of(Integer.parseInt(matcher.group(1)), month, 1);
        int day = Integer.parseInt(matcher.group(3));
        return day <= first.lengthOfMonth() ? Optional.of(first.withDayOfMonth(day)) : Optional.empty();
    }

    private static Optional<String> told(Scene scene, List<String> names) {
        for (String name : names) {
            for (Map.Entry<String, String> entry : scene.document().metadata().entrySet()) {
                if (entry.getKey().toLowerCase(Locale.ROOT).equals(name)
                        && !entry.getValue().isBlank()) {
                    return Optional.of(entry.getValue().strip());
                }
            }
        }
        return Optional.empty();
    }
}
