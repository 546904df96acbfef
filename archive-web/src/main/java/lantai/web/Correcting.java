package lantai.web;

import java.util.List;
import lantai.web.correction.CorrectionApiResource;
import lantai.web.correction.CorrectionDoors;
import lantai.web.correction.CorrectionResource;
import lantai.web.correction.WordApiResource;
import lantai.web.correction.WordResource;
import lantai.web.item.ExportReasons;
import lantai.web.item.ItemDoors;
import lantai.web.item.Shelf;

/** The screens and the interface on which people put right what was read. */
final class Correcting {
    private Correcting() {}

    static List<Object> resources(Doors doors, ItemDoors items) {
        var jdbi = doors.database.jdbi();
        var desk = new CorrectionDoors(
                jdbi, doors.corrections, doors.documents, new Shelf(items), new ExportReasons(items), doors.audit);
        return List.of(
                new CorrectionResource(desk),
                new CorrectionApiResource(desk),
                new WordResource(jdbi, doors.wordDesk),
                new WordApiResource(jdbi, doors.wordDesk));
    }
}
