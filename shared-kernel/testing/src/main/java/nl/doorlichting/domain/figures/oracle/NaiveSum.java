package nl.doorlichting.domain.figures.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityKind;

/** Adds the figures of one row, one by one. Source: docs/design/figures.md#sums. */
final class NaiveSum {
    private static final Set<QuantityKind> OPEN =
            Set.of(QuantityKind.AT_LEAST, QuantityKind.VAGUE, QuantityKind.NOT_MEASURED);
    private static final Set<QuantityKind> WITHOUT_NUMBER = Set.of(QuantityKind.VAGUE, QuantityKind.NOT_MEASURED);

    private final List<RecordedFigure> figures;

    NaiveSum(List<RecordedFigure> figures) {
        this.figures = figures;
    }

    String text() {
        List<Long> kinds = new ArrayList<>();
        for (QuantityKind kind : QuantityKind.values()) {
            kinds.add(figures.stream()
                    .filter(figure -> figure.reach().kind() == kind)
                    .count());
        }
        return addable(figures).isEmpty()
                ? ReachTable.sum(null, null, null, false, kinds)
                : ReachTable.sum(best(), lowest(), highest(), isApproximate(), kinds);
    }

    private static List<RecordedFigure> addable(List<RecordedFigure> figures) {
        return figures.stream()
                .filter(figure -> !WITHOUT_NUMBER.contains(figure.reach().kind()))
                .toList();
    }

    /** Rounded half up, once, after the sum is complete. */
    private long best() {
        return addable(figures).stream()
                .map(figure -> best(figure.reach()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Of figures that are declared to overlap, directly or through others of the row, the largest counts alone. */
    private long lowest() {
        List<RecordedFigure> left = new ArrayList<>(figures);
        long sum = 0;
        while (!left.isEmpty()) {
            List<RecordedFigure> group = connectedTo(left.get(0));
            sum += addable(group).stream()
                    .mapToLong(figure -> lowest(figure.reach()))
                    .max()
                    .orElse(0);
            left.removeAll(group);
        }
        return sum;
    }

    private List<RecordedFigure> connectedTo(RecordedFigure first) {
        List<RecordedFigure> group = new ArrayList<>(List.of(first));
        for (int next = 0; next < group.size(); next++) {
            RecordedFigure member = group.get(next);
            figures.stream()
                    .filter(figure -> !group.contains(figure) && overlap(member, figure))
                    .toList()
                    .forEach(group::add);
        }
        return group;
    }

    static boolean overlap(RecordedFigure one, RecordedFigure other) {
        return one.overlaps().contains(other.id()) || other.overlaps().contains(one.id());
    }

    private Long highest() {
        return figures.stream().anyMatch(figure -> OPEN.contains(figure.reach().kind()))
                ? null
                : (Long) figures.stream()
                        .mapToLong(figure -> highest(figure.reach()))
                        .sum();
    }

    private boolean isApproximate() {
        return figures.stream()
                .anyMatch(figure -> figure.reach() instanceof Quantity.Approximate about && about.plusMinus() == null);
    }

    private static BigDecimal best(Quantity reach) {
        return reach instanceof Quantity.Range range
                ? BigDecimal.valueOf(range.minimum() + range.maximum()).divide(BigDecimal.valueOf(2))
                : BigDecimal.valueOf(lowest(reach) + margin(reach));
    }

    private static long lowest(Quantity reach) {
        if (reach instanceof Quantity.Exact exact) {
            return exact.value();
        }
        if (reach instanceof Quantity.Range range) {
            return range.minimum();
        }
        if (reach instanceof Quantity.AtLeast atLeast) {
            return atLeast.value();
        }
        return ((Quantity.Approximate) reach).value() - margin(reach);
    }

    private static long highest(Quantity reach) {
        return reach instanceof Quantity.Range range ? range.maximum() : lowest(reach) + 2 * margin(reach);
    }

    private static long margin(Quantity reach) {
        return reach instanceof Quantity.Approximate about && about.plusMinus() != null ? about.plusMinus() : 0;
    }
}
