package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An equation between amounts: a total is the sum of some less others.
 *
 * @param code stable
 * @param name in Chinese, shown as heading of the finding
 * @param total code of the particular that the others make up
 * @param plus codes of what is added
 * @param minus codes of what is taken away
 * @param optional which of them count as nothing where the paper does not tell them
 * @param tolerance in yuan, for rounding
 * @param kinds codes of the document kinds that it holds for; empty for all
 */
public record ParticularSum(
        String code,
        String name,
        String total,
        List<String> plus,
        List<String> minus,
        List<String> optional,
        BigDecimal tolerance,
        List<String> kinds,
        String evidence) {
    private static final int FEWEST = 2;

    public ParticularSum {
        plus = List.copyOf(plus);
        minus = List.copyOf(minus);
        optional = List.copyOf(optional);
        kinds = List.copyOf(kinds);
    }

    boolean isOf(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** {@return every particular that it speaks of, the total first} */
    List<String> terms() {
        return Stream.of(Stream.of(total), plus.stream(), minus.stream())
                .flatMap(part -> part)
                .toList();
    }

    /**
     * Compares the amounts of a paper with the equation.
     *
     * @return nothing where less than the total and one of its terms is there
     */
    Optional<SumFinding> judge(Map<String, BigDecimal> amounts) {
        BigDecimal told = amounts.get(total);
        List<String> there = terms().stream().filter(amounts::containsKey).toList();
        if (told == null || there.size() < FEWEST) {
            return Optional.empty();
        }
        List<String> missing = terms().stream()
                .filter(term -> !amounts.containsKey(term) && !optional.contains(term))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of(new SumFinding(this, SumFinding.State.INCOMPLETE, BigDecimal.ZERO, missing));
        }
        BigDecimal difference = told.subtract(sum(plus, amounts)).add(sum(minus, amounts));
        boolean holds = difference.abs().compareTo(tolerance) <= 0;
        return Optional.of(
                new SumFinding(this, holds ? SumFinding.State.HOLDS : SumFinding.State.DIFFERS, difference, List.of()));
    }

    private static BigDecimal sum(List<String> terms, Map<String, BigDecimal> amounts) {
        return terms.stream()
                .map(term -> amounts.getOrDefault(term, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
