package lantai.ingest.reader.child;

import java.util.Locale;
import java.util.regex.Pattern;
import lantai.ingest.reader.Fact;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.TIFF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.XMPDM;
import org.jspecify.annotations.Nullable;

/** Takes the facts that are kept out of Tika's many metadata. */
final class Facts {
    private static final Pattern NO_TIME = Pattern.compile("(1601|1904|1970)-01-01T00:00:00.*");
    private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");

    private Facts() {}

    static void take(Metadata metadata, Draft draft) {
        draft.fact(Fact.TITLE, metadata.get(TikaCoreProperties.TITLE));
        draft.fact(Fact.TITLE, metadata.get(TikaCoreProperties.SUBJECT));
        draft.fact(Fact.AUTHOR, metadata.get(TikaCoreProperties.CREATOR));
        draft.fact(Fact.AUTHOR, metadata.get(Message.MESSAGE_FROM));
        draft.fact(Fact.CREATED, time(metadata.get(TikaCoreProperties.CREATED)));
        draft.fact(Fact.MODIFIED, time(metadata.get(TikaCoreProperties.MODIFIED)));
        draft.fact(Fact.KEYWORDS, metadata.get(Office.KEYWORDS));
        draft.fact(Fact.PRODUCER, metadata.get(TikaCoreProperties.CREATOR_TOOL));
        draft.fact(Fact.PRODUCER, metadata.get("extended-properties:Application"));
        draft.fact(Fact.TO, joined(metadata.getValues(Message.MESSAGE_TO)));
        draft.fact(Fact.CC, joined(metadata.getValues(Message.MESSAGE_CC)));
        draft.fact(Fact.WIDTH, metadata.get(TIFF.IMAGE_WIDTH));
        draft.fact(Fact.HEIGHT, metadata.get(TIFF.IMAGE_LENGTH));
        draft.fact(Fact.DURATION, milliseconds(metadata.get(XMPDM.DURATION)));
        draft.fact(
                Fact.SAMPLING, sampling(metadata.get(XMPDM.AUDIO_SAMPLE_RATE), metadata.get(XMPDM.AUDIO_CHANNEL_TYPE)));
        draft.fact(Fact.CODEC, metadata.get(XMPDM.AUDIO_COMPRESSOR));
    }

    /** Formats count from 1601, 1904 or 1970; the first instant itself means that nobody set a time. */
    private static @Nullable String time(@Nullable String value) {
        return value == null || NO_TIME.matcher(value).matches() ? null : value;
    }

    private static @Nullable String sampling(@Nullable String rate, @Nullable String channels) {
        if (rate == null) {
            return null;
        }
        return rate + " Hz"
                + switch (channels == null ? "" : channels) {
                    case "Mono" -> "，1 声道";
                    case "Stereo" -> "，2 声道";
                    default -> "";
                };
    }

    private static String joined(String[] values) {
        return String.join(", ", values);
    }

    /** Tika gives seconds with a fraction. */
    private static @Nullable String milliseconds(@Nullable String seconds) {
        if (seconds == null || !SECONDS.matcher(seconds).matches()) {
            return null;
        }
        return String.format(Locale.ROOT, "%d", Math.round(Double.parseDouble(seconds) * 1000));
    }
}
