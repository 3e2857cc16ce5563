package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.training.trainingstatistics.TestFacts.day;
import static nl.doorlichting.training.trainingstatistics.TestFacts.evaluated;
import static nl.doorlichting.training.trainingstatistics.TestFacts.figures;
import static nl.doorlichting.training.trainingstatistics.TestFacts.held;
import static nl.doorlichting.training.trainingstatistics.TestFacts.heldWithin;
import static nl.doorlichting.training.trainingstatistics.TestFacts.key;
import static nl.doorlichting.training.trainingstatistics.TestFacts.planned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.trainingstatistics.StatedRatings.Stated;
import org.junit.jupiter.api.Test;

class TrainingTableTest {
    private static final TrainingQuery ALL = TrainingQuery.of(null, null, null);
    private static final Period FIVE_YEARS = Period.ofYears(2007, 2011);

    @Test
    void sortsRowsByTypeAndSumsAllInTotal() {
        var table = table(held("B", FIVE_YEARS, 20, 162), held("A", FIVE_YEARS, 25, 457));
        assertEquals(
                List.of("A", "B"),
                table.rows().stream().map(row -> row.key().trainingType()).toList());
        assertEquals(45, table.total().held());
        assertEquals(619, table.total().participants().best());
    }

    @Test
    void addsDisjointAndEqualPeriods() {
        var table = table(
                held("A", Period.ofYear(2010), 1, 10),
                held("A", Period.ofYear(2010), 2, 20),
                held("A", Period.ofYear(2011), 3, 30));
        assertEquals(6, table.rows().get(0).held());
        assertEquals(60, table.rows().get(0).participants().best());
    }

    @Test
    void keepsPlannedAndHeldSessionsApart() {
        var row = table(held("A", FIVE_YEARS, 21, 357), planned("A", day(2011, 5, 1), 40))
                .rows()
                .get(0);
        assertEquals(21, row.held());
        assertEquals(40, row.planned());
        assertEquals(357, row.participants().best());
    }

    @Test
    void addsFiguresOfSharedDaysWithNote() {
        var table = table(
                held("A", FIVE_YEARS, 21, 357),
                held("A", day(2011, 5, 1), 1, 12),
                planned("A", Period.ofYear(2013), 4),
                held("B", FIVE_YEARS, 1, 5));
        var row = table.rows().get(0);
        assertEquals(22, row.held());
        assertEquals(369, row.participants().best());
        assertEquals(4, row.planned());
        assertEquals(374, table.total().participants().best());
        assertEquals(2, note(table, TrainingNoteCode.OVERLAPPING_PERIODS).count());
    }

    @Test
    void doesNotAddFigureOverAllTypesToFiguresItContains() {
        var table = table(held("A", FIVE_YEARS, 21, 357), held(null, FIVE_YEARS, 131, 3976));
        assertEquals(21, table.rows().get(0).held());
        assertEquals(131, table.rows().get(1).held());
        assertNull(table.total().held());
        assertNull(table.total().participants());
        assertEquals(1, note(table, TrainingNoteCode.OVERLAPPING_PERIODS).count());
    }

    @Test
    void addsFigureOverAllTypesToFiguresOfOtherDays() {
        var table = table(held("A", Period.ofYear(2012), 21, 357), held(null, FIVE_YEARS, 131, 3976));
        assertEquals(152, table.total().held());
        assertTrue(table.notes().isEmpty());
    }

    @Test
    void leavesOutAndCountsPartlyOverlappingPeriods() {
        var query = TrainingQuery.of(null, LocalDate.of(2010, 1, 1), LocalDate.of(2011, 1, 1));
        var table = TrainingTable.of(
                query, figures(StatedRatings.NONE, held("A", FIVE_YEARS, 1, 5), held("A", Period.ofYear(2010), 2, 7)));
        assertEquals(2, table.total().held());
        assertEquals(1, note(table, TrainingNoteCode.PARTIAL_OVERLAP).count());
    }

    @Test
    void showsLatestRatingOfTypeAndCountsOthers() {
        var rating = new TrainingRating(BigDecimal.TEN, null, null, 3, "test");
        var other = new TrainingRating(BigDecimal.ONE, null, null, 3, "test");
        var stated = StatedRatings.of(
                ALL,
                List.of(
                        new Stated(key("A"), false, FIVE_YEARS, rating),
                        new Stated(key("A"), false, FIVE_YEARS, other),
                        new Stated(key("A"), false, FIVE_YEARS, other)));
        var table = TrainingTable.of(ALL, figures(stated, held("A", FIVE_YEARS, 1, 5), held("B", FIVE_YEARS, 1, 5)));
        assertEquals(rating, table.rows().get(0).rating());
        assertNull(table.rows().get(1).rating());
        assertNull(table.total().rating());
        assertEquals(2, note(table, TrainingNoteCode.OTHER_RATINGS).count());
    }

    @Test
    void noteNamesSomeOfManyPeriods() {
        var facts = IntStream.rangeClosed(1, 31)
                .mapToObj(date -> held("A", day(2011, 5, date), 1, 1))
                .toList();
        var all = new ArrayList<>(facts);
        all.add(held("A", FIVE_YEARS, 1, 1));
        var detail = note(table(all.toArray(TrainingFact[]::new)), TrainingNoteCode.OVERLAPPING_PERIODS)
                .detail();
        assertTrue(detail.endsWith("2011-05-19/2011-05-20 and 12 more"), detail);
    }

    @Test
    void sessionsOfMonthShareDaysWithEveryTallyInMonth() {
        var may = new Period(LocalDate.of(2011, 5, 1), LocalDate.of(2011, 6, 1));
        var table = table(held("A", may, 21, 357), heldWithin("A", may, 1, 12), heldWithin("B", may, 1, 5));
        assertEquals(22, table.rows().get(0).held());
        assertEquals(2, note(table, TrainingNoteCode.OVERLAPPING_PERIODS).count());
        assertTrue(table(heldWithin("A", may, 1, 12), heldWithin("B", may, 1, 5))
                .notes()
                .isEmpty());
        assertNull(table(held(null, may, 21, 357), heldWithin("A", may, 1, 12))
                .total()
                .held());
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
        assertTrue(table.rows().get(1).suppressed());
        assertEquals(6, table.total().evaluations().answers());
        assertEquals(1, note(table, TrainingNoteCode.EVALUATIONS_SUPPRESSED).count());
    }

    @Test
    void notesWithheldEvaluationsOfFinerQuery() {
        var table = TrainingTable.of(ALL, figures(StatedRatings.NONE, ShownEvaluations.withheld(20)));
        assertNull(table.total().evaluations());
        assertEquals(20, note(table, TrainingNoteCode.RATING_NOT_SHOWN).count());
    }

    @Test
    void leavesOutEvaluationsOfOtherYears() {
        var query = TrainingQuery.of(null, LocalDate.of(2009, 1, 1), LocalDate.of(2010, 1, 1));
        assertTrue(table(query, evaluated("A", 6, 8)).rows().isEmpty());
    }

    @Test
    void showsRatingOfOneTypeInNoRowOverSeveralTypes() {
        var byYear =
                new TrainingQuery(null, null, null, Set.of(TrainingDimension.YEAR), null, null, null, null, null, null);
        var rating = new TrainingRating(BigDecimal.TEN, null, null, 3, "test");
        var stated = StatedRatings.of(byYear, List.of(new Stated(key("A"), false, FIVE_YEARS, rating)));
        assertNull(stated.of(key("A")));
        assertEquals(1, stated.others());
    }

    @Test
    void totalHasNoFiguresWithoutRecords() {
        var table = table();
        assertTrue(table.rows().isEmpty());
        assertNull(table.total().held());
        assertNull(table.total().participants().best());
    }

    private static TrainingTable table(TrainingQuery query, Cell... cells) {
        var shown = ShownEvaluations.of(query, List.of(cells), cell -> key(cell.trainingType()));
        return TrainingTable.of(query, figures(StatedRatings.NONE, shown));
    }

    private static TrainingTable table(TrainingFact... facts) {
        return TrainingTable.of(ALL, figures(StatedRatings.NONE, facts));
    }

    private static TrainingTable.Note note(TrainingTable table, TrainingNoteCode code) {
        var found = table.notes().stream().filter(note -> note.code() == code).findFirst();
        assertNotNull(found.orElse(null), table.notes()::toString);
        return found.get();
    }
}
