package lantai.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import lantai.search.Cursor;
import lantai.search.Facet;
import lantai.search.Sort;
import lantai.search.Understood;
import lantai.web.frame.Page;
import lantai.web.frame.Query;

/**
 * One page of results.
 *
 * @param portal whether an insured person looks among his own records
 * @param total exact results on all pages
 * @param exact the exact ones of this page
 * @param similar those that are only similar to what was asked
 * @param next the cursor of the next page
 */
public record SearchView(
        Page page,
        boolean portal,
        Question question,
        long total,
        List<ResultView> exact,
        List<ResultView> similar,
        List<FacetView> facets,
        Optional<Cursor> next,
        Understood understood) {
    public SearchView {
        exact = List.copyOf(exact);
        similar = List.copyOf(similar);
        facets = List.copyOf(facets);
    }

    /** {@return one line of plain words that says what was understood} */
    public String told() {
        var parts = new ArrayList<String>();
        for (var part : understood.parts()) {
            var also = String.join(page.say("search.understood.or"), part.alsoSearched());
            var told = page.say("search.understood." + part.kind().name(), part.text());
            parts.add(also.isEmpty() ? told : told + page.say("search.understood.also", also));
        }
        return String.join(page.say("search.understood.and"), parts);
    }

    /** {@return the address of a result, with the question and the page that answers} */
    public String at(ResultView result) {
        var question = this.question.text().isBlank() ? "" : "q=" + page.encoded(this.question.text());
        var number = result.page() > 1 ? "page=" + result.page() : "";
        var both = question.isEmpty() || number.isEmpty() ? question + number : question + '&' + number;
        return "/items/" + result.id() + (both.isEmpty() ? "" : '?' + both);
    }

    /** {@return the address of a small picture of the page that answers} */
    public String picture(ResultView result) {
        return "/items/" + result.id() + "/pages/" + Math.max(1, result.page()) + "/thumbnail"
                + (question.text().isBlank() ? "" : "?q=" + page.encoded(question.text()));
    }

    /** {@return the orders to choose from} */
    public List<Sort> sorts() {
        return question.text().isBlank()
                ? List.of(Sort.DATE_NEWEST, Sort.DATE_OLDEST, Sort.REFERENCE_CODE)
                : List.of(Sort.values());
    }

    /** {@return the choices made, to be taken away one by one} */
    public List<Chip> chips() {
        return facets.stream()
                .flatMap(facet -> facet.choices().stream()
                        .filter(FacetView.Choice::chosen)
                        .map(choice -> new Chip(choice.name(), link(Question.name(facet.facet()), choice.to()))))
                .toList();
    }

    /** A choice made and the address without it. */
    public record Chip(String name, String to) {}

    /** {@return this address with one value changed, from the first page on} */
    public String link(String name, String value) {
        var values = new LinkedHashMap<String, String>();
        values.put("q", question.text());
        for (var facet : Facet.values()) {
            values.put(Question.name(facet), String.join(",", question.chosen(facet)));
        }
        values.put("sort", question.sorted() ? Question.code(question.sort()) : "");
        values.put(name, value);
        values.values().removeIf(String::isEmpty);
        return new Query(page.path(), values).link();
    }
}
