package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PROFESSION;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.trainingstatistics.SessionSelection.Professions;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Types;

/** Collects the facts of an answer: tallies one by one, sessions by their sums. */
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

    /**
     * What an answer is made from.
     *
     * @param notByProfession records that are in no row by profession
     * @param withheld number of evaluation codes, for a question for which evaluations are not shown
     * @param days replaces the periods of sessions by their days, and leaves those of tallies
     */
    record Found(
            Types types,
            List<Fact<List<TrainingFigure>>> facts,
            long notByProfession,
            long withheld,
            UnaryOperator<SortedSet<Period>> days) {}

    Found of(Question question) {
        var known = types.all();
        var ofTallies = tallies.of(question, known);
        return question.isBy(PROFESSION) ? byProfession(question, known, ofTallies) : ofAll(question, known, ofTallies);
    }

    private Found ofAll(Question question, Types known, List<Fact<List<TrainingFigure>>> ofTallies) {
        var inside =
                ofTallies.stream().map(Fact::period).filter(question::contains).toList();
        var selection = SessionSelection.of(question, known, register, Professions.ANY, inside);
        var ofSessions = sessions.of(selection);
        // Sums by municipality have no months, which are needed to find the days that tallies share.
        var apart = question.isByPlace() && !question.filtersByPlace();
        var ofTotal = apart ? sessions.of(total(question, known, Professions.ANY, inside)) : ofSessions;
        var facts = new ArrayList<>(ofTallies);
        facts.addAll(tallies.ratings(question, known));
        if (apart) {
            facts.addAll(countedIn(Fact.Use.ROWS, ofSessions));
            facts.addAll(countedIn(Fact.Use.TOTALS, ofTotal));
        } else {
            facts.addAll(ofSessions);
        }
        var isShown = question.isDisclosed();
        if (isShown) {
            facts.addAll(evaluations(question, known));
        }
        var months = months(ofSessions, ofTotal);
        return new Found(
                known,
                facts,
                0,
                isShown ? 0 : sum(ofTotal, TrainingFigure::codes),
                periods -> named(selection, periods, inside, months));
    }

    // A tally over exactly one month is named as well as the days of that month.
    private SortedSet<Period> named(
            SessionSelection selection, SortedSet<Period> periods, List<Period> tallies, SortedSet<Period> months) {
        var named = sessions.named(selection, periods, months);
        tallies.stream().filter(periods::contains).forEach(named::add);
        return named;
    }

    /** Tallies and head counts state no professions; they are only counted. */
    private Found byProfession(Question question, Types known, List<Fact<List<TrainingFigure>>> ofTallies) {
        var parts = sessions.of(SessionSelection.of(question, known, register, Professions.EACH, List.of()));
        // Each roll call once, over all professions.
        var whole = question.isByPlace() ? question.rowsBy(MUNICIPALITY) : question.rowsBy();
        var rollCalls = sessions.of(SessionSelection.of(whole, known, register, Professions.ROLL_CALLS, List.of()));
        var all = sessions.of(total(question, known, Professions.ANY, List.of()));
        var others = sum(all, TrainingFacts::held) - sum(rollCalls, TrainingFacts::held);
        var tallied = ofTallies.stream()
                .filter(tally -> question.contains(tally.period()))
                .mapToLong(Fact::records)
                .sum();
        var facts = new ArrayList<>(countedIn(Fact.Use.ROWS, parts));
        facts.addAll(countedIn(Fact.Use.TOTALS, rollCalls));
        return new Found(known, facts, others + tallied, sum(all, TrainingFigure::codes), periods -> periods);
    }

    private List<Fact<List<TrainingFigure>>> evaluations(Question question, Types known) {
        var cells = evaluations.of(question.programme());
        return EvaluationCells.within(cells, question.from(), question.until()).stream()
                .map(cell -> fact(question, known, cell))
                .toList();
    }

    static Fact<List<TrainingFigure>> fact(Question question, Types known, Cell cell) {
        var stated = known.stated(question, cell.trainingType(), null, cell.year(), null);
        stated.put(TRAINING_TYPE, Set.of(cell.trainingType()));
        return Fact.of(0, List.of(TrainingFigure.ofEvaluations(cell.shown()))).stating(stated);
    }

    private SessionSelection total(Question question, Types known, Professions professions, List<Period> inside) {
        return SessionSelection.of(question.rowsBy(), known, register, professions, inside);
    }

    private static SortedSet<Period> months(
            List<Fact<List<TrainingFigure>>> rows, List<Fact<List<TrainingFigure>>> totals) {
        var months = new TreeSet<Period>();
        Stream.concat(rows.stream(), totals.stream())
                .flatMap(fact -> fact.measure().stream())
                .filter(figure -> figure.kind() == TrainingFigure.Kind.DAYS)
                .map(TrainingFigure::period)
                .filter(Objects::nonNull)
                .forEach(months::add);
        return months;
    }

    private static List<Fact<List<TrainingFigure>>> countedIn(Fact.Use where, List<Fact<List<TrainingFigure>>> facts) {
        return facts.stream().map(fact -> fact.countedIn(where)).toList();
    }

    private static long sum(List<Fact<List<TrainingFigure>>> facts, ToLongFunction<TrainingFigure> number) {
        return facts.stream()
                .flatMap(fact -> fact.measure().stream())
                .mapToLong(number)
                .sum();
    }

    private static long held(TrainingFigure figure) {
        return figure.held() == null ? 0 : figure.held();
    }
}
