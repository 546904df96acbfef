package lantai.ingest.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.propose.Evidence;
import lantai.ingest.propose.Particular;
import lantai.ingest.propose.ParticularReading;
import lantai.ingest.propose.ParticularRules;
import lantai.ingest.propose.ParticularType;
import lantai.ingest.review.Document;
import lantai.ocr.Box;
import org.jdbi.v3.core.Handle;

/** What filed records tell beside their description, as rows to be asked for. */
public final class ItemParticulars {
    /** What is less sure than this and was said by nobody is not filed (agency policy). */
    private static final double LEAST = 0.5;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MONTH = 7;

    /** {@return what a document tells by the rule of its kind, and what a person has said of it in any case, in the order of the rule} */
    static List<ItemParticular> of(Document document, String kind, ParticularRules rules) {
        var particulars = new ArrayList<ItemParticular>();
        for (var particular : rules.particulars()) {
            var value = document.particulars().get(particular.code());
            if (value != null
                    && !value.value().isEmpty()
                    && (particular.isOf(kind) ? value.confidence() >= LEAST : value.confirmed())) {
                particulars.add(new ItemParticular(
                        particular.code(),
                        value.value(),
                        value.confidence(),
                        value.confirmed(),
                        value.reading().flatMap(ParticularReading::evidence)));
            }
        }
        return particulars;
    }

    /** {@return the same in plain words for {@code metadata.json}} */
    static List<Map<String, Object>> told(List<ItemParticular> particulars, ParticularRules rules) {
        return particulars.stream()
                .map(one -> {
                    var told = new LinkedHashMap<String, Object>();
                    told.put("particular", one.code());
                    told.put(
                            "name", rules.find(one.code()).map(Particular::name).orElse(one.code()));
                    told.put("value", one.value());
                    told.put("confirmed", one.confirmed());
                    told.put("confidence", Math.round(one.confidence() * 1000) / 1000.0);
                    one.place().ifPresent(place -> {
                        told.put("page", place.page());
                        told.put("box", box(place.box()));
                    });
                    return (Map<String, Object>) told;
                })
                .toList();
    }

    /** Writes what a record tells; what was written of it before goes. */
    void write(Handle transaction, UUID item, List<ItemParticular> particulars, ParticularRules rules) {
        transaction
                .createUpdate("delete from item_particular where item_id = :item")
                .bind("item", item)
                .execute();
        var rows = transaction.prepareBatch("""
                insert into item_particular (item_id, code, value, amount, day, confidence, confirmed, page, place)
                values (:item, :code, :value, :amount, :day, :confidence, :confirmed, :page, cast(:place as jsonb))
                """);
        for (var one : particulars) {
            var type = rules.find(one.code()).map(Particular::type).orElse(ParticularType.TEXT);
            rows.bind("item", item)
                    .bind("code", one.code())
                    .bind("value", one.value())
                    .bind("amount", type == ParticularType.AMOUNT ? new BigDecimal(one.value()) : null)
                    .bind("day", type == ParticularType.DATE ? day(one.value()) : null)
                    .bind("confidence", one.confidence())
                    .bind("confirmed", one.confirmed())
                    .bind("page", one.place().map(Evidence::page).orElse(null))
                    .bind(
                            "place",
                            one.place().map(place -> json(box(place.box()))).orElse(null))
                    .add();
        }
        rows.execute();
    }

    /** {@return what a record tells, in the order of the rule; what the rule does not know any more comes last} */
    public List<ItemParticular> of(Handle handle, UUID item, ParticularRules rules) {
        var all = new LinkedHashMap<String, ItemParticular>();
        handle.createQuery(
                        "select *, cast(place as text) as box from item_particular where item_id = :item order by code")
                .bind("item", item)
                .map((row, _) -> row(row))
                .forEach(one -> all.put(one.code(), one));
        var ordered = new ArrayList<ItemParticular>();
        rules.particulars().stream()
                .map(particular -> all.remove(particular.code()))
                .filter(Objects::nonNull)
                .forEach(ordered::add);
        ordered.addAll(all.values());
        return ordered;
    }

    private static ItemParticular row(ResultSet row) throws SQLException {
        var box = row.getString("box");
        return new ItemParticular(
                row.getString("code"),
                row.getString("value"),
                row.getDouble("confidence"),
                row.getBoolean("confirmed"),
                box == null ? Optional.empty() : Optional.of(new Evidence(row.getInt("page"), parsed(box))));
    }

    /** The first day of a month where only the month is told. */
    private static LocalDate day(String value) {
        return LocalDate.parse(value.length() == MONTH ? value + "-01" : value);
    }

    private static List<Double> box(Box box) {
        return List.of(box.left(), box.top(), box.right(), box.bottom());
    }

    private static Box parsed(String json) {
        try {
            var sides = JSON.readTree(json);
            return new Box(
                    sides.path(0).asDouble(),
                    sides.path(1).asDouble(),
                    sides.path(2).asDouble(),
                    sides.path(3).asDouble());
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a place of a particular", foreign);
        }
    }

    private static String json(List<Double> box) {
        try {
            return JSON.writeValueAsString(box);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
