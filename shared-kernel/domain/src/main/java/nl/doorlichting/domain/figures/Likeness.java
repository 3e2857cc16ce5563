package nl.doorlichting.domain.figures;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;

/**
 * What the rules look at of facts in the answer to a question. Facts of which all of it is equal count alike, so they can be
 * added up first. {@link ReachSql#signedGroups} does the same with rows.
 */
final class Likeness {
    private final Question question;
    private final Places places;
    private final Filters filters;
    private final boolean countsRowsApart;
    private final List<Dimension> looked;
    private final boolean looksAtPeriod;
    private final boolean looksAtYear;
    private final List<Inclusion> tallies;
    private final Set<Period> daysOfTallies;

    /** @param values of each dimension that matters there */
    record Stated(Map<Dimension, Set<Object>> values, Inclusion inclusion, Fact.Use use) {}

    /**
     * Of days that do not matter one by one.
     *
     * @param year of all of them; null for several, and where the question does not look at years
     * @param ofTallies those of tallies that share some; none where that does not matter
     */
    private record Days(Periods.Fit fit, Integer year, Set<Period> ofTallies) {}

    /** @param counting the tallies of the answer, which may be among other facts of it */
    Likeness(Question question, MunicipalityRegister register, Collection<? extends Fact<?>> counting) {
        this.question = question;
        this.places = new Places(question, register);
        this.filters = new Filters(question, places);
        this.looked =
                question.structure().stated().stream().filter(question::looksAt).toList();
        this.looksAtPeriod = question.looksAt(Dimension.PERIOD);
        this.looksAtYear = question.looksAt(Dimension.YEAR);
        List<? extends Fact<?>> ofTallies =
                counting.stream().filter(fact -> fact.inclusion().isTally()).toList();
        this.tallies = ofTallies.stream().map(Fact::inclusion).distinct().toList();
        this.daysOfTallies = ofTallies.stream().map(Fact::period).collect(Collectors.toSet());
        // With a filter of place or time a note may be about a row alone.
        this.countsRowsApart = question.isByPlace()
                && !tallies.isEmpty()
                && question.only().keySet().stream()
                        .noneMatch(dimension ->
                                dimension.kind() == Dimension.Kind.PLACE || dimension.kind() == Dimension.Kind.TIME);
    }

    /** Empty for what can count nowhere, be it in a note. */
    Optional<Stated> of(Map<Dimension, Set<Object>> stated, Inclusion inclusion) {
        for (Map.Entry<Dimension, Set<Object>> filter : question.only().entrySet()) {
            Set<Object> values = stated.getOrDefault(filter.getKey(), Set.of());
            // What states none may be counted in a note.
            if (!values.isEmpty() && Collections.disjoint(values, filter.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Stated(values(stated, looked), inclusion.among(tallies), Fact.Use.ROWS_AND_TOTALS));
    }

    /**
     * In the row of a place, counted apart from totals. Empty for what is in no row; its notes are counted with totals.
     */
    Optional<Stated> ofRow(Map<Dimension, Set<Object>> stated) {
        Fact<Integer> fact = Fact.of(1, 1).stating(values(stated, looked));
        return filters.asked(fact, places.place(fact.municipalities())) == Filters.Asked.YES
                ? Optional.of(new Stated(fact.stated(), Inclusion.ADDED, Fact.Use.ROWS))
                : Optional.empty();
    }

    /** In totals, counted apart from rows of places. */
    Optional<Stated> ofTotal(Map<Dimension, Set<Object>> stated, Inclusion inclusion) {
        return of(stated, inclusion)
                .map(whole -> new Stated(values(stated, question.only().keySet()), whole.inclusion(), Fact.Use.TOTALS));
    }

    private static Map<Dimension, Set<Object>> values(
            Map<Dimension, Set<Object>> stated, Collection<Dimension> dimensions) {
        Map<Dimension, Set<Object>> values = new HashMap<>();
        dimensions.forEach(dimension -> values.put(dimension, stated.getOrDefault(dimension, Set.of())));
        return Map.copyOf(values);
    }

    Optional<Object> ofPlace(Set<String> municipalities) {
        return Optional.of(places.likeness(municipalities));
    }

    /**
     * Whether it is in a row of a place, and counts there apart from totals. No tally stands in a place, so what figures state of tallies
     * matters in totals only, where it does not matter in which place they are.
     */
    boolean isOfRowApart(Set<String> municipalities) {
        return countsRowsApart && !places.isInNoRow(places.place(municipalities));
    }

    /** Whether it matters of what states this with which tallies it shares days. */
    boolean isOfDaysOfTallies(Inclusion inclusion) {
        return inclusion.among(tallies).kind() == Inclusion.Kind.UNKNOWN;
    }

    /** In the row of a place, counted apart from totals. Empty for days of which not all are asked for. */
    Optional<Object> ofPeriodInRow(Period period) {
        return question.contains(period) ? ofPeriod(period, false) : Optional.empty();
    }

    /**
     * Empty for days that are not asked for.
     *
     * @param isOfDaysOfTallies whether it matters with which tallies they are shared
     */
    Optional<Object> ofPeriod(Period period, boolean isOfDaysOfTallies) {
        Periods.Fit fit = Periods.fit(period, question);
        if (fit == Periods.Fit.OUTSIDE) {
            return Optional.empty();
        }
        if (looksAtPeriod) {
            return Optional.of(period);
        }
        Set<Period> ofTallies = isOfDaysOfTallies
                ? daysOfTallies.stream().filter(period::overlaps).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return Optional.of(new Days(fit, looksAtYear ? period.year().orElse(null) : null, ofTallies));
    }
}
