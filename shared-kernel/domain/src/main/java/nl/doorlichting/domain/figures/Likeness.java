package nl.doorlichting.domain.figures;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;

/**
 * What the rules look at of facts in the answer to a question. Facts of which all of it is equal count alike, so they can be
 * added up first. {@link ReachSql#signedGroups} does the same with rows.
 */
final class Likeness {
    private final Question question;
    private final Places places;
    private final List<Dimension> looked;
    private final boolean looksAtPeriod;
    private final boolean looksAtYear;

    /** @param values of each dimension that the question looks at */
    record Stated(Map<Dimension, Set<Object>> values, Inclusion inclusion) {}

    /**
     * Of days that do not matter one by one.
     *
     * @param year of all of them; null for several, and where the question does not look at years
     */
    private record Days(Periods.Fit fit, Integer year) {}

    Likeness(Question question, MunicipalityRegister register) {
        this.question = question;
        this.places = new Places(question, register);
        this.looked =
                question.structure().stated().stream().filter(question::looksAt).toList();
        this.looksAtPeriod = question.looksAt(Dimension.PERIOD);
        this.looksAtYear = question.looksAt(Dimension.YEAR);
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
        Map<Dimension, Set<Object>> values = new HashMap<>();
        looked.forEach(dimension -> values.put(dimension, stated.getOrDefault(dimension, Set.of())));
        return Optional.of(new Stated(Map.copyOf(values), inclusion));
    }

    Optional<Object> ofPlace(Set<String> municipalities) {
        return Optional.of(places.likeness(municipalities));
    }

    /** Whether it matters of what states this which days it has. */
    boolean isOfEachPeriod(Inclusion inclusion) {
        return looksAtPeriod || inclusion.kind() == Inclusion.Kind.UNKNOWN;
    }

    /** Of days that matter one by one. Empty for those that are not asked for. */
    Optional<Object> ofEachPeriod(Period period) {
        return Periods.fit(period, question) == Periods.Fit.OUTSIDE ? Optional.empty() : Optional.of(period);
    }

    /** Of other days. Empty for those that are not asked for. */
    Optional<Object> ofPeriod(Period period) {
        Periods.Fit fit = Periods.fit(period, question);
        return fit == Periods.Fit.OUTSIDE
                ? Optional.empty()
                : Optional.of(new Days(fit, looksAtYear ? period.year().orElse(null) : null));
    }
}
