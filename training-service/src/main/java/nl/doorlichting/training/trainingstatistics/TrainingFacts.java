package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.PROFESSION;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;
import static nl.doorlichting.domain.figures.Dimension.YEAR;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.trainingstatistics.SessionFacts.Participants;

/** Collects the facts of an answer: tallies one by one, sessions in groups, and evaluations where they are shown. */
@ApplicationScoped
class TrainingFacts {
    private static final Measure<Long> RECORDS = new Measure<>(0L, Long::sum);

    private final TallyFacts tallies;
    private final SessionFacts sessions;
    private final EvaluationCells evaluations;
    private final MunicipalityRegister register;
    private final DutchCalendar calendar;

    TrainingFacts(
            TallyFacts tallies,
            SessionFacts sessions,
            EvaluationCells evaluations,
            MunicipalityRegister register,
            DutchCalendar calendar) {
        this.tallies = tallies;
        this.sessions = sessions;
        this.evaluations = evaluations;
        this.register = register;
        this.calendar = calendar;
    }

    /**
     * What an answer is made from.
     *
     * @param notByProfession records that are in no row by profession
     */
    record Found(List<Fact<TrainingSums>> facts, long notByProfession) {}

    /** @param groups receives how many groups were read whenever there is another one; it may throw, so that no more are */
    Found of(Question question, IntConsumer groups) {
        var number = new AtomicInteger();
        Runnable each = () -> groups.accept(number.incrementAndGet());
        var ofTallies = tallies.of(question);
        var today = question.asOf() == null ? calendar.today() : DutchCalendar.dayOf(question.asOf());
        return question.isBy(PROFESSION)
                ? byProfession(question, ofTallies, today, each)
                : ofAll(question, ofTallies, today, each);
    }

    /** Twice the best count of the participants of each group, with how it relates to tallies, also where there are none. */
    List<Fact<Long>> participants(Question question) {
        var all = new ArrayList<>(tallies.of(question));
        all.addAll(sessions.of(
                question, Participants.ALL, DaysAlike.eachApart(List.of()), true, calendar.today(), () -> {}));
        return all.stream()
                .filter(fact -> fact.measure().participants().observations().total() > 0)
                .map(fact -> fact.counting(fact.measure().participants().bestHalves()))
                .toList();
    }

    private Found ofAll(Question question, List<Fact<TrainingSums>> ofTallies, LocalDate today, Runnable each) {
        var facts = new ArrayList<>(ofTallies);
        var talliedDays = ofTallies.stream().map(Fact::period).collect(Collectors.toSet());
        facts.addAll(sessions.of(question, talliedDays, today, each));
        if (question.isDisclosed()) {
            facts.addAll(evaluations(question));
        }
        return new Found(facts, 0);
    }

    /** Tallies and head counts state no professions; they are only counted. A roll call counts once in totals. */
    private Found byProfession(Question question, List<Fact<TrainingSums>> ofTallies, LocalDate today, Runnable each) {
        var facts = new ArrayList<Fact<TrainingSums>>();
        sessions.of(question, Participants.BY_PROFESSION, today, each)
                .forEach(part -> facts.add(part.countedIn(Fact.Use.ROWS)));
        var called = sessions.of(question, Participants.CALLED, today, each);
        called.forEach(whole -> facts.add(whole.countedIn(Fact.Use.TOTALS)));
        var all = sessions.of(question, Participants.ALL, today, each);
        all.forEach(whole -> facts.add(codes(whole)));
        var others = held(question, all) - held(question, called);
        return new Found(facts, others + records(question, ofTallies));
    }

    // The session itself is counted with its roll call, or not at all.
    private static Fact<TrainingSums> codes(Fact<TrainingSums> session) {
        return session.counting(TrainingSums.ofCodes(session.measure().codes()))
                .countedIn(Fact.Use.TOTALS)
                .ofRecords(0);
    }

    private long held(Question question, List<Fact<TrainingSums>> facts) {
        return counted(
                question,
                facts.stream().map(fact -> fact.counting(fact.measure().held())));
    }

    private long records(Question question, List<Fact<TrainingSums>> facts) {
        return counted(
                question,
                facts.stream().map(fact -> fact.counting(fact.records()).included(Inclusion.ADDED)));
    }

    private long counted(Question question, Stream<Fact<Long>> numbers) {
        return TableMaker.table(question.rowsBy(), register, RECORDS, numbers.toList())
                .total(0L);
    }

    private List<Fact<TrainingSums>> evaluations(Question question) {
        var cells = evaluations.of(question.programme());
        return EvaluationCells.within(cells, question.from(), question.until()).stream()
                .map(TrainingFacts::fact)
                .toList();
    }

    static Fact<TrainingSums> fact(Cell cell) {
        return Fact.of(0, TrainingSums.ofEvaluations(cell.shown()))
                .stating(Map.of(TRAINING_TYPE, Set.of(cell.trainingType()), YEAR, Set.of(cell.year())));
    }
}
