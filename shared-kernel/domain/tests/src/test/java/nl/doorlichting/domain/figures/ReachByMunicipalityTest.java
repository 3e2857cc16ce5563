package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PERIOD;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.ReachFacts.fact;
import static nl.doorlichting.domain.figures.ReachFacts.in;
import static nl.doorlichting.domain.figures.ReachFacts.inSeveralPlaces;
import static nl.doorlichting.domain.figures.ReachFacts.inTally;
import static nl.doorlichting.domain.figures.ReachFacts.perhapsInTally;
import static nl.doorlichting.domain.figures.ReachFacts.tally;
import static nl.doorlichting.domain.figures.ReachTableFixture.by;
import static nl.doorlichting.domain.figures.ReachTableFixture.named;
import static nl.doorlichting.domain.figures.ReachTableFixture.notes;
import static nl.doorlichting.domain.figures.ReachTableFixture.onTheMapOf;
import static nl.doorlichting.domain.figures.ReachTableFixture.rows;
import static nl.doorlichting.domain.figures.ReachTableFixture.table;
import static nl.doorlichting.domain.figures.ReachTableFixture.totals;
import static nl.doorlichting.domain.figures.ReachTableFixture.unallocated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;
import org.junit.jupiter.api.Test;

class ReachByMunicipalityTest {

    private static final Period YEAR_2009 = Period.ofYear(2009);
    private static final String WEERT = "GM0988";
    private static final String WINSCHOTEN = "GM0052";
    private static final String OLDAMBT = "GM1895";
    private static final String MEERLO_WANSSUM = "GM0993";
    private static final String HORST = "GM1507";
    private static final String LIMBURG = "PV31";
    private static final String GRONINGEN = "PV20";

    @Test
    void aFigureInOneMunicipalityStandsUnderItAndTheRestUnderNone() {
        Table<QuantitySum> table = table(
                by(MUNICIPALITY),
                fact(YEAR_2009, 1),
                in(fact(YEAR_2009, 2), WEERT),
                inSeveralPlaces(fact(YEAR_2009, 4)),
                in(fact(YEAR_2009, 8), WINSCHOTEN));

        assertEquals(List.of("GM0052 = 8", "GM0988 = 2", "null = 5"), rows(table));
        assertEquals(List.of("= 15"), totals(table));
        assertEquals(List.of("SEVERAL_PLACES 1"), notes(table));
        assertTrue(table.rows().get(2).key().has(MUNICIPALITY));
    }

    @Test
    void ignoresSeveralPlacesWithoutPlaceDimension() {
        assertEquals(List.of(), notes(table(by(PERIOD), inSeveralPlaces(fact(YEAR_2009, 4)))));
    }

    @Test
    void countsPossibleDoublesInTheirMunicipalityOnly() {
        Table<QuantitySum> table = table(
                by(MUNICIPALITY),
                tally(fact(YEAR_2009, 1)),
                inTally(in(fact(YEAR_2009, 2), WEERT)),
                perhapsInTally(in(fact(YEAR_2009, 4), WEERT)),
                perhapsInTally(fact(YEAR_2009, 8)),
                inTally(inSeveralPlaces(fact(YEAR_2009, 16))));

        assertEquals(List.of("GM0988 = 6", "null = 1"), rows(table));
        assertEquals(List.of("= 1"), totals(table));
        assertEquals(List.of("SEVERAL_PLACES 1", "INCLUDED_IN_TALLY 2", "INCLUSION_UNKNOWN 2"), notes(table));
    }

    @Test
    void movesFiguresToMapOfOtherDay() {
        Table<QuantitySum> table = table(
                onTheMapOf(by(PERIOD, MUNICIPALITY), 2011),
                in(fact(YEAR_2009, 1), WINSCHOTEN),
                in(fact(YEAR_2009, 2), MEERLO_WANSSUM),
                in(fact(YEAR_2009, 4), WEERT));

        assertEquals(List.of("2009 GM0988 = 4", "2009 GM1895 = 1"), rows(table));
        assertEquals(List.of("2009 GM0993 = 2"), unallocated(table));
        assertFalse(table.unallocated().get(0).key().has(MUNICIPALITY));
        assertEquals(List.of("2009 = 7"), totals(table));
        assertEquals(List.of("SPLIT 1"), notes(table));
        assertEquals(List.of("GM0993"), named(table, NoteCode.SPLIT));
    }

    @Test
    void listsPossibleDoublesAsUnallocatedButInNoTotal() {
        Table<QuantitySum> table = table(
                onTheMapOf(by(MUNICIPALITY), 2011),
                inTally(in(fact(YEAR_2009, 2), MEERLO_WANSSUM)),
                tally(fact(YEAR_2009, 4)));

        assertEquals(List.of("GM0993 = 2"), unallocated(table));
        assertEquals(List.of("= 4"), totals(table));
    }

    @Test
    void listsUnknownCodeAsUnallocated() {
        assertEquals(
                List.of("GM9999 = 1"),
                unallocated(table(onTheMapOf(by(MUNICIPALITY), 2011), in(fact(YEAR_2009, 1), "GM9999"))));
    }

    @Test
    void ignoresMapWithoutPlaceDimension() {
        Table<QuantitySum> table = table(onTheMapOf(by(PERIOD), 2011), in(fact(YEAR_2009, 2), MEERLO_WANSSUM));

        assertEquals(List.of("2009 = 2"), rows(table));
        assertEquals(List.of(), unallocated(table));
    }

    @Test
    void findsMunicipalityOnMapOfFilter() {
        Fact<QuantitySum> winschoten = in(fact(YEAR_2009, 1), WINSCHOTEN);
        Question oldambt = by(PERIOD).only(MUNICIPALITY, OLDAMBT);

        assertEquals(List.of(), rows(table(oldambt, winschoten)));
        assertEquals(List.of("2009 = 1"), rows(table(onTheMapOf(oldambt, 2011), winschoten)));
        assertEquals(List.of("2009 = 1"), totals(table(onTheMapOf(oldambt, 2011), winschoten)));
    }

    @Test
    void ofAPlaceAskedForWhatMayLieThereStandsApartAndIsInNoTotal() {
        Question horst = onTheMapOf(by(PERIOD).only(MUNICIPALITY, HORST), 2011);
        Table<QuantitySum> table = table(
                horst,
                in(fact(YEAR_2009, 1), MEERLO_WANSSUM),
                in(fact(YEAR_2009, 2), HORST),
                in(fact(YEAR_2009, 4), WINSCHOTEN));

        assertEquals(List.of("2009 = 2"), rows(table));
        assertEquals(List.of("2009 GM0993 = 1"), unallocated(table));
        assertEquals(List.of("2009 = 2"), totals(table));
    }

    @Test
    void ofAPlaceAskedForFiguresOverSeveralPlacesAreOnlyCounted() {
        Table<QuantitySum> table = table(
                by(PERIOD).only(MUNICIPALITY, WEERT),
                fact(YEAR_2009, 1),
                inSeveralPlaces(fact(YEAR_2009, 2)),
                in(fact(YEAR_2009, 4), WEERT));

        assertEquals(List.of("2009 = 4"), rows(table));
        assertEquals(List.of("2009 = 4"), totals(table));
        assertEquals(List.of("NOT_STATED 1", "SEVERAL_PLACES 1"), notes(table));
    }

    @Test
    void ofAPlaceAskedForWhatHidesInATallyCountsWhereTallyIsLeftOut() {
        Fact<QuantitySum> tally = tally(fact(YEAR_2009, 8));
        Fact<QuantitySum> hidden = inTally(in(fact(YEAR_2009, 1), WEERT));

        assertEquals(List.of("2009 = 1"), rows(table(by(PERIOD).only(MUNICIPALITY, WEERT), tally, hidden)));
        assertEquals(List.of("2009 = 1"), totals(table(by(PERIOD).only(MUNICIPALITY, WEERT), tally, hidden)));
        assertEquals(List.of("GM0988 = 1"), rows(table(by(MUNICIPALITY).only(MUNICIPALITY, WEERT), tally, hidden)));
    }

    @Test
    void figuresLeftOutForTheirPeriodAreNotCountedForTheirPlacesToo() {
        Question query = by(MUNICIPALITY).within(LocalDate.of(2009, 7, 1), null);

        assertEquals(List.of("PARTIAL_OVERLAP 1"), notes(table(query, inSeveralPlaces(fact(YEAR_2009, 1)))));
    }

    @Test
    void aProvinceIsThatOfItsMunicipalities() {
        List<Fact<QuantitySum>> facts = List.of(
                in(fact(YEAR_2009, 1), WINSCHOTEN),
                in(fact(YEAR_2009, 2), WEERT),
                in(fact(YEAR_2009, 4), MEERLO_WANSSUM));

        assertEquals(
                List.of("GM0988 = 2", "GM0993 = 4"), rows(table(by(MUNICIPALITY).only(PROVINCE, LIMBURG), facts)));
        assertEquals(
                List.of("GM1895 = 1"),
                rows(table(onTheMapOf(by(MUNICIPALITY).only(PROVINCE, GRONINGEN), 2011), facts)));
        assertEquals(
                List.of(), rows(table(by(MUNICIPALITY).only(MUNICIPALITY, WEERT).only(PROVINCE, GRONINGEN), facts)));
    }

    @Test
    void figureOverSeveralMunicipalitiesStandsInTheirProvince() {
        Fact<QuantitySum> inLimburg = fact(YEAR_2009, 1).in(Set.of(WEERT, HORST, MEERLO_WANSSUM));
        Fact<QuantitySum> inTwo = fact(YEAR_2009, 2).in(Set.of(WEERT, WINSCHOTEN));
        Table<QuantitySum> table = table(by(PROVINCE), inLimburg, inTwo);

        assertEquals(List.of("PV31 = 1", "= 2"), rows(table));
        assertEquals(List.of("SEVERAL_PLACES 1"), notes(table));

        Table<QuantitySum> filtered = table(by(PERIOD).only(PROVINCE, LIMBURG), inLimburg, inTwo);

        assertEquals(List.of("2009 = 1"), rows(filtered));
        assertEquals(List.of("2009 = 1"), totals(filtered));
        assertEquals(List.of("SEVERAL_PLACES 1"), notes(filtered));
    }

    @Test
    void figureOverSeveralMunicipalitiesStandsInOneThatTookThemAll() {
        Fact<QuantitySum> oldambt = fact(YEAR_2009, 1).in(Set.of(WINSCHOTEN, "GM0039"));

        assertEquals(List.of("null = 1"), rows(table(by(MUNICIPALITY), oldambt)));
        assertEquals(List.of("GM1895 = 1"), rows(table(onTheMapOf(by(MUNICIPALITY), 2011), oldambt)));
        assertEquals(
                List.of("2009 = 1"), totals(table(onTheMapOf(by(PERIOD).only(MUNICIPALITY, OLDAMBT), 2011), oldambt)));
    }

    @Test
    void dividedMunicipalityStandsInTheProvinceOfAllItsParts() {
        Fact<QuantitySum> divided = in(fact(YEAR_2009, 1), MEERLO_WANSSUM);

        assertEquals(List.of("PV31 = 1"), rows(table(onTheMapOf(by(PROVINCE), 2011), divided)));
        assertEquals(List.of("2009 = 1"), totals(table(onTheMapOf(by(PERIOD).only(PROVINCE, LIMBURG), 2011), divided)));
        assertEquals(List.of("GM0993 = 1"), unallocated(table(onTheMapOf(by(MUNICIPALITY), 2011), divided)));
    }

    @Test
    void namesLastDayOfRegisterForLaterDays() {
        String lastDay = MunicipalityRegister.builtIn().lastDay().toString();
        Fact<QuantitySum> later = in(fact(Period.ofYear(2023), 1), WEERT);

        assertEquals(List.of(lastDay), named(table(by(MUNICIPALITY), later), NoteCode.REGISTER_ENDS));
        assertEquals(
                List.of("NOTHING_RECORDED 1", "REGISTER_ENDS 1"), notes(table(onTheMapOf(by(MUNICIPALITY), 2024))));
        assertEquals(List.of("REGISTER_ENDS 1"), notes(table(onTheMapOf(by(PERIOD), 2024), later)));
        assertEquals(List.of(), notes(table(onTheMapOf(by(PERIOD), 2011), later)));
        assertEquals(List.of(), notes(table(by(MUNICIPALITY), in(fact(YEAR_2009, 1), WEERT))));
    }
}
