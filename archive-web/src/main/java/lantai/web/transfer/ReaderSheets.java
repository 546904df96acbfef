package lantai.web.transfer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lantai.ingest.reader.Readers;
import lantai.ingest.reader.Reading;
import lantai.ingest.reader.ReadingState;
import lantai.transfer.SheetRows;

/** Workbooks are opened by a reader; its safe structured text holds their rows. */
public final class ReaderSheets implements SheetRows {
    private final Readers readers;
    private final Path temporary;

    /** @param temporary where results of the reader lie for a moment */
    public ReaderSheets(Readers readers, Path temporary) {
        this.readers = readers;
        this.temporary = temporary;
    }

    @Override
    public Optional<List<List<String>>> read(Path file, String name) {
        try {
            var out = Files.createTempDirectory(temporary, "sheet");
            try {
                var reading = readers.read(file, name, out);
                var html = out.resolve(Reading.HTML);
                return reading.state() == ReadingState.READ && Files.isRegularFile(html)
                        ? rows(Files.readString(html))
                        : Optional.empty();
            } finally {
                clear(out);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void clear(Path folder) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.toList();
        }
        for (var path : all.reversed()) {
            Files.delete(path);
        }
    }

    static Optional<List<List<String>>> rows(String html) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            return Optional.of(rows(factory.createXMLStreamReader(new StringReader("<all>" + html + "</all>"))));
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
    }

    private static List<List<String>> rows(XMLStreamReader xml) throws XMLStreamException {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "tr" -> row = new ArrayList<>();
                        case "td", "th" -> cell.setLength(0);
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS -> cell.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "td", "th" -> row.add(cell.toString().strip());
                        case "tr" -> rows.add(List.copyOf(row));
                        default -> {}
                    }
                }
                default -> {}
            }
        }
        return rows;
    }
}
