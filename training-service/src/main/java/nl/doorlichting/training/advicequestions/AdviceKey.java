package nl.doorlichting.training.advicequestions;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;

/** The key of a row; a dimension is null when it is not requested or none in particular. */
record AdviceKey(Integer year, AdviceTheme theme, AskerKind askedBy) implements Comparable<AdviceKey> {
    private static final Comparator<AdviceKey> ORDER = Comparator.comparing(AdviceKey::year, nullsLast(naturalOrder()))
            .thenComparing(AdviceKey::theme, nullsLast(naturalOrder()))
            .thenComparing(AdviceKey::askedBy, nullsLast(naturalOrder()));

    static AdviceKey of(AdviceQuery query, Integer year, AdviceTheme theme, AskerKind askedBy) {
        return new AdviceKey(
                query.by(AdviceDimension.YEAR) ? year : null,
                query.by(AdviceDimension.THEME) ? theme : null,
                query.by(AdviceDimension.ASKED_BY) ? askedBy : null);
    }

    @Override
    public int compareTo(AdviceKey other) {
        return ORDER.compare(this, other);
    }
}
