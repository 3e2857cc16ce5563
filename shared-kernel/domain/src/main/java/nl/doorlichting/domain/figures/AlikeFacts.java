package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import nl.doorlichting.domain.period.Period;

/**
 * Adds up facts that count alike in the answer to a question, so that its table is made of few. {@link ReachSql#signedGroups}
 * does the same with rows.
 *
 * @param <M> what a fact adds up to
 */
public final class AlikeFacts<M> {
    private final Question question;
    private final List<Dimension> looked;
    private final boolean looksAtPeriod;
    private final boolean looksAtYear;
    private final BinaryOperator<M> plus;
    private final Map<Likeness, Map<Object, Group<M>>> groups = new LinkedHashMap<>();

    /**
     * What facts that count alike have in common beside their days.
     *
     * @param stated the values of each dimension that the question looks at
     */
    private record Likeness(Map<Dimension, Set<Object>> stated, Inclusion inclusion) {}

    /**
     * What the days of facts that count alike have in common, where they do not matter one by one.
     *
     * @param year of all of them; null for several, and where the question does not look at years
     */
    private record Days(Periods.Fit fit, Integer year) {}

    private static final class Group<M> {
        private final Fact<M> first;
        private Set<Period> periods;
        private long records;
        private M measure;

        private Group(Fact<M> first) {
            this.first = first;
            this.periods = first.periods();
            this.records = first.records();
            this.measure = first.measure();
        }

        private void add(Fact<M> fact, BinaryOperator<M> plus) {
            if (!periods.containsAll(fact.periods())) {
                periods = periods instanceof HashSet ? periods : new HashSet<>(periods);
                periods.addAll(fact.periods());
            }
            records += fact.records();
            measure = plus.apply(measure, fact.measure());
        }
    }

    public AlikeFacts(Question question, BinaryOperator<M> plus) {
        this.question = question;
        this.looked =
                question.structure().stated().stream().filter(question::looksAt).toList();
        this.looksAtPeriod = question.looksAt(Dimension.PERIOD);
        this.looksAtYear = question.looksAt(Dimension.YEAR);
        this.plus = plus;
    }

    /**
     * Adds facts that state the same and have the same inclusion, each with its days, no place and no overlap. Those without any
     * day that is asked for count nowhere.
     */
    public void add(Collection<Fact<M>> facts) {
        Fact<M> some = facts.iterator().next();
        boolean daysMatter = looksAtPeriod || some.inclusion().kind() == Inclusion.Kind.UNKNOWN;
        Map<Object, Group<M>> alike =
                groups.computeIfAbsent(new Likeness(looked(some), some.inclusion()), first -> new LinkedHashMap<>());
        for (Fact<M> fact : facts) {
            Period period = fact.period();
            Periods.Fit fit = Periods.fit(fact, period, question);
            if (fit != Periods.Fit.OUTSIDE) {
                Object days = daysMatter
                        ? fact.periods()
                        : new Days(fit, looksAtYear ? period.year().orElse(null) : null);
                Group<M> known = alike.get(days);
                if (known == null) {
                    alike.put(days, new Group<>(fact));
                } else {
                    known.add(fact, plus);
                }
            }
        }
    }

    private Map<Dimension, Set<Object>> looked(Fact<M> fact) {
        Map<Dimension, Set<Object>> stated = new HashMap<>();
        looked.forEach(dimension -> stated.put(dimension, fact.of(dimension)));
        return Map.copyOf(stated);
    }

    /** What was added. */
    public List<Fact<M>> facts() {
        List<Fact<M>> facts = new ArrayList<>();
        groups.forEach((likeness, alike) -> alike.values()
                .forEach(group -> facts.add(new Fact<>(
                        group.periods,
                        group.first.municipalities(),
                        likeness.stated(),
                        likeness.inclusion(),
                        group.first.use(),
                        null,
                        group.records,
                        group.measure))));
        return facts;
    }
}
