package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.trainingstatistics.SessionSelection.Professions;

/** Collects the figures of a table: tallies one by one, sessions by their sums. */
@ApplicationScoped
class TrainingFacts {
    private final TrainingTypeLookup types;
    private final TallyFacts tallies;
    private final SessionFacts sessions;
    private final EvaluationCells evaluations;
    private final MunicipalityRegister register;

    TrainingFacts(
            TrainingTypeLookup types,
            TallyFacts tallies,
            SessionFacts sessions,
            EvaluationCells evaluations,
            MunicipalityRegister register) {
        this.types = types;
        this.tallies = tallies;
        this.sessions = sessions;
        this.evaluations = evaluations;
        this.register = register;
    }

    TrainingFigures of(TrainingQuery query) {
        var keys = new TrainingKeyFactory(query.by(), types.all(), register);
        var ofTallies = tallies.of(query, keys);
        return query.byProfession() ? byProfession(query, keys, ofTallies) : ofAll(query, keys, ofTallies);
    }

    private TrainingFigures ofAll(TrainingQuery query, TrainingKeyFactory keys, List<TrainingFact> ofTallies) {
        var inside = insideOf(query, ofTallies);
        var selection = selection(query, keys, Professions.ANY, inside);
        var ofSessions = sessions.of(selection);
        var whole = query.byPlace() && !query.filtersByPlace();
        var ofTotal = whole ? sessions.of(total(query, keys, Professions.ANY, inside)) : ofSessions;
        return new TrainingFigures(
                both(ofTallies, ofSessions),
                both(ofTallies, ofTotal),
                StatedRatings.of(query, tallies.ratings(query, keys)),
                evaluations(query, keys, ofTotal),
                severalPlaces(ofSessions),
                0,
                periods -> named(selection, periods, inside, months(ofSessions, ofTotal)));
    }

    // A tally over exactly one month is named as well as the days of that month.
    private SortedSet<Period> named(
            SessionSelection selection,
            SortedSet<Period> periods,
            List<TrainingFact> tallies,
            SortedSet<Period> months) {
        var named = sessions.named(selection, periods, months);
        tallies.stream().map(TrainingFact::period).filter(periods::contains).forEach(named::add);
        return named;
    }

    /** Tallies and head counts state no professions; they are only counted. */
    private TrainingFigures byProfession(TrainingQuery query, TrainingKeyFactory keys, List<TrainingFact> ofTallies) {
        var rows = sessions.of(selection(query, keys, Professions.EACH, List.of()));
        var rollCalls = sessions.of(total(query, keys, Professions.ROLL_CALLS, List.of()));
        var all = sessions.of(total(query, keys, Professions.ANY, List.of()));
        var others = held(all)
                - held(rollCalls)
                + insideOf(query, ofTallies).stream()
                        .mapToLong(TrainingFact::records)
                        .sum();
        return new TrainingFigures(
                rows,
                rollCalls,
                StatedRatings.NONE,
                evaluations(query, keys, all),
                severalPlaces(byPlace(query, keys)),
                others,
                periods -> periods);
    }

    private ShownEvaluations evaluations(TrainingQuery query, TrainingKeyFactory keys, List<TrainingFact> ofTotal) {
        if (!query.isOfEvaluationCells()) {
            return ShownEvaluations.withheld(
                    ofTotal.stream().mapToLong(TrainingFact::codes).sum());
        }
        return ShownEvaluations.of(
                query,
                evaluations.of(query.programme(), query.trainingType()),
                cell -> keys.key(cell.trainingType(), null, cell.year(), null, null));
    }

    // Each roll call once, over all professions.
    private List<TrainingFact> byPlace(TrainingQuery query, TrainingKeyFactory keys) {
        var total = total(query, keys, Professions.ROLL_CALLS, List.of());
        return query.looksAtPlace()
                ? sessions.of(new SessionSelection(
                        query,
                        total.keys(),
                        query.byPlace(),
                        Professions.ROLL_CALLS,
                        false,
                        byDay(query, true, List.of())))
                : List.of();
    }

    private static long severalPlaces(List<TrainingFact> facts) {
        return facts.stream()
                .filter(TrainingFact::severalPlaces)
                .mapToLong(TrainingFact::records)
                .sum();
    }

    private static SessionSelection selection(
            TrainingQuery query, TrainingKeyFactory keys, Professions professions, List<TrainingFact> tallies) {
        var place = query.byPlace();
        return new SessionSelection(
                query, keys, place, professions, !tallies.isEmpty(), byDay(query, query.looksAtPlace(), tallies));
    }

    private static SessionSelection total(
            TrainingQuery query, TrainingKeyFactory keys, Professions professions, List<TrainingFact> tallies) {
        var noKeys = new TrainingKeyFactory(Set.of(), keys.types(), keys.register());
        return new SessionSelection(
                query, noKeys, false, professions, !tallies.isEmpty(), byDay(query, query.filtersByPlace(), tallies));
    }

    // Sums are by whole months, or years. A tally or a query with a partial one needs the sessions.
    private static boolean byDay(TrainingQuery query, boolean years, List<TrainingFact> tallies) {
        return query.projectId() != null
                || !SessionSelection.fits(query.from(), years)
                || !SessionSelection.fits(query.until(), years)
                || query.filtersByPlace() && !tallies.isEmpty()
                || tallies.stream().anyMatch(tally -> cutsMonths(tally.period()));
    }

    private static boolean cutsMonths(Period period) {
        return !SessionSelection.fits(period.from(), false) || !SessionSelection.fits(period.until(), false);
    }

    private static List<TrainingFact> insideOf(TrainingQuery query, List<TrainingFact> tallies) {
        return tallies.stream().filter(tally -> query.contains(tally.period())).toList();
    }

    private static SortedSet<Period> months(List<TrainingFact> rows, List<TrainingFact> totals) {
        var months = new TreeSet<Period>();
        both(rows, totals).stream()
                .filter(fact -> fact.kind() == TrainingFact.Kind.DAYS && fact.period() != null)
                .forEach(fact -> months.add(fact.period()));
        return months;
    }

    private static long held(List<TrainingFact> facts) {
        return facts.stream()
                .mapToLong(fact -> fact.held() == null ? 0 : fact.held())
                .sum();
    }

    private static List<TrainingFact> both(List<TrainingFact> some, List<TrainingFact> others) {
        var both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }
}
