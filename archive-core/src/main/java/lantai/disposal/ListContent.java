package lantai.disposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.record.Component;
import lantai.storage.Fixity;
import lantai.storage.FixityDigest;

/** What a destruction list says, as one text that is the same each time; its digest is what people approve and sign. */
record ListContent(String number, List<Member> group, List<DestructionEntry> entries) {
    static final String SCHEMA = "lantai-destruction-list-1";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String json() {
        var content = new LinkedHashMap<String, Object>();
        content.put("schema", SCHEMA);
        content.put("number", number);
        if (group.stream().anyMatch(member -> member.stance().isPresent())) {
            content.put("group", group.stream().map(ListContent::member).toList());
        }
        content.put("records", entries.stream().map(ListContent::entry).toList());
        return text(content);
    }

    Fixity fixity() {
        var digest = new FixityDigest();
        var bytes = json().getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        return digest.finish();
    }

    static Map<String, Object> component(Component component) {
        var content = new LinkedHashMap<String, Object>();
        content.put("name", component.name());
        content.put("size", component.fixity().size());
        content.put("sha256", component.fixity().sha256());
        content.put("sm3", component.fixity().sm3());
        return content;
    }

    static String text(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, Object> member(Member member) {
        var content = new LinkedHashMap<String, Object>();
        content.put("account", member.account().toString());
        content.put("name", member.name());
        content.put("leads", member.leads());
        content.put("stance", member.stance().map(Stance::name).orElse(""));
        content.put("reason", member.reason());
        content.put(
                "differing", member.voices().stream().map(ListContent::voice).toList());
        return content;
    }

    private static Map<String, Object> voice(Member.Voice voice) {
        var content = new LinkedHashMap<String, Object>();
        content.put("item", voice.item().toString());
        content.put("referenceCode", voice.referenceCode());
        content.put("opinion", voice.opinion().name());
        content.put("term", voice.term());
        content.put("reason", voice.reason());
        return content;
    }

    private static Map<String, Object> entry(DestructionEntry entry) {
        var content = new LinkedHashMap<String, Object>();
        content.put("ordinal", entry.ordinal());
        content.put("item", entry.item().toString());
        content.put("referenceCode", entry.referenceCode());
        content.put("title", entry.title());
        content.put("year", entry.year());
        content.put("period", entry.period());
        content.put("yearsKept", entry.yearsKept());
        content.put("pages", entry.pageCount());
        content.put("opinion", entry.opinion());
        content.put("object", entry.objectId());
        content.put(
                "files", entry.objects().stream().map(ListContent::component).toList());
        return content;
    }
}
