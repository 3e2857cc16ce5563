package nl.doorlichting.domain.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;

/**
 * What a source has: one group of records that differ only in their figures.
 *
 * @param periods the days that its records are about. Usually one period. Several where they make no difference to the
 *     answer: the days asked for contain all of them or none, rows are not by period, and the same tallies may hold them.
 *     Empty when the source has applied the days of the question itself
 * @param municipalities all codes that they name, as recorded; null when the source has applied the filter of
 *     places itself and rows are not by place
 * @param stated the values of each dimension, empty for one that they do not state; a dimension is absent when the source
 *     has applied its filter itself and rows are not by it
 * @param use whether it counts in rows, in totals or in both
 * @param overlap which other records may count the same people; null when none is declared
 * @param records how many records, or projects, for the notes
 */
public record Fact<M>(
        PeriodSet periods,
        Set<String> municipalities,
        Map<Dimension, Set<Object>> stated,
        Inclusion inclusion,
        Use use,
        Overlap overlap,
        long records,
        M measure) {

    /** Where a fact counts. Parts of records make rows, whole records make totals. */
    public enum Use {
        ROWS_AND_TOTALS,
        ROWS,
        TOTALS
    }

    /** One record that is declared to count people of others, or that others are declared to count people of. */
    public record Overlap(String id, Set<String> others) {
        public Overlap {
            others = Set.copyOf(others);
        }

        boolean isWith(Overlap other) {
            return others.contains(other.id) || other.others.contains(id);
        }
    }

    public Fact {
        Objects.requireNonNull(periods, "periods");
        municipalities = municipalities == null ? null : Set.copyOf(municipalities);
        // The same map where it cannot change: facts that are kept share it.
        stated = Map.copyOf(stated);
        Objects.requireNonNull(inclusion, "inclusion");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(measure, "measure");
    }

    /** Records that state nothing, not even their days. */
    public static <M> Fact<M> of(long records, M measure) {
        return new Fact<>(
                PeriodSet.NONE, Set.of(), Map.of(), Inclusion.ADDED, Use.ROWS_AND_TOTALS, null, records, measure);
    }

    public Fact<M> during(Period days) {
        return during(days == null ? PeriodSet.NONE : PeriodSet.of(days));
    }

    /** Of several periods that count alike. */
    public Fact<M> during(PeriodSet days) {
        return new Fact<>(days, municipalities, stated, inclusion, use, overlap, records, measure);
    }

    /** Records that do not state their days, which differs from a source that has applied the days itself. */
    public Fact<M> ofNoDays() {
        Map<Dimension, Set<Object>> more = new EnumMap<>(Dimension.class);
        more.putAll(stated);
        more.put(Dimension.PERIOD, Set.of());
        more.put(Dimension.YEAR, Set.of());
        return new Fact<>(PeriodSet.NONE, municipalities, more, inclusion, use, overlap, records, measure);
    }

    public Fact<M> in(Set<String> codes) {
        return new Fact<>(periods, codes, stated, inclusion, use, overlap, records, measure);
    }

    public Fact<M> stating(Map<Dimension, Set<Object>> values) {
        return new Fact<>(periods, municipalities, values, inclusion, use, overlap, records, measure);
    }

    public Fact<M> included(Inclusion how) {
        return new Fact<>(periods, municipalities, stated, how, use, overlap, records, measure);
    }

    /** The same records with other figures. */
    public <N> Fact<N> counting(N figures) {
        return new Fact<>(periods, municipalities, stated, inclusion, use, overlap, records, figures);
    }

    /** The same as so many records, for the notes. */
    public Fact<M> ofRecords(long number) {
        return new Fact<>(periods, municipalities, stated, inclusion, use, overlap, number, measure);
    }

    public Fact<M> countedIn(Use where) {
        return new Fact<>(periods, municipalities, stated, inclusion, where, overlap, records, measure);
    }

    /** The same of one record with this id and what it declares, so that it is in no group with others. */
    public Fact<M> overlapping(String id, Set<String> others) {
        return new Fact<>(periods, municipalities, stated, inclusion, use, new Overlap(id, others), records, measure);
    }

    /** Whether all its days are asked for; those that it does not state are when any are. */
    public boolean isWithin(Question question) {
        return Periods.fit(this, question) == Periods.Fit.INSIDE;
    }

    /** The days; of several periods those that end last; null when the source has applied the days of the question itself. */
    public Period period() {
        return periods.endingLast();
    }

    /** The values of a dimension; empty when none is stated. A period of several years is in no year. */
    public Set<Object> of(Dimension dimension) {
        if (isOfPeriod(dimension)) {
            return dimension == Dimension.PERIOD
                    ? periods.stream().collect(Collectors.toUnmodifiableSet())
                    : period().year().<Set<Object>>map(Set::of).orElse(Set.of());
        }
        return stated.getOrDefault(dimension, Set.of());
    }

    /** Whether it is known what it states of a dimension; if not, the source has applied its filter itself. */
    boolean isKnown(Dimension dimension) {
        return isOfPeriod(dimension) || stated.containsKey(dimension);
    }

    private boolean isOfPeriod(Dimension dimension) {
        return dimension.kind() == Dimension.Kind.TIME && !periods.isEmpty() && !stated.containsKey(dimension);
    }
}
