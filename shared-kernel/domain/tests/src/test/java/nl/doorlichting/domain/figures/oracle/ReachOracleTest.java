package nl.doorlichting.domain.figures.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.domain.quantity.Quantity;
import org.junit.jupiter.api.Test;

/** The oracle answers examples that can be added up by hand. */
class ReachOracleTest {
    private static final Period YEAR_2009 = Period.ofYear(2009);
    private static final Period YEAR_2010 = Period.ofYear(2010);
    private static final Instant MONDAY = Instant.parse("2011-01-03T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2011-01-04T00:00:00Z");
    private static final LocalDate MAP_OF_2011 = LocalDate.of(2011, 1, 1);
    private static final String WEERT = "GM0988";
    private static final String ROTTERDAM = "GM0599";
    private static final String WINSCHOTEN = "GM0052";
    private static final String SCHEEMDA = "GM0039";
    private static final String OLDAMBT = "GM1895";
    private static final String MEERLO_WANSSUM = "GM0993";
    private static final String HORST = "GM1507";
    private static final String VENRAY = "GM0984";
    private static final String LIMBURG = "PV31";

    @Test
    void figureIsAddedWhereNoTallyThatMayHoldItCounts() {
        Figure tally = tally(1000);
        RecordedReach reach = recorded(
                tally,
                observation(7).in(WEERT).stating("track", "LOCAL").includedIn(tally),
                observation(5).stating("track", "LOCAL").includedIn("UNKNOWN"),
                observation(3).includedIn("NONE"));

        assertEquals("{}=1003", best(ask("", reach).totals()));
        assertEquals(
                "{track=LOCAL}=12 {track=null}=1003", best(ask("track", reach).rows()));
        assertEquals(
                "{municipality=GM0988}=7 {municipality=null}=1003",
                best(ask("municipality", reach).rows()));
        assertEquals("{}=12", best(ask("", reach, "track", "LOCAL").totals()));
        assertEquals("INCLUDED_IN_TALLY 1 INCLUSION_UNKNOWN 1", notes(ask("", reach)));
        assertEquals("NOT_STATED 2", notes(ask("", reach, "track", "LOCAL")));
    }

    @Test
    void figureIsAddedOnceItsTallyIsWithdrawn() {
        Figure tally = tally(1000);
        RecordedReach reach = recorded(tally, observation(7).includedIn(tally), tally.withdrawn(TUESDAY));

        assertEquals("{}=7", best(ask("", reach).totals()));
        assertEquals(
                "{}=1000",
                best(answer(new ReachQuestion("P", null, null, Set.of(), Map.of(), null, MONDAY), reach)
                        .totals()));
    }

    @Test
    void inclusionThatIsNotStatedIsUnknown() {
        assertEquals(
                "{}=1000", best(ask("", recorded(tally(1000), observation(7))).totals()));
        assertEquals("{}=7", best(ask("", recorded(observation(7))).totals()));
        assertEquals(
                "{}=1007",
                best(ask("", recorded(tally(1000), observation(7).of("OTHER"))).totals()));
        assertEquals(
                "{}=1007",
                best(ask("", recorded(tally(1000), observation(7).during(YEAR_2010)))
                        .totals()));
    }

    @Test
    void rowsByTimeMakeNoRoomForFigureButFilterByTimeDoes() {
        RecordedReach reach = recorded(
                tally(1000).during(Period.ofYears(2009, 2010)), observation(7).during(YEAR_2010));

        assertEquals("{period=2009-2010}=1000", best(ask("period", reach).rows()));
        assertEquals("{year=null}=1000", best(ask("year", reach).rows()));
        ReachQuestion of2010 =
                new ReachQuestion("P", YEAR_2010.from(), YEAR_2010.until(), Set.of("period"), Map.of(), null, null);
        assertEquals("{period=2010}=7", best(answer(of2010, reach).rows()));
        assertEquals("PARTIAL_OVERLAP 1", notes(answer(of2010, reach)));
    }

    @Test
    void onlyTalliesThatMayHoldOneAnotherHaveNoSum() {
        Period both = Period.ofYears(2009, 2010);

        assertEquals(
                "{}=30",
                best(ask("", recorded(observation(10).during(both), observation(20)))
                        .totals()));
        assertEquals(
                "OVERLAPPING_PERIODS 2", notes(ask("", recorded(observation(10).during(both), observation(20)))));
        assertEquals(
                "{}=null",
                best(ask("", recorded(tally(10).during(both), tally(20))).totals()));
        assertEquals(
                "OVERLAPPING_PERIODS 2 OVERLAPPING_TALLIES 2",
                notes(ask("", recorded(tally(10).during(both), tally(20)))));
        assertEquals(
                "{}=30",
                best(ask("", recorded(tally(10).in(WEERT), tally(20).in(ROTTERDAM)))
                        .totals()));
        assertEquals(
                "{}=null",
                best(ask("", recorded(tally(10).in(WEERT), tally(20))).totals()));
        assertEquals(
                "{}=30",
                best(ask("", recorded(tally(10), tally(20).of("OTHER"))).totals()));
        assertEquals(
                "{}=30",
                best(ask("", recorded(tally(10), tally(20).during(YEAR_2010))).totals()));
    }

    @Test
    void notesWhatDoesNotStateOneFieldOfFilterAndFailsNoOther() {
        RecordedReach reach = recorded(
                observation(1).stating("track", "LOCAL").stating("intensity", "EVENT"),
                observation(2).stating("intensity", "EVENT"),
                observation(4).stating("intensity", "MEDIA"),
                observation(8));

        ReachTable local = ask("", reach, "track", "LOCAL", "intensity", "EVENT");
        assertEquals("{}=1", best(local.totals()));
        assertEquals("NOT_STATED 2", notes(local));
        assertEquals(
                "{}=2",
                best(ask("", reach, "track", "NOT_STATED", "intensity", "EVENT").totals()));
        assertEquals(
                "{}=3",
                best(ask("", reach, "track", "LOCAL,NOT_STATED", "intensity", "EVENT")
                        .totals()));
    }

    @Test
    void severalMunicipalitiesStandInTheirOneProvinceOrMunicipality() {
        RecordedReach reach = recorded(
                observation(1).in(WEERT, HORST),
                observation(2).in(WEERT, ROTTERDAM),
                observation(4).in(WINSCHOTEN, SCHEEMDA));

        assertEquals(
                "{province=PV20}=4 {province=PV31}=1 {province=null}=2",
                best(ask("province", reach).rows()));
        assertEquals("SEVERAL_PLACES 1", notes(ask("province", reach)));
        assertEquals("{municipality=null}=7", best(ask("municipality", reach).rows()));
        ReachTable onMap = answer(onMapOf2011("municipality", Map.of()), reach);
        assertEquals("{municipality=GM1895}=4 {municipality=null}=3", best(onMap.rows()));
        assertEquals("SEVERAL_PLACES 2", notes(onMap));
        assertEquals("{}=1", best(ask("", reach, "province", LIMBURG).totals()));
        assertEquals("SEVERAL_PLACES 1", notes(ask("", reach, "province", LIMBURG)));
        assertEquals(
                "{}=2",
                best(ask("", reach, "municipality", WEERT + "," + ROTTERDAM).totals()));
        assertEquals(
                "{}=4",
                best(answer(onMapOf2011("", Map.of("municipality", Set.of(OLDAMBT))), reach)
                        .totals()));
    }

    @Test
    void dividedMunicipalityIsUnallocatedUnlessAllItsPartsAreInThePlaceAskedFor() {
        RecordedReach reach =
                recorded(observation(1).in(MEERLO_WANSSUM), observation(2).in(HORST));

        ReachTable rows = answer(onMapOf2011("municipality", Map.of()), reach);
        assertEquals("{municipality=GM1507}=2", best(rows.rows()));
        assertEquals("{from=GM0993}=1", best(rows.unallocated()));
        assertEquals("{}=3", best(rows.totals()));
        assertEquals("SPLIT 1", notes(rows));
        ReachTable horst = answer(onMapOf2011("", Map.of("municipality", Set.of(HORST))), reach);
        assertEquals("{}=2", best(horst.totals()));
        assertEquals("{from=GM0993}=1", best(horst.unallocated()));
        ReachTable both = answer(onMapOf2011("", Map.of("municipality", Set.of(HORST, VENRAY))), reach);
        assertEquals("{}=3", best(both.totals()));
        assertEquals("", notes(both));
        assertEquals(
                "{province=PV31}=3",
                best(answer(onMapOf2011("province", Map.of()), reach).rows()));
    }

    @Test
    void tallyStandsInRowOfNoPlaceButUnderFilter() {
        RecordedReach reach = recorded(tally(10).in(WEERT), tally(20).in(ROTTERDAM));

        assertEquals("{municipality=null}=30", best(ask("municipality", reach).rows()));
        assertEquals("{}=10", best(ask("", reach, "municipality", WEERT).totals()));
        assertEquals("{}=30", best(ask("", reach, "municipality", "NOT_STATED").totals()));
    }

    @Test
    void ofDeclaredOverlapsTheLargestLowestCounts() {
        Figure first = observation(10);
        Figure second = observation(20).overlapping(first);
        Figure third = observation(40).stating("track", "LOCAL").overlapping(second);
        RecordedReach reach = recorded(first, second, third, observation(80));

        assertEquals("{}=150, 120, 150", bounds(ask("", reach).totals()));
        assertEquals("OVERLAPS_DECLARED 3", notes(ask("", reach)));
        assertEquals(
                "{track=LOCAL}=40, 40, 40 {track=null}=110, 100, 110",
                bounds(ask("track", reach).rows()));
        assertEquals("NOT_STATED 3", notes(ask("", reach, "track", "LOCAL")));
    }

    @Test
    void crossesWithinOneRecordAndCountsItOnceInTotal() {
        RecordedReach reach = recorded(observation(1)
                .stating("interventionType", "AWARENESS", "NETWORK_BUILDING")
                .stating("actionLine", "PREVENTION"));

        ReachTable table = ask("interventionType,actionLine", reach);
        assertEquals(
                "{actionLine=PREVENTION, interventionType=AWARENESS}=1"
                        + " {actionLine=PREVENTION, interventionType=NETWORK_BUILDING}=1",
                best(table.rows()));
        assertEquals("{}=1", best(table.totals()));
        assertEquals("IN_SEVERAL_ROWS 1", notes(table));
    }

    @Test
    void notesDaysAfterRegister() {
        LocalDate day = LocalDate.of(2024, 1, 1);
        RecordedReach reach = recorded(observation(1).in(WEERT));

        assertEquals(
                "REGISTER_ENDS 1",
                notes(answer(new ReachQuestion("P", null, null, Set.of("municipality"), Map.of(), day, null), reach)));
        assertEquals(
                "REGISTER_ENDS 1",
                notes(answer(new ReachQuestion("P", null, null, Set.of("track"), Map.of(), day, null), reach)));
        assertEquals(
                "",
                notes(answer(
                        new ReachQuestion("P", null, LocalDate.of(2025, 1, 1), Set.of("track"), Map.of(), null, null),
                        reach)));
        assertEquals(
                "REGISTER_ENDS 1",
                notes(ask("province", recorded(observation(1).in(WEERT).during(Period.ofYear(2023))))));
    }

    @Test
    void correctionReplacesFigureFromItsMomentOn() {
        Figure first = observation(1);
        RecordedReach reach = recorded(first, first.corrected(TUESDAY, 2));

        assertEquals("{}=2", best(ask("", reach).totals()));
        assertEquals(
                "{}=1",
                best(answer(new ReachQuestion("P", null, null, Set.of(), Map.of(), null, MONDAY), reach)
                        .totals()));
    }

    @Test
    void addsBestOfEachKindAndRoundsOnce() {
        List<RecordedFigure> figures = Stream.of(
                        new Quantity.Range(0, 1),
                        new Quantity.Range(2, 3),
                        new Quantity.Approximate(10, 4L),
                        new Quantity.Approximate(100, null),
                        new Quantity.Exact(1000))
                .map(reach -> observation(reach).made())
                .toList();

        assertEquals("1113, 1108, 1118, true, [1, 2, 2, 0, 0, 0]", new NaiveSum(figures).text());
        List<RecordedFigure> open = Stream.of(
                        new Quantity.AtLeast(5), new Quantity.Vague("many"), new Quantity.NotMeasured("no"))
                .map(reach -> observation(reach).made())
                .toList();
        assertEquals("5, 5, null, false, [0, 0, 0, 1, 1, 1]", new NaiveSum(open).text());
        assertEquals("null, null, null, false, [0, 0, 0, 0, 1, 1]", new NaiveSum(open.subList(1, 3)).text());
    }

    @Test
    void randomQuestionsPutEveryRuleToTheTest() {
        List<String> dimensions = List.of(
                "period",
                "year",
                "roundId",
                "targetGroup",
                "track",
                "actionLine",
                "fundingInstrument",
                "interventionType",
                "phenomenon",
                "intensity",
                "municipality",
                "province",
                "projectId",
                "organisationId");
        Set<String> notes = new TreeSet<>();
        for (long seed = 1; seed <= 100; seed++) {
            RandomReach random = new RandomReach(seed, EnumSet.allOf(ReachRule.class));
            RecordedReach reach = random.records("P", "Q");
            for (int number = 1; number <= 5; number++) {
                ReachQuestion question = random.question(reach, dimensions, dimensions, "P", "Q");
                notes.addAll(answer(question, reach).notes().keySet());
            }
        }

        assertEquals(
                "[INCLUDED_IN_TALLY, INCLUSION_UNKNOWN, IN_SEVERAL_ROWS, NOTHING_RECORDED, NOT_STATED,"
                        + " OVERLAPPING_PERIODS, OVERLAPPING_TALLIES, OVERLAPS_DECLARED, PARTIAL_OVERLAP, REGISTER_ENDS,"
                        + " SEVERAL_PLACES, SPLIT, UNEQUAL_PERIODS]",
                notes.toString());
    }

    // ---- Questions and answers

    private static ReachTable ask(String by, RecordedReach reach, String... filters) {
        Map<String, Set<String>> only = new HashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            only.put(filters[i], Set.of(filters[i + 1].split(",")));
        }
        return answer(new ReachQuestion("P", null, null, dimensions(by), only, null, null), reach);
    }

    private static ReachQuestion onMapOf2011(String by, Map<String, Set<String>> only) {
        return new ReachQuestion("P", null, null, dimensions(by), only, MAP_OF_2011, null);
    }

    private static Set<String> dimensions(String by) {
        return by.isEmpty() ? Set.of() : Set.of(by.split(","));
    }

    private static ReachTable answer(ReachQuestion question, RecordedReach reach) {
        return ReachOracle.answer(question, MunicipalityRegister.builtIn(), reach);
    }

    private static String best(SortedMap<String, String> rows) {
        return texts(rows, 1);
    }

    private static String bounds(SortedMap<String, String> rows) {
        return texts(rows, 3);
    }

    private static String texts(SortedMap<String, String> rows, int numbers) {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + "="
                        + Stream.of(row.getValue().split(", ")).limit(numbers).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" "));
    }

    private static String notes(ReachTable table) {
        return table.notes().entrySet().stream()
                .map(note -> note.getKey() + " " + note.getValue().count())
                .collect(Collectors.joining(" "));
    }

    // ---- Records

    private static RecordedReach recorded(Figure... figures) {
        return new RecordedReach(Stream.of(figures).map(Figure::made).toList(), Map.of());
    }

    private static Figure observation(long reach) {
        return observation(new Quantity.Exact(reach));
    }

    private static Figure observation(Quantity reach) {
        return new Figure(reach);
    }

    private static Figure tally(long reach) {
        Figure tally = observation(reach);
        tally.tally = true;
        return tally;
    }

    /** Pupils of 2009 without a place, unless an example states otherwise. */
    private static final class Figure {
        private final Quantity reach;
        private final Set<UUID> overlaps = new HashSet<>();
        private final Map<String, Set<String>> stated =
                new TreeMap<>(Map.of("targetGroup", Set.of("YOUTH_AND_PUPILS")));
        private UUID id = UUID.randomUUID();
        private int version = 1;
        private Instant recordedAt = MONDAY;
        private boolean withdrawn;
        private boolean tally;
        private Period period = YEAR_2009;
        private Place place = Place.UNSPECIFIED;
        private String includedIn;

        Figure(Quantity reach) {
            this.reach = reach;
        }

        Figure of(String group) {
            return stating("targetGroup", group);
        }

        Figure stating(String dimension, String... values) {
            stated.put(dimension, Set.of(values));
            return this;
        }

        Figure during(Period days) {
            period = days;
            return this;
        }

        Figure in(String... codes) {
            place = new Place(PlaceScope.MUNICIPAL, List.of(codes), null, null);
            return this;
        }

        Figure includedIn(String how) {
            includedIn = how;
            return this;
        }

        Figure includedIn(Figure other) {
            return includedIn(other.id.toString());
        }

        Figure overlapping(Figure other) {
            overlaps.add(other.id);
            return this;
        }

        Figure corrected(Instant at, long value) {
            Figure next = observation(value);
            next.id = id;
            next.version = version + 1;
            next.recordedAt = at;
            next.tally = tally;
            return next;
        }

        Figure withdrawn(Instant at) {
            Figure last = corrected(at, 0);
            last.withdrawn = true;
            return last;
        }

        RecordedFigure made() {
            return new RecordedFigure(
                    id,
                    version,
                    recordedAt,
                    withdrawn,
                    tally,
                    "P",
                    null,
                    period,
                    place,
                    stated,
                    reach,
                    includedIn,
                    overlaps);
        }
    }
}
