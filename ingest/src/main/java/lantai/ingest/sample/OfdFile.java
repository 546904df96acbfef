package lantai.ingest.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Writes an OFD (GB/T 33190) by hand: plain pages, text with its steps, no embedded font. */
final class OfdFile {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private final LinkedHashMap<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private OfdFile() {}

    static Made of(Paper paper) throws IOException {
        var file = new OfdFile();
        file.entry("OFD.xml", root(paper));
        file.entry(
                "Doc_0/PublicRes.xml",
                "<ofd:Res" + SPACE + " BaseLoc=\"Res\"><ofd:Fonts>"
                        + "<ofd:Font ID=\"2\" FontName=\"宋体\" FamilyName=\"宋体\" Charset=\"unicode\"/></ofd:Fonts></ofd:Res>");
        var pages = new StringBuilder();
        var id = 100;
        for (var number = 1; number <= paper.pages().size(); number++) {
            var sheet = new OfdSheet(paper.size(), id + 2);
            file.lines.addAll(paper.draw(number, sheet));
            var place = "Pages/Page_" + (number - 1) + "/Content.xml";
            pages.append("<ofd:Page ID=\"")
                    .append(id)
                    .append("\" BaseLoc=\"")
                    .append(place)
                    .append("\"/>");
            file.entry(
                    "Doc_0/" + place,
                    "<ofd:Page" + SPACE + "><ofd:Area><ofd:PhysicalBox>" + box(paper.size())
                            + "</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID=\"" + (id + 1)
                            + "\" Type=\"Body\">\n"
                            + sheet.layer() + "</ofd:Layer></ofd:Content></ofd:Page>");
            id = sheet.nextId();
        }
        file.entry(
                "Doc_0/Document.xml",
                "<ofd:Document" + SPACE + "><ofd:CommonData><ofd:MaxUnitID>" + id
                        + "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>" + box(paper.size())
                        + "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
                        + "<ofd:Pages>" + pages + "</ofd:Pages></ofd:Document>");
        return new Made(Zips.of(file.entries), "application/ofd", paper.pages().size(), file.lines);
    }

    private static String root(Paper paper) {
        var facts = paper.facts();
        var id = String.format(
                "%032x", facts.title().hashCode() * 31L + facts.date().toEpochDay() & Long.MAX_VALUE);
        return "<ofd:OFD" + SPACE + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>" + id
                + "</ofd:DocID><ofd:Title>" + OfdSheet.escaped(facts.title()) + "</ofd:Title><ofd:Author>"
                + Sample.AGENCY + "</ofd:Author><ofd:CreationDate>" + facts.date()
                + "</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                + "</ofd:DocBody></ofd:OFD>";
    }

    private static String box(PageSize size) {
        return "0 0 " + size.width() + " " + size.height();
    }

    private void entry(String name, String xml) {
        entries.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
    }
}
