package lantai.web.report;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;

/** A paper to take away, under a name without its ending. */
record Printed(String name, Table table) {
    static final String PDF = "application/pdf";
    static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** {@return the paper as PDF/A} */
    Response pdf() {
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return answer(pdf, PDF, "pdf");
    }

    /** {@return the paper as a spreadsheet} */
    Response spreadsheet() {
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return answer(sheet, SPREADSHEET, "xlsx");
    }

    private Response answer(StreamingOutput file, String type, String ending) {
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"")
                .build();
    }
}
