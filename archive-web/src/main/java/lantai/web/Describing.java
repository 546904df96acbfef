package lantai.web;

import java.util.List;
import lantai.ingest.filing.FactProposals;
import lantai.web.description.BulkApiResource;
import lantai.web.description.BulkDoors;
import lantai.web.description.BulkResource;
import lantai.web.description.DescriptionApiResource;
import lantai.web.description.DescriptionDoors;
import lantai.web.description.DescriptionResource;
import lantai.web.item.ItemDoors;
import lantai.web.item.Shelf;
import lantai.web.workflow.WorkflowApiResource;
import lantai.web.workflow.WorkflowResource;

/** The screens and the interface on which records are described, and batches go their way into the archive. */
final class Describing {
    private Describing() {}

    static List<Object> resources(Doors doors, ItemDoors items) {
        var jdbi = doors.database.jdbi();
        var one = new DescriptionDoors(
                jdbi,
                new Shelf(items),
                doors.items,
                doors.catalogue,
                doors.descriptions,
                new FactProposals(doors.documents, doors.files),
                doors.audit);
        var many = new BulkDoors(
                jdbi, doors.bulkEdits, doors.descriptionPolicy, doors.catalogue, doors.search, doors.audit);
        return List.of(
                new DescriptionResource(one),
                new DescriptionApiResource(one),
                new BulkResource(many),
                new BulkApiResource(many),
                new WorkflowResource(jdbi, doors.workflow),
                new WorkflowApiResource(jdbi, doors.workflow));
    }
}
