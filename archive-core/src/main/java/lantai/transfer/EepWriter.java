package lantai.transfer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import lantai.problem.Damaged;
import lantai.record.CodeParts;
import lantai.record.Component;
import lantai.retention.RetentionPeriod;
import lantai.storage.FixityDigest;

/**
 * Writes one record as an EEP package (基于 XML 的电子文件封装, DA/T 48-2009; elements of DA/T 46-2009), an original one, to be
 * signed by {@link EepSeal} when it is whole. Files stream through, and are compared with their
 * registered digests on the way.
 */
final class EepWriter {
    static final String NAMESPACE = "http://www.saac.gov.cn/standards/ERM/encapsulation";
    static final String ENCODED = "编码数据";
    static final String KEYWORD = "反编码关键字";
    static final String BESIDE = "sha256-base64Binary";

    static final String CODE = "档号：";
    static final String OPINION = "开放审核意见：";
    static final String BEYOND = "著录项";

    private static final String FORMAT = "本EEP根据中华人民共和国档案行业标准DA/T 48-2009《基于XML的电子文件封装规范》生成";
    private static final String ORIGINAL = "本封装包包含电子文件数据及其元数据，原始封装，未经修改";
    private static final String BASE64 = "编码数据是计算机文件的Base64编码（IETF RFC 2045），解码后按反编码关键字还原扩展名";
    private static final String DIGEST_ONLY = "文件较大，放在封装包旁的同名文件夹里；编码数据是文件SHA-256摘要的Base64编码";
    private static final int CHUNK = 3 * (1 << 14);

    private final EepFacts facts;
    private final Source files;
    private final long embedded;

    /** Opens the files of the record. */
    interface Source {
        /** {@return the bytes of a file} */
        InputStream open(Component component) throws IOException;
    }

    /** @param embedded up to how many bytes a file lies inside */
    EepWriter(EepFacts facts, Source files, long embedded) {
        this.facts = facts;
        this.files = files;
        this.embedded = embedded;
    }

    /**
     * Writes the package; the stream stays open.
     *
     * @throws Damaged when a file is not what is registered
     */
    void write(OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "电子文件封装包");
            xml.writeDefaultNamespace(NAMESPACE);
            new Body(xml).all();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** {@return whether a file lies beside the package} */
    boolean isBeside(Component component) {
        return component.fixity().size() > embedded;
    }

    /** The elements, in their order. */
    private final class Body {
        private final XMLStreamWriter xml;

        Body(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void all() throws XMLStreamException, IOException {
            say("封装包格式描述", FORMAT);
            say("版本", "2009");
            open("被签名对象");
            xml.writeAttribute("eep版本", "2009");
            say("封装包类型", "原始型");
            say("封装包类型描述", ORIGINAL);
            say("封装包创建时间", moment(facts.madeAt()));
            say("封装包创建单位", facts.creator());
            open("封装内容");
            open("文件实体块");
            file();
            close();
            deeds();
            agents();
            close();
            close();
        }

        private void file() throws XMLStreamException, IOException {
            open("文件实体");
            say("聚合层次", "文件");
            open("来源");
            maybe("档案馆名称", facts.archive().name());
            maybe("档案馆代码", facts.archive().code());
            maybe("全宗名称", facts.fondsTitle());
            say("立档单位名称", facts.creator());
            close();
            say("电子文件号", facts.item().id().toString());
            code();
            content();
            form();
            open("存储位置");
            maybe("当前位置", facts.value("location"));
            say("脱机载体编号", facts.carrier().isEmpty() ? "无" : facts.carrier());
            close();
            open("权限管理");
            maybe("知识产权说明", facts.value("rights"));
            say("控制标识", facts.opinion().opinion().control());
            close();
            say("信息系统描述", "兰台电子档案管理系统");
            say("附注", CODE + facts.item().referenceCode().text());
            say(
                    "附注",
                    OPINION + facts.opinion().opinion().chinese() + "。理由："
                            + facts.opinion().reason());
            maybe("附注", facts.value("note"));
            beyond();
            open("文件数据");
            for (var component : facts.components()) {
                document(component);
            }
            close();
            close();
        }

        /** What this form has no place for. */
        private void beyond() throws XMLStreamException {
            say("附注", BEYOND + " category：" + facts.item().category().name());
            say("附注", BEYOND + " kind：" + facts.item().kind());
            for (var entry : new TreeMap<>(facts.values()).entrySet()) {
                var isScan =
                        entry.getKey().startsWith("scan-") || entry.getKey().equals("compression");
                if (EepElements.isBeyond(entry.getKey()) || (isScan && !isScanned())) {
                    say("附注", BEYOND + ' ' + entry.getKey() + '：' + entry.getValue());
                }
            }
        }

        private boolean isScanned() {
            return !facts.value("scan-resolution").isEmpty()
                    && !facts.value("scan-colour").isEmpty();
        }

        private void code() throws XMLStreamException {
            var item = facts.item();
            open("档号");
            say("全宗号", item.fonds());
            say("年度", "%04d".formatted(item.year()));
            say("保管期限", period(item.retention()));
            maybe(
                    "机构或问题",
                    item.referenceCode().parts().map(CodeParts::organisation).orElse(""));
            maybe("室编案卷号", item.referenceCode().parts().map(CodeParts::volume).orElse(""));
            maybe("室编件号", item.referenceCode().parts().map(CodeParts::item).orElse(""));
            close();
        }

        private void content() throws XMLStreamException {
            var item = facts.item();
            open("内容描述");
            say("题名", item.title());
            maybe("并列题名", facts.value("parallel-title"));
            maybe("副题名", facts.value("subtitle"));
            maybe("说明题名文字", facts.value("title-note"));
            maybe("关键词", facts.value("keywords"));
            maybe("人名", facts.value("persons"));
            maybe("摘要", facts.value("scope"));
            maybe("分类号", facts.value("classification"));
            maybe("文件编号", item.documentNumber());
            say("责任者", item.responsible().isEmpty() ? facts.creator() : item.responsible());
            say("日期", item.dated().map(Object::toString).orElse("[" + item.year() + "]"));
            maybe("文种", item.kindName());
            maybe("紧急程度", facts.value("urgency"));
            maybe("主送", facts.value("main-recipients"));
            maybe("抄送", facts.value("copy-recipients"));
            say("密级", facts.secrecy());
            close();
        }

        private void form() throws XMLStreamException {
            open("形式特征");
            say("文件组合类型", facts.components().size() > 1 ? "组合文件" : "单件");
            maybe("页数", facts.item().pageCount() > 0 ? "" + facts.item().pageCount() : "");
            maybe("语种", facts.value("language"));
            maybe("稿本", facts.value("draft"));
            close();
        }

        private void document(Component component) throws XMLStreamException, IOException {
            var id = "修改0-文档" + component.ordinal();
            open("文档");
            say("文档标识符", id);
            say("文档序号", "" + component.ordinal());
            say("文档主从声明", component.ordinal() == 1 ? "主文档" : "附属文档");
            open("文档数据");
            xml.writeAttribute("文档数据ID", id + "-文档数据1");
            open("编码");
            xml.writeAttribute("编码ID", id + "-文档数据1-编码1");
            open("电子属性");
            maybe("格式信息", format(component));
            say("计算机文件名", component.name());
            say("计算机文件大小", "" + component.fixity().size());
            maybe("文档创建程序", facts.value("creating-program"));
            close();
            scanned();
            say("编码描述", isBeside(component) ? DIGEST_ONLY : BASE64);
            say(KEYWORD, isBeside(component) ? BESIDE : "base64-" + ending(component.name()));
            open(ENCODED);
            xml.writeAttribute("编码数据ID", id + "-文档数据1-编码1-编码数据");
            if (isBeside(component)) {
                xml.writeCharacters(Base64.getEncoder()
                        .encodeToString(java.util.HexFormat.of()
                                .parseHex(component.fixity().sha256())));
            } else {
                bytes(component);
            }
            for (var i = 0; i < 4; i++) {
                close();
            }
        }

        private void scanned() throws XMLStreamException {
            if (isScanned()) {
                open("数字化属性");
                maybe("数字化对象形态", facts.value("scan-form"));
                say("扫描分辨率", facts.value("scan-resolution"));
                say("扫描色彩模式", facts.value("scan-colour"));
                maybe("图像压缩方案", facts.value("compression"));
                close();
            }
        }

        private void bytes(Component component) throws XMLStreamException, IOException {
            var digest = new FixityDigest();
            try (var in = new BufferedInputStream(files.open(component))) {
                for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                    digest.update(chunk, 0, chunk.length);
                    xml.writeCharacters(Base64.getEncoder().encodeToString(chunk));
                }
            }
            if (!digest.finish().equals(component.fixity())) {
                throw new Damaged(
                        TransferProblem.BYTES_DIFFER,
                        facts.item().referenceCode().text(),
                        component.name());
            }
        }

        private void deeds() throws XMLStreamException {
            var agents = agentNames();
            open("业务实体块");
            var number = 0;
            for (var deed : facts.deeds()) {
                number++;
                open("业务实体");
                say("业务标识符", "业务" + number);
                say("机构人员标识符", "机构人员" + (agents.indexOf(deed.by()) + 1));
                say("文件标识符", facts.item().id().toString());
                say("业务状态", "历史行为");
                say("业务行为", deed.what());
                say("行为时间", moment(deed.at()));
                maybe("行为依据", deed.basis());
                close();
            }
            close();
        }

        private void agents() throws XMLStreamException {
            open("机构人员实体块");
            var number = 0;
            for (var name : agentNames()) {
                number++;
                open("机构人员实体");
                say("机构人员标识符", "机构人员" + number);
                say("机构人员类型", number == 1 ? "单位" : "个人");
                say("机构人员名称", name);
                close();
            }
            close();
        }

        /** The body itself first, then the people, each once. */
        private List<String> agentNames() {
            var names = new LinkedHashSet<String>();
            names.add(facts.creator());
            facts.deeds().forEach(deed -> names.add(deed.by()));
            return List.copyOf(names);
        }

        private void open(String name) throws XMLStreamException {
            xml.writeStartElement(NAMESPACE, name);
        }

        private void close() throws XMLStreamException {
            xml.writeEndElement();
        }

        private void say(String name, String text) throws XMLStreamException {
            open(name);
            xml.writeCharacters(legal(text));
            close();
        }

        private void maybe(String name, String text) throws XMLStreamException {
            if (!text.isBlank()) {
                say(name, text);
            }
        }
    }

    /** XML 1.0 has no place for most control characters and for halves of characters. */
    static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == '\t'
                                || point == '\n'
                                || (point >= ' ' && point < 0xD800)
                                || (point >= 0xE000 && point < 0xFFFE)
                                || point > 0xFFFF
                        ? point
                        : 0xFFFD)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static String period(RetentionPeriod period) {
        return switch (period) {
            case RetentionPeriod.Permanent _ -> "永久";
            case RetentionPeriod.Years(int years) -> years + "年";
            case RetentionPeriod.YearsAfterEvent(int years) -> "事件后" + years + "年";
        };
    }

    private static String format(Component component) {
        var name = component.formatName().isEmpty() ? component.mime() : component.formatName();
        return component.puid().isEmpty() ? name : name + "（PRONOM " + component.puid() + "）";
    }

    static String ending(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 || dot == name.length() - 1 ? "bin" : name.substring(dot + 1);
    }

    static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8)));
    }
}
