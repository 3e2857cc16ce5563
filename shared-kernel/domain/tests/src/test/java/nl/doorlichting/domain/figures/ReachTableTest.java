package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.YEAR;
import static nl.doorlichting.domain.figures.ReachFacts.fact;
import static nl.doorlichting.domain.figures.ReachFacts.inTally;
import static nl.doorlichting.domain.figures.ReachFacts.included;
import static nl.doorlichting.domain.figures.ReachFacts.of;
import static nl.doorlichting.domain.figures.ReachFacts.perhapsInTally;
import static nl.doorlichting.domain.figures.ReachFacts.tally;
import static nl.doorlichting.domain.figures.ReachTableFixture.by;
import static nl.doorlichting.domain.figures.ReachTableFixture.named;
import static nl.doorlichting.domain.figures.ReachTableFixture.notes;
import static nl.doorlichting.domain.figures.ReachTableFixture.rows;
import static nl.doorlichting.domain.figures.ReachTableFixture.table;
import static nl.doorlichting.domain.figures.ReachTableFixture.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class ReachTableTest {

    private static final Period FIRST_ROUND = Period.ofYears(2007, 2009);
    private static final Period YEAR_2010 = Period.ofYear(2010);

    @Test
    void rowsStandByPeriodAndTargetGroupUnlessAskedOtherwise() {
        Question query = Question.of(Structure.REACH);
        Table<QuantitySum> table = table(
                query,
                fact(YEAR_2010, 3),
                of(fact(FIRST_ROUND, 2), TargetGroup.OTHER),
                fact(FIRST_ROUND, 1),
                fact(FIRST_ROUND, 10));

        assertEquals(List.of("period", "targetGroup"), table.question().dimensions());
        assertEquals(
                List.of("2007-2009 YOUTH_AND_PUPILS = 11", "2007-2009 OTHER = 2", "2010 YOUTH_AND_PUPILS = 3"),
                rows(table));
        assertEquals(List.of("2007-2009 = 13", "2010 = 3"), totals(table));
    }

    @Test
    void receiverOfNumberOfRowsStopsAnAnswerThatIsTooLong() {
        List<Integer> numbers = new ArrayList<>();
        TableMaker<QuantitySum> maker = new TableMaker<>(
                        by(TARGET_GROUP), MunicipalityRegister.builtIn(), ReachTableFixture.REACH)
                .counting(rows -> {
                    if (rows > 2) {
                        throw new IllegalStateException("too many");
                    }
                    numbers.add(rows);
                });
        maker.add(fact(YEAR_2010, 3));
        maker.add(fact(FIRST_ROUND, 3));
        maker.add(of(fact(YEAR_2010, 2), TargetGroup.OTHER));
        assertEquals(List.of(1, 2), numbers);
        assertThrows(IllegalStateException.class, () -> maker.add(of(fact(YEAR_2010, 2), TargetGroup.STUDENTS)));
    }

    @Test
    void connectedOverlapsCountTheirLargestLowestOnce() {
        Table<QuantitySum> table = table(
                by(TARGET_GROUP),
                fact(Period.ofYear(2009), 10).overlapping("a", Set.of("b")),
                fact(Period.ofYear(2009), 40).overlapping("b", Set.of("c")),
                fact(Period.ofYear(2009), 20).overlapping("c", Set.of()),
                fact(Period.ofYear(2009), 5).overlapping("d", Set.of("not of this row")),
                fact(Period.ofYear(2009), 100));

        QuantitySum total = table.totals().get(0).sum();
        assertEquals(175, total.aggregate().best());
        assertEquals(145, total.lowest());
        assertEquals(175, total.highest());
        assertEquals(List.of("OVERLAPS_DECLARED 3"), notes(table));
    }

    @Test
    void namesTalliesThatHoldFiguresOfTotal() {
        Table<QuantitySum> table = table(
                by(MUNICIPALITY),
                ReachFacts.tally(fact(Period.ofYear(2009), 10)),
                ReachFacts.in(ReachFacts.inTally(fact(Period.ofYear(2009), 4)), "GM0988"));

        assertEquals(1, table.totals().get(0).holding().size());
        assertEquals(Set.of(), table.rows().get(0).holding());
    }

    @Test
    void makesNoRowAndNoTotalWithoutFacts() {
        Table<QuantitySum> table = table(by(PERIOD));

        assertEquals(List.of(), rows(table));
        assertEquals(List.of(), totals(table));
        assertEquals(List.of("NOTHING_RECORDED 1"), notes(table));
    }

    @Test
    void notesThatNothingIsRecordedOfProjectBesideWhatStatesNone() {
        UUID project = UUID.fromString("01938f5a-0000-7000-8000-000000000001");
        Fact<QuantitySum> ofNone = fact(YEAR_2010, 3).stating(Map.of(PROJECT, Set.of(), TRACK, Set.of()));

        Table<QuantitySum> table = table(by().only(PROJECT, project), ofNone);
        assertEquals(List.of("NOTHING_RECORDED 1", "NOT_STATED 1"), notes(table));
        assertEquals(List.of("projectId " + project), named(table, NoteCode.NOTHING_RECORDED));
        assertEquals(List.of("NOT_STATED 1"), notes(table(by().only(TRACK, Track.LOCAL), ofNone)));
    }

    @Test
    void periodsOfUnequalLengthAreNamed() {
        Table<QuantitySum> table =
                table(by(PERIOD), fact(FIRST_ROUND, 1), fact(YEAR_2010, 1), fact(Period.ofYear(2011), 1));

        assertEquals(List.of("UNEQUAL_PERIODS 2"), notes(table));
        assertEquals(List.of("2007-2009 / 3", "2010 / 1", "2011 / 1"), named(table, NoteCode.UNEQUAL_PERIODS));
    }

    @Test
    void disjointPeriodsAddUpWhenNotAskedApart() {
        Table<QuantitySum> table = table(by(TARGET_GROUP), fact(FIRST_ROUND, 1), fact(YEAR_2010, 2));

        assertEquals(List.of("YOUTH_AND_PUPILS = 3"), rows(table));
        assertEquals(List.of("= 3"), totals(table));
        assertNull(table.totals().get(0).key().get(PERIOD));
        assertEquals(List.of(), notes(table));
    }

    @Test
    void overlappingPeriodsAddUpWithNote() {
        Table<QuantitySum> table = table(
                by(TARGET_GROUP),
                fact(FIRST_ROUND, 1),
                fact(Period.ofYears(2009, 2010), 2),
                of(fact(YEAR_2010, 3), TargetGroup.OTHER));

        assertEquals(List.of("YOUTH_AND_PUPILS = 3", "OTHER = 3"), rows(table));
        assertEquals(List.of("= 6"), totals(table));
        assertEquals(List.of("OVERLAPPING_PERIODS 2"), notes(table));
        assertEquals(List.of("2007-2009", "2009-2010", "2010"), named(table, NoteCode.OVERLAPPING_PERIODS));
    }

    @Test
    void talliesThatMayHoldOneAnotherHaveNoSum() {
        Fact<QuantitySum> other = included(fact(YEAR_2010, 2), anotherTally(TargetGroup.YOUTH_AND_PUPILS));
        Table<QuantitySum> table = table(
                by(PERIOD), tally(fact(Period.ofYears(2009, 2010), 1)), other, tally(fact(Period.ofYear(2007), 4)));

        assertEquals(List.of("2007 = 4", "2009-2010 = 1", "2010 = 2"), rows(table));
        assertEquals(List.of("UNEQUAL_PERIODS 2"), notes(table));

        Table<QuantitySum> sum = table(by(), tally(fact(Period.ofYears(2009, 2010), 1)), other, fact(YEAR_2010, 4));

        assertEquals(List.of("= null"), rows(sum));
        assertEquals(List.of("= null"), totals(sum));
        assertEquals(List.of("OVERLAPPING_TALLIES 2", "OVERLAPPING_PERIODS 2"), notes(sum));
    }

    @Test
    void talliesOfOtherDaysGroupsAndPlacesAddUp() {
        Fact<QuantitySum> tally = tally(fact(YEAR_2010, 1).in(Set.of("GM0988")));

        assertEquals(
                List.of("= 31"),
                totals(table(
                        by(),
                        tally,
                        included(fact(Period.ofYear(2011), 2), anotherTally(TargetGroup.YOUTH_AND_PUPILS)),
                        included(of(fact(YEAR_2010, 4), TargetGroup.OTHER), anotherTally(TargetGroup.OTHER)),
                        included(fact(YEAR_2010, 8).in(Set.of("GM0599")), anotherTally(TargetGroup.YOUTH_AND_PUPILS)),
                        included(
                                fact(YEAR_2010, 16),
                                new Inclusion(
                                        Inclusion.Kind.TALLY,
                                        "abroad",
                                        anotherTally(TargetGroup.YOUTH_AND_PUPILS)
                                                .group(),
                                        "BE")))));
    }

    private static Inclusion anotherTally(TargetGroup group) {
        return Inclusion.tally("another of " + group, new Inclusion.Group("programme", group.name(), null));
    }

    @Test
    void aLongPeriodOverlapsAShortOneThatDoesNotFollowIt() {
        Table<QuantitySum> table = table(
                by(),
                fact(Period.ofYears(2007, 2011), 1),
                fact(Period.ofYear(2008), 2),
                fact(Period.ofYear(2010), 3),
                fact(Period.ofYear(2012), 4));

        assertEquals(List.of("= 10"), rows(table));
        assertEquals(List.of("2007-2011", "2008", "2010"), named(table, NoteCode.OVERLAPPING_PERIODS));
    }

    @Test
    void countsFactsInsideFilterAndNotesOthers() {
        Question query = by(PERIOD).within(LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1));
        Table<QuantitySum> table = table(
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
                rows(table(by(PERIOD).within(newYear, null), fact(FIRST_ROUND, 1), fact(YEAR_2010, 2))));
        assertEquals(
                List.of("2007-2009 = 1"),
                rows(table(by(PERIOD).within(null, newYear), fact(FIRST_ROUND, 1), fact(YEAR_2010, 2))));
    }

    @Test
    void rejectsReversedFilter() {
        LocalDate day = LocalDate.of(2010, 1, 1);

        assertThrows(IllegalArgumentException.class, () -> by(PERIOD).within(day, day));
    }

    @Test
    void oneTargetGroupCanBeAskedFor() {
        Table<QuantitySum> table = table(
                by(PERIOD).only(TARGET_GROUP, TargetGroup.OTHER),
                fact(YEAR_2010, 1),
                of(fact(YEAR_2010, 2), TargetGroup.OTHER));

        assertEquals(List.of("2010 = 2"), rows(table));
        assertEquals(List.of("2010 = 2"), totals(table));
    }

    @Test
    void countsWhatFailsOnlyByNotStating() {
        Map<Dimension, Set<Object>> local = Map.of(TRACK, Set.of(Track.LOCAL), ACTION_LINE, Set.of());
        Map<Dimension, Set<Object>> none = Map.of(TRACK, Set.of(), ACTION_LINE, Set.of());
        Map<Dimension, Set<Object>> other = Map.of(TRACK, Set.of(Track.NATIONAL), ACTION_LINE, Set.of());
        List<Fact<QuantitySum>> facts = List.of(
                fact(YEAR_2010, 1).stating(local),
                fact(YEAR_2010, 2).stating(none),
                fact(YEAR_2010, 4).stating(other));
        Table<QuantitySum> table = table(by().only(TRACK, Track.LOCAL, Track.INTERNATIONAL), facts);

        assertEquals(List.of("= 1"), totals(table));
        assertEquals(List.of("NOT_STATED 1"), notes(table));
        assertEquals(List.of("= 2"), totals(table(by().only(TRACK, Dimension.NOT_STATED), facts)));
        assertEquals(List.of("= 3"), totals(table(by().only(TRACK, Track.LOCAL, Dimension.NOT_STATED), facts)));
        assertEquals(
                List.of("NOT_STATED 2"),
                notes(table(by().only(TRACK, Track.LOCAL).only(ACTION_LINE, ActionLine.PREVENTION), facts)));
    }

    @Test
    void figureOfSeveralYearsIsInTheRowOfNoYear() {
        List<Fact<QuantitySum>> facts = List.of(
                fact(YEAR_2010, 1),
                fact(new Period(LocalDate.of(2010, 3, 1), YEAR_2010.until()), 2),
                fact(FIRST_ROUND, 4));

        assertEquals(List.of("2010 = 3", "= 4"), rows(table(by(YEAR), facts)));
        assertEquals(List.of("= 3"), totals(table(by().only(YEAR, 2010), facts)));
        assertEquals(List.of("NOT_STATED 1"), notes(table(by().only(YEAR, 2009), facts)));
        assertEquals(List.of("= 1"), totals(table(by().only(PERIOD, YEAR_2010), facts)));
    }

    @Test
    void answerByProjectHasAtMostSoManyRows() {
        List<Fact<QuantitySum>> facts = new ArrayList<>();
        for (int number = 0; number <= Table.MOST_ROWS; number++) {
            facts.add(fact(YEAR_2010, 1).stating(Map.of(PROJECT, Set.of(new UUID(0, number)))));
        }

        assertTrue(table(by(PROJECT), facts).isTooLong());
        assertFalse(table(by(PROJECT), facts.subList(0, Table.MOST_ROWS)).isTooLong());
        assertFalse(table(by(PERIOD), facts).isTooLong());
    }

    @Test
    void addsNoPossibleDoublesToTally() {
        Table<QuantitySum> table = table(
                by(PERIOD), perhapsInTally(fact(YEAR_2010, 4)), tally(fact(YEAR_2010, 1)), inTally(fact(YEAR_2010, 2)));

        assertEquals(List.of("2010 = 1"), rows(table));
        assertEquals(List.of("2010 = 1"), totals(table));
        assertEquals(List.of("INCLUDED_IN_TALLY 1", "INCLUSION_UNKNOWN 1"), notes(table));
    }

    @Test
    void rowsByTimeMakeNoRoomForPartsOfTally() {
        Table<QuantitySum> table =
                table(by(PERIOD), tally(fact(Period.ofYears(2007, 2010), 8)), inTally(fact(YEAR_2010, 2)));

        assertEquals(List.of("2007-2010 = 8"), rows(table));
        assertEquals(List.of("2007-2010 = 8"), totals(table));
    }

    @Test
    void addsPartsOfTallyThatDoesNotCount() {
        Fact<QuantitySum> tally = tally(fact(Period.ofYears(2007, 2010), 8));
        Question question = by(PERIOD).within(LocalDate.of(2010, 1, 1), null);
        Table<QuantitySum> table =
                table(question, tally, inTally(fact(YEAR_2010, 2)), perhapsInTally(fact(YEAR_2010, 4)));

        assertEquals(List.of("2010 = 6"), rows(table));
        assertEquals(List.of("2010 = 6"), totals(table));
        assertEquals(List.of("PARTIAL_OVERLAP 1"), notes(table));
    }

    @Test
    void addsWhatTallyCannotHold() {
        Table<QuantitySum> table = table(
                by(TARGET_GROUP),
                tally(fact(YEAR_2010, 8)),
                perhapsInTally(fact(Period.ofYear(2011), 1)),
                included(
                        of(fact(YEAR_2010, 2), TargetGroup.OTHER),
                        Inclusion.unknown(new Inclusion.Group("programme", TargetGroup.OTHER.name(), null))));

        assertEquals(List.of("YOUTH_AND_PUPILS = 9", "OTHER = 2"), rows(table));
        assertEquals(List.of("= 11"), totals(table));
        assertEquals(List.of(), notes(table));
    }

    @Test
    void aDimensionNotAskedForIsNotInTheKey() {
        Key key = table(by(PERIOD), fact(YEAR_2010, 1)).rows().get(0).key();

        assertFalse(key.has(MUNICIPALITY));
        assertNull(key.get(TARGET_GROUP));
    }

    @Test
    void dimensionsAreReadByTheirJsonNames() {
        assertEquals(Set.of(PERIOD, TARGET_GROUP), Structure.REACH.by("period,targetGroup"));
        assertEquals(Set.of(MUNICIPALITY), Structure.REACH.by("municipality"));
        assertThrows(IllegalArgumentException.class, () -> Structure.REACH.by(""));
        assertThrows(IllegalArgumentException.class, () -> Structure.REACH.by("period,"));
        assertThrows(IllegalArgumentException.class, () -> Structure.REACH.by("PERIOD"));
    }
}
