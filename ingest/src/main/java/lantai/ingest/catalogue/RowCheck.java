package lantai.ingest.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.ingest.catalogue.Finding.Place;
import lantai.ingest.catalogue.Finding.Severity;
import lantai.ingest.propose.KindRule;
import lantai.ingest.propose.KindRules;
import lantai.person.IdNumber;
import lantai.policy.Grounds;
import lantai.record.CodeParts;
import lantai.record.ReferenceCode;
import lantai.record.ReferenceCodeRule;
import lantai.retention.RetentionPeriod;
import lantai.scheme.ClassificationScheme;

/**
 * Looks at rows one by one, without the database: every cell by its own rule, and whether the cells agree with what the reference
 * code says. Used by one thread.
 */
final class RowCheck {
    private static final int LONGEST = 1000;
    private static final int MOST_PAGES = 100_000;

    private final Rules rules;
    private final Mapping mapping;
    private int row;
    private List<Finding> findings = new ArrayList<>();

    /**
     * The rules that hold.
     *
     * @param today for dates that have not come yet
     */
    record Rules(
            CatalogueRule catalogue,
            ReferenceCodeRule codes,
            ClassificationScheme scheme,
            KindRules kinds,
            Grounds grounds,
            LocalDate today) {}

    /** @param mapping what the columns of the rows mean */
    RowCheck(Rules rules, Mapping mapping) {
        this.rules = rules;
        this.mapping = mapping;
    }

    /**
     * What a row is worth.
     *
     * @param entry nothing when something in it is against a rule
     */
    record Checked(Optional<Entry> entry, List<Finding> findings) {
        Checked {
            findings = List.copyOf(findings);
        }
    }

    /** {@return what a row says, and all that is to be said about it} */
    Checked check(CatalogueFiles.Row given) {
        row = given.number();
        findings = new ArrayList<>();
        var cells = mapping.read(given.cells());
        secrets(given.cells());
        for (var field : CatalogueField.values()) {
            if (rules.catalogue().requires(field) && !cells.containsKey(field)) {
                error(field, "", CatalogueProblem.FIELD_MISSING);
            }
        }
        cells.forEach((field, cell) -> {
            if (cell.length() > LONGEST) {
                error(field, cell, CatalogueProblem.VALUE_TOO_LONG);
            }
        });
        var entry = entry(code(cells), cells);
        return new Checked(isFaulty() ? Optional.empty() : entry, findings);
    }

    private boolean isFaulty() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private void secrets(List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column).strip();
            var field = column < mapping.fields().size()
                    ? mapping.fields().get(column).orElse(CatalogueField.SECRECY)
                    : CatalogueField.SECRECY;
            var place = new Place(row, field, column + 1, shown(field, cell));
            rules.catalogue()
                    .secretMark(cell)
                    .ifPresent(mark -> add(Severity.ERROR, place, CatalogueProblem.STATE_SECRET, mark));
        }
    }

    private Optional<CodeParts> code(Map<CatalogueField, String> cells) {
        var typed = cells.getOrDefault(CatalogueField.REFERENCE_CODE, "");
        var parts = ReferenceCode.parse(typed).flatMap(ReferenceCode::parts);
        if (parts.isEmpty() && !typed.isEmpty()) {
            error(CatalogueField.REFERENCE_CODE, typed, CatalogueProblem.CODE_MALFORMED);
        }
        parts.ifPresent(known -> Optional.ofNullable(cells.get(CatalogueField.FONDS))
                .filter(fonds -> !fonds.equalsIgnoreCase(known.fonds()))
                .ifPresent(fonds -> otherwise(CatalogueField.FONDS, fonds, known.fonds())));
        return parts;
    }

    /** Every cell is looked at, also when the code cannot be read: what is wrong with a row is told at once. */
    private Optional<Entry> entry(Optional<CodeParts> parts, Map<CatalogueField, String> cells) {
        var category = category(parts, cells);
        var retention = retention(parts, cells);
        var dated = date(cells);
        var year = year(parts, cells, dated);
        var kind = kind(cells);
        var pages = pages(cells);
        var person = person(cells);
        if (parts.isEmpty() || category.isEmpty() || retention.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        template(parts.get(), category.get(), year.get(), retention.get());
        return Optional.of(new Entry(
                parts.get().code(),
                category.get(),
                year.get(),
                retention.get(),
                kind,
                text(cells, CatalogueField.TITLE),
                text(cells, CatalogueField.DOCUMENT_NUMBER),
                text(cells, CatalogueField.RESPONSIBLE),
                dated,
                pages,
                text(cells, CatalogueField.NOTE),
                text(cells, CatalogueField.PERSON_NAME),
                person));
    }

    private Optional<Category> category(Optional<CodeParts> parts, Map<CatalogueField, String> cells) {
        var said = parts.flatMap(known -> classOf(known, text(cells, CatalogueField.REFERENCE_CODE)));
        var cell = text(cells, CatalogueField.CATEGORY);
        if (!cell.isEmpty()) {
            var typed = named(cell);
            if (typed.isEmpty()) {
                error(CatalogueField.CATEGORY, cell, CatalogueProblem.CATEGORY_UNKNOWN);
            } else if (said.isPresent() && !typed.equals(said)) {
                otherwise(CatalogueField.CATEGORY, cell, said.get().chinese());
            }
        }
        return said;
    }

    private Optional<Category> classOf(CodeParts parts, String code) {
        var first = parts.classes().getFirst();
        var said = Stream.of(Category.values())
                .filter(category -> category.holds(first))
                .findFirst();
        if (said.isEmpty()) {
            error(CatalogueField.REFERENCE_CODE, code, CatalogueProblem.CLASS_UNKNOWN, first);
        } else if (rules.scheme().find(parts.classCode()).isEmpty()) {
            warn(CatalogueField.REFERENCE_CODE, code, CatalogueProblem.CLASS_UNKNOWN, parts.classCode());
        }
        return said;
    }

    private static Optional<Category> named(String cell) {
        var plain = cell.replaceAll("(?:类)?档案$|类$", "");
        return Stream.of(Category.values())
                .filter(category ->
                        category.name().equals(plain) || category.chinese().equals(plain) || category.holds(plain))
                .findFirst();
    }

    private Optional<RetentionPeriod> retention(Optional<CodeParts> parts, Map<CatalogueField, String> cells) {
        var said = parts.flatMap(known -> RetentionPeriod.parse(known.retention()));
        var cell = text(cells, CatalogueField.RETENTION);
        if (cell.isEmpty()) {
            if (said.isEmpty() && parts.isPresent()) {
                error(CatalogueField.RETENTION, "", CatalogueProblem.FIELD_MISSING);
            }
            return said;
        }
        var typed = rules.catalogue().retention(cell);
        if (typed.isEmpty()) {
            error(CatalogueField.RETENTION, cell, CatalogueProblem.RETENTION_UNKNOWN);
        } else if (said.isPresent() && !said.equals(typed)) {
            otherwise(CatalogueField.RETENTION, cell, said.get().code());
        }
        return said.or(() -> typed);
    }

    private Optional<LocalDate> date(Map<CatalogueField, String> cells) {
        var cell = text(cells, CatalogueField.DATE);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        var date = CellDate.of(cell);
        switch (date.state()) {
            case WHOLE -> {}
            case INCOMPLETE -> warn(CatalogueField.DATE, cell, CatalogueProblem.DATE_INCOMPLETE);
            case IMPOSSIBLE -> error(CatalogueField.DATE, cell, CatalogueProblem.DATE_IMPOSSIBLE);
        }
        if (date.day().filter(day -> day.isAfter(rules.today())).isPresent()) {
            error(CatalogueField.DATE, cell, CatalogueProblem.DATE_TO_COME);
        }
        return date.day();
    }

    private Optional<Integer> year(
            Optional<CodeParts> parts, Map<CatalogueField, String> cells, Optional<LocalDate> dated) {
        var said = parts.map(CodeParts::year).orElse("");
        var cell = text(cells, CatalogueField.YEAR);
        var digits = cell.isEmpty() ? said : cell.replace("年", "").replace("度", "");
        if (digits.isEmpty()) {
            if (parts.isPresent()) {
                error(CatalogueField.YEAR, "", CatalogueProblem.FIELD_MISSING);
            }
            return Optional.empty();
        }
        if (!digits.matches("(?:19|20)\\d\\d")
                || Integer.parseInt(digits) > rules.today().getYear()) {
            error(CatalogueField.YEAR, cell.isEmpty() ? digits : cell, CatalogueProblem.YEAR_IMPOSSIBLE);
            return Optional.empty();
        }
        if (!said.isEmpty() && !said.equals(digits)) {
            otherwise(CatalogueField.YEAR, cell, said);
        }
        dated.filter(day -> day.getYear() != Integer.parseInt(digits))
                .ifPresent(day -> warn(
                        CatalogueField.YEAR,
                        digits,
                        CatalogueProblem.YEAR_IS_NOT_THE_DATES,
                        Integer.toString(day.getYear())));
        return Optional.of(Integer.parseInt(digits));
    }

    private Optional<KindRule> kind(Map<CatalogueField, String> cells) {
        var cell = text(cells, CatalogueField.KIND);
        var kind = rules.kinds().kinds().stream()
                .filter(one -> one.name().equals(cell) || one.code().equals(cell))
                .findFirst();
        if (!cell.isEmpty() && kind.isEmpty()) {
            warn(CatalogueField.KIND, cell, CatalogueProblem.KIND_UNKNOWN);
        }
        return kind;
    }

    private Optional<Integer> pages(Map<CatalogueField, String> cells) {
        var cell = text(cells, CatalogueField.PAGES);
        var digits = cell.replace("页", "").strip();
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (!digits.matches("\\d{1,6}") || Integer.parseInt(digits) > MOST_PAGES) {
            error(CatalogueField.PAGES, cell, CatalogueProblem.PAGES_NOT_A_NUMBER);
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(digits));
    }

    private Optional<IdNumber> person(Map<CatalogueField, String> cells) {
        var cell = text(cells, CatalogueField.PERSON_ID);
        var number = IdNumber.parse(cell);
        if (!cell.isEmpty() && number.isEmpty()) {
            error(CatalogueField.PERSON_ID, cell, CatalogueProblem.ID_NUMBER_WRONG);
        }
        if (!cell.isEmpty() && !cells.containsKey(CatalogueField.PERSON_NAME)) {
            error(CatalogueField.PERSON_ID, cell, CatalogueProblem.ID_WITHOUT_NAME);
        }
        return number;
    }

    /** Codes of both styles come in; how the house itself would write one is only told. */
    private void template(CodeParts parts, Category category, int year, RetentionPeriod retention) {
        if (!parts.fonds().equals(rules.codes().fonds())) {
            return;
        }
        var link = parts.classes().size() > 1 || category == Category.DZ || category == Category.SX
                ? parts.classes().getLast()
                : "";
        String expected;
        try {
            expected = rules.codes()
                    .scope(
                            category,
                            year,
                            retention,
                            link,
                            Map.of(
                                    "organisation", parts.organisation(),
                                    "project", parts.project(),
                                    "volume", parts.volume(),
                                    "group", parts.volume()))
                    .code(parts.number())
                    .text();
        } catch (lantai.problem.Refused partMissing) {
            expected = "";
        }
        if (!expected.equals(parts.code().text())) {
            warn(CatalogueField.REFERENCE_CODE, parts.code().text(), CatalogueProblem.CODE_BY_OTHER_TEMPLATE, expected);
        }
    }

    private static String text(Map<CatalogueField, String> cells, CatalogueField field) {
        return cells.getOrDefault(field, "");
    }

    private void otherwise(CatalogueField field, String cell, String saysTheCode) {
        error(field, cell, CatalogueProblem.CODE_SAYS_OTHERWISE, saysTheCode, cell);
    }

    private void error(CatalogueField field, String value, CatalogueProblem problem, Object... quoted) {
        add(Severity.ERROR, place(row, field, value), problem, quoted);
    }

    private void warn(CatalogueField field, String value, CatalogueProblem problem, Object... quoted) {
        add(Severity.WARNING, place(row, field, value), problem, quoted);
    }

    private void add(Severity severity, Place place, CatalogueProblem problem, Object... quoted) {
        findings.add(Finding.of(place, severity, problem, rules.grounds().of(problem.ground()), quoted));
    }

    private Place place(int at, CatalogueField field, String value) {
        return new Place(at, field, mapping.column(field), shown(field, value));
    }

    private static String shown(CatalogueField field, String value) {
        return field == CatalogueField.PERSON_ID ? Finding.masked(value) : value;
    }

    /** {@return what the table or the archive says against the code of a row} */
    Finding against(int at, String code, CatalogueProblem problem, Object... quoted) {
        return Finding.of(
                place(at, CatalogueField.REFERENCE_CODE, code),
                Severity.ERROR,
                problem,
                rules.grounds().of(problem.ground()),
                quoted);
    }
}
