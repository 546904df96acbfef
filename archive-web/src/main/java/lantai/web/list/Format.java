package lantai.web.list;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.problem.NotFound;

/** The two forms in which a list can be had. */
enum Format {
    PDF("application/pdf") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            new TablePdf(table).write(out);
        }
    },
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        void write(Table table, OutputStream out) throws IOException {
            new TableSpreadsheet(table).write(out);
        }
    };

    private final String type;

    Format(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    String ending() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    abstract void write(Table table, OutputStream out) throws IOException;

    static Format of(String typed) {
        return Stream.of(values())
                .filter(format -> format.ending().equals(typed))
                .findFirst()
                .orElseThrow(() -> new NotFound(ListProblem.NO_SUCH_FORMAT, typed));
    }
}
