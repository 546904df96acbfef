package lantai.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import lantai.classification.Category;
import lantai.key.SigningKey;
import lantai.problem.Damaged;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;
import lantai.storage.FixityDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages after DA/T 48: valid by the schema, and every byte comes back. */
class EepTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    private Path folder;

    private final EepCheck check = new EepCheck();
    private final Map<Component, byte[]> bytes = new HashMap<>();

    @Test
    void aPackageIsValidAndGivesEveryByteBack() throws IOException {
        var big = new byte[200_001];
        new Random(7).nextBytes(big);
        var components = List.of(
                component(1, "报告.pdf", "application/pdf", big),
                component(2, "附件 & <表>.txt", "text/plain", "样例".getBytes(StandardCharsets.UTF_8)),
                component(3, "空", "application/octet-stream", new byte[0]));
        var eep = written(facts(components, Map.of("keywords", "医保、经办", "security", "公开")), 1 << 20);
        assertThat(check.faults(eep)).isEmpty();
        var held = check.files(eep);
        assertThat(held).hasSize(3);
        for (var i = 0; i < 3; i++) {
            assertThat(held.get(i).is(components.get(i).fixity())).isTrue();
            assertThat(held.get(i).isBeside()).isFalse();
        }
        assertThat(held).extracting(EepCheck.Held::keyword).containsExactly("base64-pdf", "base64-txt", "base64-bin");
        var xml = Files.readString(eep);
        assertThat(xml)
                .contains(
                        "<版本>2009</版本>",
                        "<封装包类型>原始型</封装包类型>",
                        "<聚合层次>文件</聚合层次>",
                        "<立档单位名称>样例市医疗保障事务中心</立档单位名称>",
                        "<档案馆代码>990101</档案馆代码>",
                        "<保管期限>永久</保管期限>",
                        "<室编件号>0012</室编件号>",
                        "<题名>样例·关于“三定”的通知\uFFFD</题名>",
                        "<日期>2001-03-01</日期>",
                        "<关键词>医保、经办</关键词>",
                        "<文件组合类型>组合文件</文件组合类型>",
                        "<脱机载体编号>无</脱机载体编号>",
                        "<控制标识>控制</控制标识>",
                        "<附注>开放审核意见：延期开放。理由：未满二十五年</附注>",
                        "<业务行为>归档</业务行为>",
                        "<机构人员名称>archivist</机构人员名称>",
                        "编码数据ID=\"修改0-文档3-文档数据1-编码1-编码数据\"");
    }

    @Test
    void aLargeFileLiesBesideAndOnlyItsDigestInside() throws IOException {
        var large = component(1, "录像.mp4", "video/mp4", new byte[5000]);
        var facts = facts(List.of(large), Map.of());
        var eep = written(facts, 4999);
        assertThat(check.faults(eep)).isEmpty();
        var held = check.files(eep).getFirst();
        assertThat(held.isBeside()).isTrue();
        assertThat(held.is(large.fixity())).isTrue();
        assertThat(Files.size(eep)).isLessThan(8000);
        assertThat(Medium.beside(eep)).hasFileName("record");
    }

    @Test
    void bytesThatAreNotThoseRegisteredAreNotPacked() throws IOException {
        var component = component(1, "a.txt", "text/plain", "样例".getBytes(StandardCharsets.UTF_8));
        bytes.put(component, "改过".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> written(facts(List.of(component), Map.of()), 1 << 20))
                .isInstanceOfSatisfying(
                        Damaged.class,
                        damaged -> assertThat(damaged.problem()).isEqualTo(TransferProblem.BYTES_DIFFER));
    }

    @Test
    void readingBackNoticesEveryKindOfHarm() throws IOException {
        var component = component(1, "a.txt", "text/plain", "样例正文".getBytes(StandardCharsets.UTF_8));
        var eep = written(facts(List.of(component), Map.of()), 1 << 20);
        var whole = Files.readString(eep);
        var encoded = java.util.Base64.getEncoder().encodeToString("样例正文".getBytes(StandardCharsets.UTF_8));
        assertThat(whole).contains(encoded);

        Files.writeString(eep, whole.replace(encoded, encoded.replace(encoded.charAt(2), 'A')));
        assertThat(check.files(eep).getFirst().is(component.fixity())).isFalse();
        Files.writeString(eep, whole.replace(encoded, encoded.substring(1)));
        assertThatThrownBy(() -> check.files(eep)).isInstanceOf(IOException.class);
        for (var harm : List.of(
                List.of("<题名>样例", "<题名></题名><题名>样例"),
                List.of("<密级>公开</密级>", ""),
                List.of("<控制标识>控制<", "<控制标识>随便<"),
                List.of("<年度>2001<", "<年度>去年<"),
                List.of("编码ID=\"修改0-文档1-文档数据1-编码1\"", "编码ID=\"修改0-文档1\""),
                List.of("http://www.saac.gov.cn", "http://other"))) {
            assertThat(whole).contains(harm.getFirst());
            Files.writeString(eep, whole.replace(harm.getFirst(), harm.getLast()));
            assertThat(check.faults(eep)).as(harm.toString()).isNotEmpty();
        }
    }

    @Test
    void theSchemaLetsNoEntityIn() throws IOException {
        var eep = written(facts(List.of(component(1, "a.txt", "text/plain", new byte[3])), Map.of()), 1 << 20);
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.writeString(
                eep,
                Files.readString(eep)
                        .replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                        .replace("<题名>样例", "<题名>&e;样例"));
        assertThat(check.faults(eep)).isNotEmpty();
    }

    @Test
    void aSignedPackageIsValidAndEveryChangedByteIsTold() throws IOException {
        var component = component(1, "a.txt", "text/plain", "样例正文".getBytes(StandardCharsets.UTF_8));
        var eep = written(facts(List.of(component), Map.of("scope", "甲 & <乙> \"丙\"")), 1 << 20);
        assertThat(EepSeal.state(eep)).isEqualTo(new EepSeal.State.Unsigned());
        var key = SigningKey.open(folder.resolve("keys"));
        EepSeal.seal(eep, key, "样例中心 & <档案室>", NOW);
        assertThat(EepSeal.state(eep)).isEqualTo(new EepSeal.State.Whole(key.id()));
        assertThat(check.faults(eep)).isEmpty();
        assertThat(faults(eep)).isEmpty();

        var whole = Files.readString(eep);
        for (var change : List.of(
                List.of("<题名>样例", "<题名>樣例"),
                List.of("编码数据ID=\"修改0-文档1-", "编码数据ID=\"修改1-文档1-"),
                List.of("eep版本=\"2009\"", "eep版本=\"2010\""),
                List.of("<签名结果>M", "<签名结果>N"),
                List.of("</附注>", " </附注>"))) {
            assertThat(whole).contains(change.getFirst());
            Files.writeString(eep, whole.replace(change.getFirst(), change.getLast()));
            assertThat(EepSeal.state(eep)).as(change.toString()).isEqualTo(new EepSeal.State.Broken());
            assertThat(faults(eep)).as(change.toString()).contains("EEP_SIGNATURE");
        }
        Files.writeString(eep, whole.replace("<被签名对象 ", "<!-- written otherwise --><被签名对象\n  "));
        assertThat(EepSeal.state(eep)).isEqualTo(new EepSeal.State.Whole(key.id()));
    }

    @Test
    void whatIsSignedIsTheCanonicalFormOfTheStandard() throws Exception {
        var component = component(1, "a & b.txt", "text/plain", "样例".getBytes(StandardCharsets.UTF_8));
        var eep = written(facts(List.of(component), Map.of("scope", "甲 & <乙>\n\t\"丙\" > 丁")), 1 << 20);
        var ours = new java.io.ByteArrayOutputStream();
        try (var in = Files.newInputStream(eep)) {
            CanonicalForm.write(in, ours::writeBytes);
        }
        var factory = javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance();
        var part = factory.newDocumentBuilder()
                .parse(eep.toFile())
                .getElementsByTagNameNS(EepWriter.NAMESPACE, CanonicalForm.SIGNED)
                .item(0);
        var alone = new java.io.ByteArrayOutputStream();
        javax.xml.transform.TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(
                        new javax.xml.transform.dom.DOMSource(part),
                        new javax.xml.transform.stream.StreamResult(alone));
        var method = javax.xml.crypto.dsig.TransformService.getInstance(
                javax.xml.crypto.dsig.CanonicalizationMethod.INCLUSIVE, "DOM");
        var theirs = (javax.xml.crypto.OctetStreamData) method.transform(
                new javax.xml.crypto.OctetStreamData(new ByteArrayInputStream(alone.toByteArray())), null);
        assertThat(ours.toString(StandardCharsets.UTF_8))
                .isEqualTo(new String(theirs.getOctetStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void whatGoesInComesOutWithTheSameBytesAndTheSameWords() throws IOException {
        var values = new HashMap<>(Map.of(
                "keywords", "医保、经办",
                "scope", "第一行\n第二行",
                "language", "汉语",
                "draft", "定稿",
                "note", "样例附注",
                "photographer", "样例甲",
                "scan-resolution", "300dpi"));
        values.putAll(Map.of("scan-colour", "灰度", "amount", "12.50", "level", "件", "file-size", "9"));
        var random = new Random(7);
        var bytesOfOne = new byte[100_001];
        random.nextBytes(bytesOfOne);
        var one = component(1, "甲.pdf", "application/pdf", bytesOfOne);
        var two = component(2, "乙.txt", "text/plain", new byte[0]);
        var eep = written(facts(List.of(one, two), values), 1 << 20);
        var content = new EepFile(eep).read(Files.createDirectory(folder.resolve("out")));
        assertThat(content.documents()).extracting(EepFile.Document::name).containsExactly("甲.pdf", "乙.txt");
        assertThat(content.documents().getFirst().file()).hasBinaryContent(bytesOfOne);
        assertThat(content.documents().getLast().file()).isEmptyFile();
        var expected = new HashMap<>(values);
        expected.keySet().removeAll(List.of("level", "file-size"));
        expected.putAll(Map.of(
                "title", "样例·关于“三定”的通知\uFFFD",
                "document-number", "样例〔2001〕3号",
                "responsible", "样例市医疗保障事务中心",
                "date", "2001-03-01",
                "security", "公开",
                "year", "2001",
                "retention", "Y",
                "category", "WS",
                "kind", "notice",
                "reference-code", "J057-WS·2001-Y-BGS-0012"));
        assertThat(content.said()).isEqualTo(new java.util.TreeMap<>(expected));
        assertThat(faults(eep)).containsExactly("EEP_UNSIGNED");
    }

    @Test
    void aMarkInTheTitleOrInANoteIsFoundAsOneInTheElementOfSecrecy() throws IOException {
        var component = component(1, "a.txt", "text/plain", "样例".getBytes(StandardCharsets.UTF_8));
        for (var element : List.of("note", "scope", "keywords")) {
            var eep = written(facts(List.of(component), Map.of(element, "样例，机密★10年")), 1 << 20);
            assertThat(faults(eep)).as(element).contains("STATE_SECRET");
        }
    }

    @Test
    void harmfulPackagesAreRefusedByName() throws IOException {
        var component = component(1, "a.txt", "text/plain", "样例".getBytes(StandardCharsets.UTF_8));
        var eep = written(facts(List.of(component), Map.of()), 1 << 20);
        var whole = Files.readString(eep);
        Files.writeString(
                eep,
                whole.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"));
        assertThat(faults(eep)).containsExactly("EEP_DECLARATION");
        Files.writeString(eep, whole.replace("<密级>公开", "<密级>机密★20年"));
        assertThat(faults(eep)).contains("STATE_SECRET");
        Files.writeString(eep, whole.substring(0, whole.length() / 2));
        assertThat(faults(eep)).contains("EEP_UNREADABLE");

        var outside = Files.writeString(folder.resolve("001-outside"), "secret");
        var large = component(1, "../001-outside", "video/mp4", Files.readAllBytes(outside));
        eep = written(facts(List.of(large), Map.of()), 0);
        assertThat(faults(eep)).contains("FILE_MISSING");
    }

    private List<String> faults(Path eep) throws IOException {
        return new EepFile(eep)
                .faults(Files.createTempDirectory(folder, "faults")).stream()
                        .map(EepFile.Fault::code)
                        .toList();
    }

    private Component component(int ordinal, String name, String mime, byte[] content) throws IOException {
        var component = new Component(
                ordinal, name, FixityDigest.of(new ByteArrayInputStream(content)), mime, "fmt/" + ordinal, "");
        bytes.put(component, content);
        return component;
    }

    private Path written(EepFacts facts, long embedded) throws IOException {
        var file = folder.resolve("record.xml");
        try (var out = Files.newOutputStream(file)) {
            new EepWriter(
                            facts,
                            component -> new ByteArrayInputStream(
                                    Optional.ofNullable(bytes.get(component)).orElseThrow()),
                            embedded)
                    .write(out);
        }
        return file;
    }

    private static EepFacts facts(List<Component> components, Map<String, String> values) {
        var id = UUID.randomUUID();
        var item = new Item(
                id,
                new ReferenceCode("J057-WS·2001-Y-BGS-0012"),
                "J057",
                Category.WS,
                "notice",
                "通知",
                2001,
                new RetentionPeriod.Permanent(),
                "样例·关于“三定”的通知\u0001",
                "样例〔2001〕3号",
                "",
                Optional.of(LocalDate.of(2001, 3, 1)),
                Optional.empty(),
                Optional.empty(),
                new Privacy(false, 1),
                Origin.UNKNOWN,
                3,
                Item.objectIdOf(id),
                1,
                NOW,
                "archivist",
                1);
        return new EepFacts(
                item,
                components,
                values,
                new TransferList.Archive("样例市国家档案馆", "990101"),
                "样例全宗",
                "样例市医疗保障事务中心",
                new TransferEntry.Opened(OpenOpinion.DEFERRED, "未满二十五年", "archivist", NOW),
                List.of(
                        new EepFacts.Deed("归档", "archivist", NOW, ""),
                        new EepFacts.Deed("移交批准", "leader", NOW, "YJ-2026-001")),
                "公开",
                "",
                NOW);
    }
}
