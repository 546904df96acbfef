package lantai.record;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Catalogue entries without files, to measure a large archive: all classes over thirty years, three records in four about a
 * person, two terms in three that end, one in five born digital and one in five without files. Numbers are without gaps.
 */
public final class GeneratedCatalogue {
    private static final int YEARS = 30;

    private final List<ClassOfItems> classes;
    private int there;

    public GeneratedCatalogue(List<ClassOfItems> classes) {
        this.classes = List.copyOf(classes);
    }

    /**
     * Where generated items belong.
     *
     * @param category its name
     * @param code the class code, for example {@code ZY·YB·GL}
     */
    public record ClassOfItems(String category, String code) {}

    /** Adds until there are so many. */
    public void add(Handle handle, int until) {
        handle.createUpdate("""
                        insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                            document_number, responsible, personal, personal_rule, page_count, object_id,
                            object_version, filed_at, filed_by, version, code_class, code_scope, item_number, origin,
                            has_files)
                        select gen_random_uuid(), scope || lpad(cast(number as text), 6, '0'), 'J057',
                            (:categories)[1 + c], 'claim-reimbursement', '样例', 1990 + y,
                            (array['Y', 'D30', 'D10'])[1 + n % 3], '样例·报销单 ' || n, '', '样例市医疗保障局',
                            n % 4 > 0, 1, 3, 'urn:generated:' || n, 1, now(), 'generated', 1, (:codes)[1 + c], scope, number,
                            (array['DIGITISED', 'BORN_DIGITAL', 'DIGITISED', 'DIGITISED', 'PHYSICAL'])[1 + n % 5], n % 5 < 4
                        from (select n, n % :classes as c, n / :classes % :years as y, 1 + n / (:classes * :years) as number,
                            'J057-' || (:codes)[1 + n % :classes] || '·' || 1990 + n / :classes % :years || '-D30-' as scope
                            from generate_series(:from, :until) n) made
                        """)
                .bindArray(
                        "categories",
                        String.class,
                        classes.stream().map(ClassOfItems::category).toArray())
                .bindArray(
                        "codes",
                        String.class,
                        classes.stream().map(ClassOfItems::code).toArray())
                .bind("classes", classes.size())
                .bind("years", YEARS)
                .bind("from", there)
                .bind("until", until - 1)
                .execute();
        handle.execute("""
                insert into code_sequence (scope, last)
                select code_scope, max(item_number) from item where code_scope <> '' group by code_scope
                on conflict (scope) do update set last = excluded.last
                """);
        handle.execute("vacuum analyze item, code_sequence");
        there = until;
    }
}
