package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.training.trainingstatistics.TestFacts.day;
import static nl.doorlichting.training.trainingstatistics.TestFacts.evaluated;
import static nl.doorlichting.training.trainingstatistics.TestFacts.held;
import static nl.doorlichting.training.trainingstatistics.TestFacts.planned;
import static nl.doorlichting.training.trainingstatistics.TestFacts.rated;
import static nl.doorlichting.training.trainingstatistics.TestFacts.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Notes;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.training.evaluations.EvaluationCells;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import org.junit.jupiter.api.Test;

class TrainingStatisticsServiceTest {
    private static final Question ALL = Question.of(Structure.TRAINING);
    private static final Period FIVE_YEARS = Period.ofYears(2007, 2011);

    @Test
    void sortsRowsByTypeAndSumsAllInTotal() {
        var table = table(held("B", FIVE_YEARS, 20, 162), held("A", FIVE_YEARS, 25, 457));
        assertEquals(
                List.of("A", "B"),
                table.rows().stream()
                        .map(row -> row.key().get(Dimension.TRAINING_TYPE))
                        .toList());
        assertEquals(45, total(table).sessions().held());
        assertEquals(619, total(table).participants().best());
    }

    @Test
    void sortsRowsInOrderOfTypesAndNoTypeLast() {
        var table = table(held(null, FIVE_YEARS, 1, 1), held("A", FIVE_YEARS, 1, 1), held("Z", FIVE_YEARS, 1, 1));
        assertEquals(
                Arrays.asList("Z", "A", null),
                table.rows().stream()
                        .map(row -> row.key().get(Dimension.TRAINING_TYPE))
                        .toList());
    }

    @Test
    void addsTalliesOfDisjointPeriods() {
        var table = table(held("A", Period.ofYear(2010), 1, 10), held("A", Period.ofYear(2011), 3, 30));
        assertEquals(4, table.rows().get(0).sessions().held());
        assertEquals(40, table.rows().get(0).participants().best());
        assertTrue(table.notes().isEmpty());
    }

    @Test
    void talliesOfSameDaysHaveNoSumOfWhatBothCount() {
        var table = table(
                held("A", Period.ofYear(2010), 1, 10),
                held("A", Period.ofYear(2010), 2, 20),
                planned("A", Period.ofYear(2010), 5));
        assertNull(table.rows().get(0).sessions().held());
        assertNull(table.rows().get(0).participants());
        assertEquals(5, table.rows().get(0).sessions().planned());
        assertNull(total(table).sessions().held());
        assertEquals(2, note(table, NoteCode.OVERLAPPING_TALLIES).count());
    }

    @Test
    void keepsPlannedAndHeldSessionsApart() {
        var row = table(held("A", FIVE_YEARS, 21, 357), planned("A", day(2011, 5, 1), 40))
                .rows()
                .get(0);
        assertEquals(21, row.sessions().held());
        assertEquals(40, row.sessions().planned());
        assertEquals(357, row.participants().best());
    }

    @Test
    void tallySpeaksForSessionThatMayBePartOfIt() {
        var table =
                table(held("A", FIVE_YEARS, 21, 357), session("A", day(2011, 5, 1), 12), held("B", FIVE_YEARS, 1, 5));
        var row = table.rows().get(0);
        assertEquals(21, row.sessions().held());
        assertEquals(357, row.participants().best());
        // Which the tally does not state.
        assertEquals(1, row.sessions().planned());
        assertEquals(362, total(table).participants().best());
        assertEquals(1, note(table, NoteCode.INCLUSION_UNKNOWN).count());
    }

    @Test
    void addsSessionOfItsOwnToTally() {
        var table = table(held("A", FIVE_YEARS, 21, 357), session("A", day(2011, 5, 1), 12, Inclusion.ADDED));
        assertEquals(22, table.rows().get(0).sessions().held());
        assertEquals(369, total(table).participants().best());
        assertEquals(2, note(table, NoteCode.OVERLAPPING_PERIODS).count());
    }

    @Test
    void addsSessionsOutsideDaysOfTally() {
        var table = table(held("A", Period.ofYear(2010), 21, 357), session("A", day(2011, 5, 1), 12));
        assertEquals(22, total(table).sessions().held());
        assertTrue(table.notes().isEmpty());
    }

    @Test
    void doesNotAddFigureOverAllTypesToFiguresItContains() {
        var table = table(held("A", FIVE_YEARS, 21, 357), held(null, FIVE_YEARS, 131, 3976));
        assertEquals(21, table.rows().get(0).sessions().held());
        assertEquals(131, table.rows().get(1).sessions().held());
        assertNull(total(table).sessions().held());
        assertNull(total(table).participants());
        assertEquals(2, note(table, NoteCode.OVERLAPPING_TALLIES).count());
    }

    @Test
    void addsFigureOverAllTypesToFiguresOfOtherDays() {
        var table = table(held("A", Period.ofYear(2012), 21, 357), held(null, FIVE_YEARS, 131, 3976));
        assertEquals(152, total(table).sessions().held());
        assertTrue(table.notes().isEmpty());
    }

    @Test
    void leavesOutAndCountsPartlyOverlappingPeriods() {
        var question = ALL.within(LocalDate.of(2010, 1, 1), LocalDate.of(2011, 1, 1));
        var table = table(question, List.of(held("A", FIVE_YEARS, 1, 5), held("A", Period.ofYear(2010), 2, 7)));
        assertEquals(2, total(table).sessions().held());
        assertEquals(1, note(table, NoteCode.PARTIAL_OVERLAP).count());
    }

    @Test
    void showsLatestRatingOfTypeAndCountsOthers() {
        var rating = rating(BigDecimal.TEN);
        var other = rating(BigDecimal.ONE);
        var table = table(
                rated("A", FIVE_YEARS, "1", other),
                rated("A", FIVE_YEARS, "3", rating),
                rated("A", FIVE_YEARS, "2", other),
                held("A", FIVE_YEARS, 1, 5),
                held("B", FIVE_YEARS, 1, 5));
        assertEquals(rating.mean(), table.rows().get(0).rating().mean());
        assertNull(table.rows().get(1).rating());
        assertNull(total(table).rating());
        assertEquals(2, note(table, NoteCode.OTHER_RATINGS).count());
    }

    @Test
    void noteNamesSomeOfManyPeriods() {
        var facts = IntStream.rangeClosed(1, 31)
                .mapToObj(date -> session("A", day(2011, 5, date), 1, Inclusion.ADDED))
                .toList();
        var all = new ArrayList<>(facts);
        all.add(held("A", FIVE_YEARS, 1, 1));
        var detail =
                note(table(ALL, all), NoteCode.OVERLAPPING_PERIODS).detail().toString();
        assertTrue(detail.endsWith("2011-05-19/2011-05-20 and 12 more"), detail);
    }

    @Test
    void tallyOverAllTypesSpeaksForSessionsOfEachInTotal() {
        var may = new Period(LocalDate.of(2011, 5, 1), LocalDate.of(2011, 6, 1));
        var table = table(held(null, may, 21, 357), session("A", day(2011, 5, 1), 12));
        assertEquals(1, table.rows().get(0).sessions().held());
        assertEquals(21, total(table).sessions().held());
    }

    @Test
    void showsMeanOfEvaluationsWithoutStatedRating() {
        var row = table(ALL, evaluated("A", 5, 8)).rows().get(0);
        assertEquals(new BigDecimal("8.00"), row.rating().mean());
        assertEquals(5, row.rating().n());
        assertEquals("evaluations", row.rating().source());
    }

    @Test
    void notesSuppressedEvaluationsBeforeFirstStep() {
        var table = table(ALL, evaluated("A", 6, 8), evaluated("B", 0, 0));
        assertNull(table.rows().get(1).rating());
        assertTrue(table.rows().get(1).evaluations().suppressed());
        assertEquals(6, total(table).evaluations().n());
        assertEquals(1, note(table, NoteCode.EVALUATIONS_SUPPRESSED).count());
    }

    @Test
    void notesWithheldEvaluationsOfFinerQuery() {
        var codes = Fact.of(1, TrainingSums.ofCodes(20));
        var table = table(ALL.rowsBy(Dimension.MUNICIPALITY), List.of(codes));
        assertNull(total(table).evaluations());
        assertEquals(20, note(table, NoteCode.RATING_NOT_SHOWN).count());
    }

    @Test
    void leavesOutEvaluationsOfOtherYears() {
        var question = ALL.within(LocalDate.of(2009, 1, 1), LocalDate.of(2010, 1, 1));
        assertTrue(table(question, evaluated("A", 6, 8)).rows().isEmpty());
    }

    @Test
    void showsRatingOfOneTypeInNoRowOverSeveralTypes() {
        var table = table(
                ALL.rowsBy(Dimension.YEAR),
                List.of(held("A", FIVE_YEARS, 1, 5), rated("A", FIVE_YEARS, "1", rating(BigDecimal.TEN))));
        assertNull(table.rows().get(0).rating());
        assertEquals(1, note(table, NoteCode.OTHER_RATINGS).count());
    }

    @Test
    void totalHasNoFiguresWithoutRecords() {
        var table = table();
        assertTrue(table.rows().isEmpty());
        assertNull(total(table).sessions().held());
        assertNull(total(table).participants().best());
    }

    private static TrainingAnswer table(Question question, Cell... cells) {
        return table(
                question,
                EvaluationCells.within(List.of(cells), question.from(), question.until()).stream()
                        .map(TrainingFacts::fact)
                        .toList());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static TrainingAnswer table(Fact<TrainingSums>... facts) {
        return table(ALL, List.of(facts));
    }

    private static TrainingAnswer table(Question question, List<Fact<TrainingSums>> facts) {
        var notes = new Notes();
        var table = TrainingStatisticsService.table(
                question, new TrainingFacts.Found(facts, 0), notes, MunicipalityRegister.builtIn());
        return TrainingStatisticsService.answer(
                table,
                new TrainingLinks(question, false, false),
                List.of("Z", "A", "B"),
                List.of(),
                List.of(),
                List.of(),
                notes,
                null,
                "1");
    }

    private static TrainingAnswer.Row total(TrainingAnswer table) {
        return table.totals().get(0);
    }

    private static RatingAnswer.Rating rating(BigDecimal mean) {
        return new RatingAnswer.Rating("A", mean, null, null, 3, "test");
    }

    private static FigureNote note(TrainingAnswer table, NoteCode code) {
        var found = table.notes().stream()
                .filter(note -> note.code().equals(code.name()))
                .findFirst();
        assertNotNull(found.orElse(null), table.notes()::toString);
        return found.get();
    }
}
