package lantai.ingest.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/** Photographs, things kept with a picture, a sound and a film. */
final class MediaBatch {
    private static final String PHOTOS = "20261107_宣传组_照片声像/";
    private static final String COMMUNITY = PHOTOS + "医保政策进社区/";
    private static final String THINGS = "20261107_综合档案室_实物照片/";

    private MediaBatch() {}

    static List<Parcel> parcels() {
        var song = Facts.of("服务窗口提示音录音", LocalDate.of(2025, 6, 1));
        var film = Facts.of("医保宣传片头录像", LocalDate.of(2025, 6, 1));
        return List.of(
                photo(
                                COMMUNITY + "DSC_0412.jpg",
                                Kind.PHOTO,
                                "医保政策进社区宣传活动",
                                LocalDateTime.of(2025, 9, 16, 9, 42, 10),
                                Scenes::communityDay)
                        .alsoSmall(),
                photo(
                        COMMUNITY + "DSC_0413.jpg",
                        Kind.PHOTO,
                        "医保政策进社区宣传活动：现场咨询",
                        LocalDateTime.of(2025, 9, 16, 9, 50, 2),
                        () -> Scenes.communityDay(1)),
                photo(
                        COMMUNITY + "DSC_0415.jpg",
                        Kind.PHOTO,
                        "医保政策进社区宣传活动：便民办理",
                        LocalDateTime.of(2025, 9, 16, 10, 8, 47),
                        () -> Scenes.communityDay(2)),
                photo(
                        PHOTOS + "DSC_0436.jpg",
                        Kind.PHOTO,
                        "业务档案库房",
                        LocalDateTime.of(2025, 10, 9, 15, 5, 33),
                        Scenes::store),
                photo(
                        THINGS + "奖牌_档案工作先进单位.jpg",
                        Kind.PLAQUE,
                        "档案工作先进单位",
                        LocalDateTime.of(2025, 12, 30, 10, 0, 0),
                        Scenes::plaque),
                photo(
                        THINGS + "锦旗_热心服务解民忧.jpg",
                        Kind.PENNANT,
                        "锦旗：热心服务解民忧　真情办事暖人心",
                        LocalDateTime.of(2025, 9, 25, 11, 20, 0),
                        Scenes::pennant),
                Parcel.of(PHOTOS + "窗口提示音.wav", Kind.SOUND, song, _ -> Made.of(Tune.wav(), "audio/vnd.wave"))
                        .alsoSmall(),
                Parcel.of(PHOTOS + "宣传片头.mp4", Kind.FILM, film, _ -> Made.of(film(), "video/mp4")));
    }

    private static Parcel photo(
            String path, Kind kind, String title, LocalDateTime taken, Supplier<BufferedImage> scene) {
        return Parcel.of(path, kind, Facts.of(title, taken.toLocalDate()), _ -> {
            var jpeg = Pictures.jpeg(scene.get(), 300, 0.85);
            return new Made(Exif.into(jpeg, taken), "image/jpeg", 1, List.of());
        });
    }

    /** The one file that is not made anew: four seconds, drawn for this sample and coded as H.264. */
    private static byte[] film() throws IOException {
        try (var stream = MediaBatch.class.getResourceAsStream("clip.mp4")) {
            if (stream == null) {
                throw new IllegalStateException("the film is missing: clip.mp4");
            }
            return stream.readAllBytes();
        }
    }
}
