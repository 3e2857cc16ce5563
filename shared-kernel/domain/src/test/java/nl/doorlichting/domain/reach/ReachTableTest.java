package nl.doorlichting.domain.reach;

import static nl.doorlichting.domain.reach.ReachDimension.MUNICIPALITY;
import static nl.doorlichting.domain.reach.ReachDimension.PERIOD;
import static nl.doorlichting.domain.reach.ReachDimension.TARGET_GROUP;
import static nl.doorlichting.domain.reach.ReachFacts.fact;
import static nl.doorlichting.domain.reach.ReachFacts.included;
import static nl.doorlichting.domain.reach.ReachFacts.of;
import static nl.doorlichting.domain.reach.ReachQueries.by;
import static nl.doorlichting.domain.reach.ReachTableFixture.detail;
import static nl.doorlichting.domain.reach.ReachTableFixture.notes;
import static nl.doorlichting.domain.reach.ReachTableFixture.rows;
import static nl.doorlichting.domain.reach.ReachTableFixture.table;
import static nl.doorlichting.domain.reach.ReachTableFixture.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.api.Test;

class ReachTableTest {

    private static final Period FIRST_ROUND = Period.ofYears(2007, 2009);
    private static final Period YEAR_2010 = Period.ofYear(2010);

    @Test
    void rowsStandByPeriodAndTargetGroupUnlessAskedOtherwise() {
        ReachQuery query = new ReachQuery(null, null, null, null, null, null, null, null, null, null);
        ReachTable table = table(
                query,
                fact(YEAR_2010, 3),
                of(fact(FIRST_ROUND, 2), TargetGroup.OTHER),
                fact(FIRST_ROUND, 1),
                fact(FIRST_ROUND, 10));

        assertEquals(Set.of(PERIOD, TARGET_GROUP), table.dimensions());
        assertEquals(
                List.of("2007-2009 YOUTH_AND_PUPILS = 11", "2007-2009 OTHER = 2", "2010 YOUTH_AND_PUPILS = 3"),
                rows(table));
        assertEquals(List.of("2007-2009 = 13", "2010 = 3"), totals(table));
        assertEquals(ReachSource.INVENTORY, table.rows().get(0).source());
    }

    @Test
    void makesNoRowAndNoTotalWithoutFacts() {
        ReachTable table = table(by(PERIOD));

        assertEquals(List.of(), rows(table));
        assertEquals(List.of(), totals(table));
        assertEquals(List.of(), notes(table));
    }

    @Test
    void periodsOfUnequalLengthAreNamed() {
        ReachTable table = table(by(PERIOD), fact(FIRST_ROUND, 1), fact(YEAR_2010, 1), fact(Period.ofYear(2011), 1));

        assertEquals(List.of("UNEQUAL_PERIODS 2"), notes(table));
        assertEquals(
                "periods of different length do not compare: 2007-2009 is 36 months, 2010 is 12 months, 2011 is 12 months",
                detail(table, ReachNoteCode.UNEQUAL_PERIODS));
    }

    @Test
    void disjointPeriodsAddUpWhenNotAskedApart() {
        ReachTable table = table(by(TARGET_GROUP), fact(FIRST_ROUND, 1), fact(YEAR_2010, 2));

        assertEquals(List.of("YOUTH_AND_PUPILS = 3"), rows(table));
        assertEquals(List.of("= 3"), totals(table));
        assertNull(table.totals().get(0).period());
        assertEquals(List.of(), notes(table));
    }

    @Test
    void overlappingPeriodsDoNotAddUp() {
        ReachTable table = table(
                by(TARGET_GROUP),
                fact(FIRST_ROUND, 1),
                fact(Period.ofYears(2009, 2010), 2),
                of(fact(YEAR_2010, 3), TargetGroup.OTHER));

        assertEquals(List.of("YOUTH_AND_PUPILS = null", "OTHER = 3"), rows(table));
        assertEquals(List.of("= null"), totals(table));
        assertEquals(List.of("OVERLAPPING_PERIODS 2"), notes(table));
        assertEquals(
                "periods that partly overlap cannot be added: 2007-2009, 2009-2010, 2010",
                detail(table, ReachNoteCode.OVERLAPPING_PERIODS));
    }

    @Test
    void aLongPeriodOverlapsAShortOneThatDoesNotFollowIt() {
        ReachTable table = table(
                by(),
                fact(Period.ofYears(2007, 2011), 1),
                fact(Period.ofYear(2008), 2),
                fact(Period.ofYear(2010), 3),
                fact(Period.ofYear(2012), 4));

        assertEquals(List.of("= null"), rows(table));
        assertEquals(
                "periods that partly overlap cannot be added: 2007-2011, 2008, 2010",
                detail(table, ReachNoteCode.OVERLAPPING_PERIODS));
    }

    @Test
    void countsFactsInsideFilterAndNotesOthers() {
        ReachQuery query = ReachQueries.within(by(PERIOD), LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1));
        ReachTable table = table(
                query,
                fact(FIRST_ROUND, 1),
                fact(YEAR_2010, 2),
                fact(Period.ofYear(2008), 4),
                fact(Period.ofYear(2011), 8),
                fact(Period.ofYears(2010, 2011), 16));

        assertEquals(List.of("2010 = 2"), rows(table));
        assertEquals(List.of("PARTIAL_OVERLAP 2"), notes(table));
    }

    @Test
    void aFilterMayBeOpenAtOneEnd() {
        LocalDate newYear = LocalDate.of(2010, 1, 1);

        assertEquals(
                List.of("2010 = 2"),
                rows(table(ReachQueries.within(by(PERIOD), newYear, null), fact(FIRST_ROUND, 1), fact(YEAR_2010, 2))));
        assertEquals(
                List.of("2007-2009 = 1"),
                rows(table(ReachQueries.within(by(PERIOD), null, newYear), fact(FIRST_ROUND, 1), fact(YEAR_2010, 2))));
    }

    @Test
    void rejectsReversedFilter() {
        LocalDate day = LocalDate.of(2010, 1, 1);

        assertThrows(IllegalArgumentException.class, () -> ReachQueries.within(by(PERIOD), day, day));
    }

    @Test
    void oneTargetGroupCanBeAskedFor() {
        ReachTable table = table(
                ReachQueries.ofGroup(by(PERIOD), TargetGroup.OTHER),
                fact(YEAR_2010, 1),
                of(fact(YEAR_2010, 2), TargetGroup.OTHER));

        assertEquals(List.of("2010 = 2"), rows(table));
        assertEquals(List.of("2010 = 2"), totals(table));
    }

    @Test
    void addsNoPossibleDoublesToTally() {
        ReachTable table = table(
                by(PERIOD),
                fact(YEAR_2010, 1),
                included(fact(YEAR_2010, 2), Inclusion.IN_TALLY),
                included(fact(YEAR_2010, 4), Inclusion.UNKNOWN));

        assertEquals(List.of("2010 = 1"), rows(table));
        assertEquals(List.of("2010 = 1"), totals(table));
        assertEquals(List.of("INCLUSION_UNKNOWN 1"), notes(table));
    }

    @Test
    void aDimensionNotAskedForIsNotInTheKey() {
        ReachKey key = table(by(PERIOD), fact(YEAR_2010, 1)).rows().get(0).key();

        assertFalse(key.has(MUNICIPALITY));
        assertNull(key.targetGroup());
    }

    @Test
    void dimensionsAreReadByTheirJsonNames() {
        assertEquals(Set.of(PERIOD, TARGET_GROUP), ReachDimension.parse("period,targetGroup"));
        assertEquals(Set.of(MUNICIPALITY), ReachDimension.parse("municipality"));
        assertThrows(IllegalArgumentException.class, () -> ReachDimension.parse(""));
        assertThrows(IllegalArgumentException.class, () -> ReachDimension.parse("period,"));
        assertThrows(IllegalArgumentException.class, () -> ReachDimension.parse("PERIOD"));
    }
}
