package lantai.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.storage.Fixity;
import lantai.storage.Owners;
import org.jdbi.v3.core.Jdbi;

/** Tells which files the rows of items speak of. */
public final class ItemFiles implements Owners {
    private final Jdbi jdbi;

    public ItemFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Map<String, Fixity>> files(String objectId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from item where object_id = :object and object_version > 0")
                .bind("object", objectId)
                .mapTo(java.util.UUID.class)
                .findOne()
                .map(item -> {
                    var files = new HashMap<String, Fixity>();
                    new ItemRegister()
                            .components(handle, item)
                            .forEach(component -> files.put(component.path(), component.fixity()));
                    return files;
                }));
    }

    @Override
    public List<String> strangers(int size) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select i.object_id from item i where i.object_version > 0
                        and not exists (select 1 from stored_object s where s.object_id = i.object_id)
                        order by i.object_id limit :size
                        """).bind("size", size).mapTo(String.class).list());
    }
}
