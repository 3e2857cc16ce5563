package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.training.trainingstatistics.Facts.day;
import static nl.doorlichting.training.trainingstatistics.Facts.held;
import static nl.doorlichting.training.trainingstatistics.Facts.planned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.kernel.period.Period;
import org.junit.jupiter.api.Test;

class TrainingTableTest {
    private static final TrainingQuery ALL = new TrainingQuery(null, null, null);
    private static final Period FIVE_YEARS = Period.ofYears(2007, 2011);

    @Test
    void rowsKeepTheOrderOfTheFactsAndTheTotalHasThemAll() {
        var table = table(held("B", FIVE_YEARS, 20, 162), held("A", FIVE_YEARS, 25, 457));
        assertEquals(
                List.of("B", "A"),
                table.rows().stream().map(TrainingTable.Row::trainingType).toList());
        assertEquals(45, table.total().held());
        assertEquals(619, table.total().participants().best());
    }

    @Test
    void disjointAndEqualPeriodsAreAdded() {
        var table = table(
                held("A", Period.ofYear(2010), 1, 10),
                held("A", Period.ofYear(2010), 2, 20),
                held("A", Period.ofYear(2011), 3, 30));
        assertEquals(6, table.rows().get(0).held());
        assertEquals(60, table.rows().get(0).participants().best());
    }

    @Test
    void plannedSessionsNeverTouchTheHeldOnes() {
        var row = table(held("A", FIVE_YEARS, 21, 357), planned("A", day(2011, 5, 1), 40))
                .rows()
                .get(0);
        assertEquals(21, row.held());
        assertEquals(40, row.planned());
        assertEquals(357, row.participants().best());
    }

    @Test
    void figuresOfSharedDaysAreAddedAndSaid() {
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
    void aFigureOverAllTypesIsNotAddedToThoseThatItContains() {
        var table = table(held("A", FIVE_YEARS, 21, 357), held(null, FIVE_YEARS, 131, 3976));
        assertEquals(21, table.rows().get(0).held());
        assertEquals(131, table.rows().get(1).held());
        assertNull(table.total().held());
        assertNull(table.total().participants());
        assertEquals(1, note(table, TrainingNoteCode.OVERLAPPING_PERIODS).count());
    }

    @Test
    void aFigureOverAllTypesIsAddedToThoseOfOtherDays() {
        var table = table(held("A", Period.ofYear(2012), 21, 357), held(null, FIVE_YEARS, 131, 3976));
        assertEquals(152, table.total().held());
        assertTrue(table.notes().isEmpty());
    }

    @Test
    void whatSticksOutIsCountedAndLeftOut() {
        var query = new TrainingQuery(null, LocalDate.of(2010, 1, 1), LocalDate.of(2011, 1, 1));
        var table = TrainingTable.of(
                query, List.of(held("A", FIVE_YEARS, 1, 5), held("A", Period.ofYear(2010), 2, 7)), List.of());
        assertEquals(2, table.total().held());
        assertEquals(1, note(table, TrainingNoteCode.PARTIAL_OVERLAP).count());
    }

    @Test
    void ratingStandsInTheRowOfItsTypeAndOthersAreCounted() {
        var rating = new TrainingRating("A", BigDecimal.TEN, null, null, 3, "test", 3);
        var table = TrainingTable.of(
                ALL, List.of(held("A", FIVE_YEARS, 1, 5), held("B", FIVE_YEARS, 1, 5)), List.of(rating));
        assertEquals(rating, table.rows().get(0).rating());
        assertNull(table.rows().get(1).rating());
        assertNull(table.total().rating());
        assertEquals(2, note(table, TrainingNoteCode.OTHER_RATINGS).count());
    }

    @Test
    void aNoteNamesSomeOfManyPeriods() {
        var facts = IntStream.rangeClosed(1, 31)
                .mapToObj(date -> held("A", day(2011, 5, date), 1, 1))
                .toList();
        var all = new ArrayList<>(facts);
        all.add(held("A", FIVE_YEARS, 1, 1));
        var detail = note(TrainingTable.of(ALL, all, List.of()), TrainingNoteCode.OVERLAPPING_PERIODS)
                .detail();
        assertTrue(detail.endsWith("2011-05-19/2011-05-20 and 12 more"), detail);
    }

    @Test
    void nothingKnownIsATotalWithoutFigures() {
        var table = table();
        assertTrue(table.rows().isEmpty());
        assertNull(table.total().held());
        assertNull(table.total().participants().best());
    }

    private static TrainingTable table(TrainingFact... facts) {
        return TrainingTable.of(ALL, List.of(facts), List.of());
    }

    private static TrainingTable.Note note(TrainingTable table, TrainingNoteCode code) {
        var found = table.notes().stream().filter(note -> note.code() == code).findFirst();
        assertNotNull(found.orElse(null), table.notes()::toString);
        return found.get();
    }
}
