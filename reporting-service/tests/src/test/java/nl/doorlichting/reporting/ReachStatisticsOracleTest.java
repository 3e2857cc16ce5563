package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.oracle.RandomReach;
import nl.doorlichting.domain.figures.oracle.ReachOracle;
import nl.doorlichting.domain.figures.oracle.ReachQuestion;
import nl.doorlichting.domain.figures.oracle.ReachRule;
import nl.doorlichting.domain.figures.oracle.ReachTable;
import nl.doorlichting.domain.figures.oracle.RecordedFigure;
import nl.doorlichting.domain.figures.oracle.RecordedReach;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.reporting.reachstatistics.PackedReachService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers about random records, corrections and moments are those of the oracle. */
@ReportingServiceTest
// It compares the sums of all programmes with their records again and again.
@Order(1)
class ReachStatisticsOracleTest {
    private static final String STATISTICS = "/v1/reach-statistics?";
    private static final int DATA_SETS = 12;
    private static final int QUESTIONS = 100;
    private static final int FOLD_EVERY = 40;
    private static final int LINKED_QUESTIONS = 15;
    private static final long LINKED_SEED = 1000;
    private static final long PLACED_SEED = 2000;
    private static final long OF_PLACES_SEED = 4000;
    private static final long PACKED_SEED = 5000;
    private static final long ALL_SEED = 6000;
    private static final List<String> FIELDS = List.of(
            "roundId",
            "targetGroup",
            "track",
            "actionLine",
            "fundingInstrument",
            "interventionType",
            "phenomenon",
            "intensity",
            "year");
    private static final List<String> PACKED_FILTERS =
            List.of("roundId", "targetGroup", "track", "phenomenon", "intensity", "municipality", "province");
    private static final List<Set<String>> MORE_ROWS =
            List.of(Set.of(), Set.of(), Set.of("year"), Set.of("period"), Set.of("targetGroup"));
    // Winschoten and Scheemda.
    private static final List<String> OLDAMBT = List.of("GM0052", "GM0039");
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();

    /** The fields of a row that are not its key. */
    private static final Set<String> FIGURES = Set.of("source", "reach", "links");

    /** Those that the service keeps; the records and questions put no other to the test. */
    private static final Set<ReachRule> RULES = EnumSet.of(
            ReachRule.INCLUSION,
            ReachRule.WITHDRAWAL,
            ReachRule.OVERLAPPING_TALLIES,
            ReachRule.NOT_STATED,
            ReachRule.SEVERAL_PLACES,
            ReachRule.DIVIDED_MUNICIPALITIES,
            ReachRule.DECLARED_OVERLAPS,
            ReachRule.REGISTER_ENDS,
            ReachRule.SEVERAL_VALUES);

    /** Where the table has the dimensions that a figure states. */
    private static final Map<String, String> COLUMNS = Map.of(
            "targetGroup", "target_group",
            "track", "track",
            "actionLine", "action_line",
            "fundingInstrument", "funding_instrument",
            "intensity", "intensity",
            "projectId", "project_id",
            "organisationId", "organisation_id",
            "roundId", "round_id");

    @Inject
    SumsJobs sums;

    @Inject
    SumsService service;

    @Inject
    Sums kept;

    @Inject
    PackedReachService packed;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, DATA_SETS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersAsOracle(long seed) throws SQLException {
        var random = new RandomReach(seed, RULES);
        var programme = "oracle-" + seed;
        var records = random.records(programme);
        store(programme, records, seed);
        var found = 0;
        for (var number = 1; number <= QUESTIONS; number++) {
            var asked = usual(random.question(
                    records, names(Structure.REACH.rows()), names(Structure.REACH.filters()), programme));
            storeRounds(programme, asked);
            var query = query(asked);
            var expected = ReachOracle.answer(asked, REGISTER, records);
            assertEquals(text(expected), text(answer(query)), query);
            if (number % FOLD_EVERY == 0) {
                sums.fold();
            }
            found += expected.rows().isEmpty() ? 0 : 1;
        }
        assertEquals(0, service.check(kept));
        // Random questions that find nothing would prove nothing.
        assertTrue(found > QUESTIONS / 5, found + " questions with rows");
    }

    /** Rows by municipality have sums of their own, with and without places that are one on another map. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersByMunicipalityAsOracle(long seed) throws SQLException {
        var random = new RandomReach(PLACED_SEED + seed, RULES);
        var programme = "placed-" + seed;
        var records = partlyInOldambt(random.records(programme), new Random(seed));
        store(programme, records, seed);
        var chance = new Random(seed);
        for (var number = 1; number <= QUESTIONS; number++) {
            var asked = byMunicipality(
                    random.question(records, names(Structure.REACH.rows()), Set.of("targetGroup"), programme),
                    MORE_ROWS.get(chance.nextInt(MORE_ROWS.size())));
            assertEquals(text(ReachOracle.answer(asked, REGISTER, records)), text(answer(query(asked))), query(asked));
            if (number % FOLD_EVERY == 0) {
                sums.fold();
            }
        }
        assertEquals(0, service.check(kept));
    }

    /**
     * Places with other fields, and any three fields without places, are added up from what is packed, and from what is recorded,
     * corrected and withdrawn after it.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersFromPackedAsOracle(long seed) throws SQLException {
        var random = new RandomReach(PACKED_SEED + seed, RULES);
        var programme = "packed-" + seed;
        var records = partlyInOldambt(random.records(programme), new Random(seed));
        var chance = new Random(seed);
        var later = chance.nextInt(10);
        store(programme, records, seed, () -> packed.pack(programme, later));
        // The sums by field are not read any more.
        RowPolicies.asOwner("update reach_by_field set records = records + 1 where programme = '" + programme + "'");
        for (var number = 1; number <= QUESTIONS; number++) {
            var isOfPlaces = number % 2 == 0;
            var asked = now(
                    random.question(
                            records,
                            names(Structure.REACH.rows()),
                            isOfPlaces ? Set.copyOf(PACKED_FILTERS) : Set.copyOf(FIELDS),
                            programme),
                    isOfPlaces ? placesAndOthers(chance) : some(FIELDS, 1 + chance.nextInt(3), chance));
            storeRounds(programme, asked);
            assertEquals(text(ReachOracle.answer(asked, REGISTER, records)), text(answer(query(asked))), query(asked));
        }
        RowPolicies.asOwner("update reach_by_field set records = records - 1 where programme = '" + programme + "'");
        sums.fold();
        assertEquals(0, packed.check(programme));
    }

    /**
     * So they are of all programmes, of which some are packed, some are packed wrongly and some are not packed. What is in a tally
     * or overlaps is of the same programme or of another.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersOfAllProgrammesFromPackedOfSomeAsOracle(long seed) throws SQLException {
        forgetAll();
        var random = new RandomReach(ALL_SEED + seed, RULES);
        var programmes = Stream.of("a", "b", "c", "d", "e")
                .map(name -> "all-" + seed + name)
                .toList();
        var records = partlyInOldambt(random.records(programmes.toArray(String[]::new)), new Random(seed));
        var chance = new Random(seed);
        var later = chance.nextInt(5);
        store(programmes.get(0), records, seed, () -> packed.pack(programmes.get(chance.nextInt(3)), later));
        var wrongly = programmes.get(0);
        packed.pack(wrongly, later);
        RowPolicies.asOwner("delete from reach_packed where programme = '" + wrongly + "';"
                + " update reach_packed_programme set differing = 1 where programme = '" + wrongly + "'");
        var rightly = " where programme in ('" + programmes.get(1) + "', '" + programmes.get(2) + "')";
        programmes.subList(1, 3).forEach(programme -> packed.pack(programme, later));
        // The sums by field of these are not read any more.
        RowPolicies.asOwner("update reach_by_field set records = records + 1" + rightly);
        for (var number = 1; number <= QUESTIONS; number++) {
            var isOfPlaces = number % 2 == 0;
            var drawn = random.question(
                    records,
                    names(Structure.REACH.rows()),
                    isOfPlaces ? Set.copyOf(PACKED_FILTERS) : Set.copyOf(FIELDS),
                    wrongly);
            var by = isOfPlaces ? placesAndOthers(chance) : some(FIELDS, 3, chance);
            var asked = ofAll(drawn, by, chance.nextInt(10) == 0);
            storeRounds(wrongly, asked);
            assertEquals(text(ReachOracle.answer(asked, REGISTER, records)), text(answer(query(asked))), query(asked));
        }
        RowPolicies.asOwner("update reach_by_field set records = records - 1" + rightly);
    }

    /** A question about all programmes finds what other tests recorded. */
    private void forgetAll() throws SQLException {
        RowPolicies.asOwner("delete from reach_change; delete from reach_observation; delete from reach_packed;"
                + " delete from reach_packed_programme;"
                + " update sums_snapshot set cluster = null where name = 'reach'");
        sums.fold();
    }

    private static ReachQuestion ofAll(ReachQuestion asked, Set<String> by, boolean isAsOf) {
        return new ReachQuestion(
                null, asked.from(), asked.until(), by, asked.only(), asked.boundaries(), isAsOf ? asked.asOf() : null);
    }

    private static Set<String> placesAndOthers(Random chance) {
        var by = some(FIELDS, 1 + chance.nextInt(2), chance);
        by.add(chance.nextBoolean() ? "municipality" : "province");
        return by;
    }

    private static Set<String> some(List<String> fields, int number, Random chance) {
        var shuffled = new ArrayList<>(fields);
        Collections.shuffle(shuffled, chance);
        return new TreeSet<>(shuffled.subList(0, number));
    }

    private static ReachQuestion byMunicipality(ReachQuestion asked, Set<String> more) {
        var by = new TreeSet<>(more);
        by.add("municipality");
        return now(asked, by);
    }

    /** Of what is now known, by these. */
    private static ReachQuestion now(ReachQuestion asked, Set<String> by) {
        return new ReachQuestion(
                asked.programme(), asked.from(), asked.until(), by, asked.only(), asked.boundaries(), null);
    }

    /** An index finds the figures of some municipalities, and sums count those that state none. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersOfSomeMunicipalitiesAsOracle(long seed) throws SQLException {
        var random = new RandomReach(OF_PLACES_SEED + seed, RULES);
        var programme = "of-places-" + seed;
        var records = partlyInOldambt(random.records(programme), new Random(seed));
        store(programme, records, seed);
        sums.fold();
        for (var number = 1; number <= QUESTIONS; number++) {
            var asked = random.question(
                    records,
                    names(Structure.REACH.rows()),
                    Set.of("municipality", "province", "targetGroup"),
                    programme);
            storeRounds(programme, asked);
            var now = now(asked, usual(asked).by());
            assertEquals(text(ReachOracle.answer(now, REGISTER, records)), text(answer(query(now))), query(now));
            if (number % FOLD_EVERY == 0) {
                sums.fold();
            }
        }
    }

    /** Two municipalities that are one since 2010 instead of some others, in any order. */
    private static RecordedReach partlyInOldambt(RecordedReach records, Random chance) {
        return new RecordedReach(
                records.versions().stream()
                        .map(figure -> figure.place().municipalities().size() > 1 && chance.nextBoolean()
                                ? at(chance.nextBoolean() ? OLDAMBT : List.of(OLDAMBT.get(1), OLDAMBT.get(0)), figure)
                                : figure)
                        .toList(),
                records.approvals());
    }

    private static RecordedFigure at(List<String> municipalities, RecordedFigure figure) {
        return new RecordedFigure(
                figure.id(),
                figure.version(),
                figure.recordedAt(),
                figure.withdrawn(),
                figure.tally(),
                figure.programme(),
                figure.reportId(),
                figure.period(),
                new Place(PlaceScope.REGIONAL, municipalities, null, null),
                figure.stated(),
                figure.reach(),
                figure.includedIn(),
                figure.overlaps());
    }

    /** The lists that a row, total or unallocated row links to have what was added to it, and nothing else. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void linksListRecordsOfRow(long seed) throws SQLException {
        var random = new RandomReach(LINKED_SEED + seed, EnumSet.complementOf(EnumSet.of(ReachRule.DECLARED_OVERLAPS)));
        var programme = "linked-" + seed;
        var records = withoutIntensityOfTallies(random.records(programme));
        store(programme, records, seed);
        var followed = 0;
        for (var number = 1; number <= LINKED_QUESTIONS; number++) {
            var asked = usual(random.question(
                    records, names(Structure.REACH.rows()), names(Structure.REACH.filters()), programme));
            storeRounds(programme, asked);
            var answer = Api.unchecked(STATISTICS + query(asked));
            for (var part : List.of("rows", "totals", "unallocated")) {
                for (Map<String, Object> row : Api.list(answer, part)) {
                    followed += follow(row, records.counting(asked.asOf()), query(asked) + ": " + row);
                }
            }
        }
        assertTrue(followed > LINKED_QUESTIONS, followed + " rows with links");
    }

    /** Adds up the listed records. */
    private static int follow(Map<String, Object> row, List<RecordedFigure> counting, String message) {
        var links = (Map<?, ?>) row.get("links");
        var listed = new ArrayList<>(listed((String) links.get("observations")));
        var tallies = links.get("tallies") == null ? List.<String>of() : listed((String) links.get("tallies"));
        listed.addAll(tallies);
        if (row.get("reach") == null) {
            assertTrue(tallies.size() > 1, message);
            return 1;
        }
        var sum = QuantitySum.ZERO;
        for (var id : listed) {
            sum = sum.plus(counting.stream()
                    .filter(figure -> figure.id().toString().equals(id))
                    .map(figure -> QuantitySum.of(figure.reach()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id + " does not count: " + message)));
        }
        var reach = sum.aggregate();
        var kinds = reach.observations();
        assertEquals(
                ReachTable.sum(
                        reach.best(),
                        reach.lowest(),
                        reach.highest(),
                        reach.approximate(),
                        List.of(
                                kinds.exact(),
                                kinds.approximate(),
                                kinds.range(),
                                kinds.atLeast(),
                                kinds.vague(),
                                kinds.notMeasured())),
                sum(row.get("reach")),
                message);
        return 1;
    }

    private static List<String> listed(String path) {
        return Api.list(Api.unchecked(path + "&pageSize=200"), "items").stream()
                .map(record -> (String) record.get("id"))
                .toList();
    }

    /** A tally that is recorded through the API states no intensity. */
    private static RecordedReach withoutIntensityOfTallies(RecordedReach records) {
        return new RecordedReach(
                records.versions().stream()
                        .map(version -> version.tally() ? withoutIntensity(version) : version)
                        .toList(),
                records.approvals());
    }

    private static RecordedFigure withoutIntensity(RecordedFigure tally) {
        var stated = new HashMap<>(tally.stated());
        stated.remove("intensity");
        return new RecordedFigure(
                tally.id(),
                tally.version(),
                tally.recordedAt(),
                tally.withdrawn(),
                true,
                tally.programme(),
                tally.reportId(),
                tally.period(),
                tally.place(),
                stated,
                tally.reach(),
                tally.includedIn(),
                tally.overlaps());
    }

    /** No answer is without a dimension of its rows. */
    private static ReachQuestion usual(ReachQuestion asked) {
        return new ReachQuestion(
                asked.programme(),
                asked.from(),
                asked.until(),
                asked.by().isEmpty() ? names(Structure.REACH.usual()) : asked.by(),
                asked.only(),
                asked.boundaries(),
                asked.asOf());
    }

    private static Set<String> names(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::jsonName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(ReachTable table) {
        var counts = new TreeMap<String, Long>();
        table.notes().forEach((code, note) -> counts.put(code, note.count()));
        return String.join(
                "\n",
                "rows " + table.rows(),
                "totals " + table.totals(),
                "unallocated " + table.unallocated(),
                "notes " + counts);
    }

    // ---- The service's answer

    private static String query(ReachQuestion asked) {
        var query = new StringJoiner("&");
        if (asked.programme() != null) {
            query.add("programme=" + asked.programme());
        }
        query.add("by=" + String.join(",", asked.by()));
        asked.only().forEach((dimension, wanted) -> query.add(dimension + "=" + String.join(",", wanted)));
        var moments = new HashMap<String, Object>();
        moments.put("from", asked.from());
        moments.put("until", asked.until());
        moments.put("boundaries", asked.boundaries());
        moments.put("asOf", asked.asOf());
        moments.values().removeIf(value -> value == null);
        moments.forEach((name, value) -> query.add(name + "=" + value));
        return query.toString();
    }

    private static ReachTable answer(String query) {
        var answer = Api.unchecked(STATISTICS + query);
        var notes = new TreeMap<String, ReachTable.Note>();
        for (Map<String, Object> note : Api.list(answer, "notes")) {
            notes.put((String) note.get("code"), new ReachTable.Note(number(note.get("count")), new TreeSet<>()));
        }
        return new ReachTable(rows(answer, "rows"), rows(answer, "totals"), rows(answer, "unallocated"), notes);
    }

    private static SortedMap<String, String> rows(Map<String, Object> answer, String part) {
        var rows = new TreeMap<String, String>();
        for (Map<String, Object> row : Api.list(answer, part)) {
            rows.merge(key(row), sum(row.get("reach")), (one, other) -> one + " and, in a second row, " + other);
        }
        return rows;
    }

    private static String key(Map<String, Object> row) {
        var key = new TreeMap<String, String>();
        row.forEach((name, value) -> {
            if (!FIGURES.contains(name)) {
                key.put(name, value == null ? null : text(value));
            }
        });
        return key.toString();
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> period ? period.get("code").toString() : value.toString();
    }

    private static String sum(Object reach) {
        if (reach == null) {
            return "null";
        }
        var sum = (Map<?, ?>) reach;
        var kinds = (Map<?, ?>) sum.get("observations");
        return ReachTable.sum(
                number(sum.get("best")),
                number(sum.get("lowest")),
                number(sum.get("highest")),
                (Boolean) sum.get("approximate"),
                Stream.of("exact", "approximate", "range", "atLeast", "vague", "notMeasured")
                        .map(kind -> number(kinds.get(kind)))
                        .toList());
    }

    private static Long number(Object value) {
        return value == null ? null : (Long) ((Number) value).longValue();
    }

    // ---- The service's tables

    /** At random moments reports are approved, and the sums take in what is there. */
    private void store(String programme, RecordedReach records, long seed) throws SQLException {
        store(programme, records, seed, () -> {});
    }

    /** @param meanwhile what is done between two writes */
    private void store(String programme, RecordedReach records, long seed, Runnable meanwhile) throws SQLException {
        var random = new Random(seed);
        var script = new ArrayList<String>();
        records.versions().stream()
                .flatMap(version -> version.of("roundId").stream())
                .distinct()
                .forEach(round -> script.add(round(programme, round)));
        var reports = records.versions().stream()
                .map(RecordedFigure::reportId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        reports.forEach(report -> script.add(report(programme, report)));
        var before = script.size();
        records.versions().forEach(version -> script.add(version(version)));
        reports.stream()
                .filter(records.approvals()::containsKey)
                .forEach(report -> script.add(
                        before + random.nextInt(script.size() - before + 1),
                        "update inventory_report set state = 'APPROVED', approved_at = '"
                                + records.approvals().get(report) + "' where id = '" + report + "'"));
        sums.fold();
        while (!script.isEmpty()) {
            var some = script.subList(0, 1 + random.nextInt(script.size()));
            RowPolicies.asOwner(String.join(";\n", some));
            some.clear();
            meanwhile.run();
            if (random.nextBoolean()) {
                sums.fold();
            }
        }
    }

    /** A round that no figure is of can be asked for too. */
    private static void storeRounds(String programme, ReachQuestion asked) throws SQLException {
        var script = new StringJoiner(";\n");
        asked.only().getOrDefault("roundId", Set.of()).stream()
                .filter(round -> !round.equals(Dimension.NOT_STATED))
                .forEach(round -> script.add(round(programme, round) + " on conflict do nothing"));
        if (script.length() > 0) {
            RowPolicies.asOwner(script.toString());
        }
    }

    private static String round(String programme, String round) {
        var row = new TreeMap<String, Object>();
        row.put("id", round);
        row.put("programme", programme);
        row.put("code", round);
        row.put("name", "a round");
        row.put("period_from", "2007-01-01");
        row.put("period_until", "2024-01-01");
        row.put("source", "a test");
        row.put("created_at", "2011-01-01");
        row.put("created_by", "a test");
        row.put("version", 0);
        return insert("inventory_round", row);
    }

    private static String report(String programme, UUID report) {
        var row = new TreeMap<String, Object>();
        row.put("id", report);
        row.put("programme", programme);
        row.put("title", "a report");
        row.put("state", "DRAFT");
        row.put("content", "{}");
        row.put("recorded_at", "2011-01-01");
        row.put("created_at", "2011-01-01");
        row.put("created_by", "a test");
        row.put("version", 1);
        var created = new TreeMap<String, Object>();
        created.put("report_id", report);
        created.put("version", 1);
        created.put("recorded_at", "2011-01-01");
        created.put("recorded_by", "a test");
        created.put("step", "CREATION");
        created.put("state", "DRAFT");
        created.put("content", "{}");
        return insert("inventory_report", row) + ";\n" + insert("inventory_report_version", created);
    }

    private static String version(RecordedFigure figure) {
        var row = new TreeMap<String, Object>();
        row.put("observation_id", figure.id());
        row.put("version", figure.version());
        row.put("recorded_at", figure.recordedAt());
        row.put("recorded_by", "a test");
        row.put("reason", figure.version() > 1 ? "seen again" : null);
        row.put("withdrawn", figure.withdrawn());
        row.put("tally", figure.tally());
        row.put("programme", figure.programme());
        row.put("report_id", figure.reportId());
        COLUMNS.forEach((dimension, column) ->
                row.put(column, figure.of(dimension).stream().findFirst().orElse(null)));
        row.put("intervention_types", array(figure.of("interventionType")));
        row.put("phenomena", array(figure.of("phenomenon")));
        row.put("period_from", figure.period().from());
        row.put("period_until", figure.period().until());
        row.putAll(quantity(figure.reach()));
        row.put("place_scope", figure.place().scope());
        row.put("place_municipalities", array(figure.place().municipalities()));
        row.put("place_sub_area", figure.place().subArea());
        row.put("place_country", figure.place().country());
        row.put("included_in", figure.includedIn());
        row.put("overlaps_with", array(figure.overlaps()));
        row.put("source", "a test");
        return insert("reach_observation", row);
    }

    private static Map<String, Object> quantity(Quantity reach) {
        var columns = new TreeMap<String, Object>();
        columns.put("quantity_kind", reach.kind());
        if (reach instanceof Quantity.Exact exact) {
            columns.put("quantity_value", exact.value());
        } else if (reach instanceof Quantity.Approximate about) {
            columns.put("quantity_value", about.value());
            columns.put("quantity_plus_minus", about.plusMinus());
        } else if (reach instanceof Quantity.Range range) {
            columns.put("quantity_minimum", range.minimum());
            columns.put("quantity_maximum", range.maximum());
        } else if (reach instanceof Quantity.AtLeast atLeast) {
            columns.put("quantity_value", atLeast.value());
        } else {
            columns.put("quantity_text", "in words");
        }
        return columns;
    }

    private static String insert(String table, Map<String, Object> row) {
        return "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.values().stream().map(ReachStatisticsOracleTest::literal).collect(Collectors.joining(", ")) + ")";
    }

    private static String array(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String literal(Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
