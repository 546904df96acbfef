package lantai.ingest.reader.child;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages and remembers which picture could not be drawn, where PDFBox would go on without a word. */
final class WatchedRenderer extends PDFRenderer {
    private String broken = "";

    WatchedRenderer(PDDocument document) {
        super(document);
    }

    /** {@return why a picture of the pages drawn so far is missing, empty when none is} */
    String broken() {
        return broken;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new PageDrawer(parameters) {
            @Override
            protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                    throws IOException {
                if (operator.getName().equals("Do") || operator.getName().equals("BI")) {
                    broken = "a picture of the page cannot be drawn: " + Failures.sentence(failure);
                }
                super.operatorException(operator, operands, failure);
            }
        };
    }
}
