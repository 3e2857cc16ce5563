package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares training statistics with a second implementation of docs/design/figures.md, over random sessions, tallies and
 * questions. That one looks at each record, each number and each row apart, and is as simple as possible.
 */
@QuarkusTest
class TrainingOracleTest {
    private static final int QUESTIONS = 40;
    private static final List<String> NUMBERS =
            List.of("planned", "held", "cancelled", "toCome", "neverHeld", "participants");
    private static final List<String> TYPES = List.of("ORACLE_A", "ORACLE_B");
    private static final Map<String, String> GROUPS = Map.of("ORACLE_A", "OTHER", "ORACLE_B", "STUDENTS");
    private static final List<String> TRACKS = List.of("LOCAL", "NATIONAL");
    private static final List<String> PROJECTS =
            List.of("01a20adb-c069-7930-a943-5ae8be5bcea2", "01a20adb-c069-7930-a943-5ae8be5bcea3");
    private static final List<List<String>> PLACES = List.of(
            List.of(),
            List.of(),
            List.of("GM0333"),
            List.of("GM0983"),
            List.of("GM0333", "GM0311"),
            List.of("GM0333", "GM0344"),
            List.of("GM0333", "GM0983"));
    private static final Map<String, String> PROVINCES =
            Map.of("GM0333", "PV26", "GM0311", "PV26", "GM0344", "PV26", "GM1904", "PV26", "GM0983", "PV31");
    private static final String MERGED = "GM1904";
    private static final Set<String> MERGING = Set.of("GM0333", "GM0311");
    private static final List<String> DIMENSIONS =
            List.of("trainingType", "period", "year", "municipality", "province", "targetGroup", "track", "projectId");
    private static final String SESSION = """
            insert into training_session (id, status, programme, training_type, title, session_date, project_id, track,
                place_scope, place_municipalities, included_in, source, created_at, created_by, cancellation_reason, version)
            values (?, ?, ?, ?, 't', ?, ?, ?, 'REGIONAL', ?, ?, 's', now(), 'x', ?, 0)
            """;
    private static final String HEAD_COUNT = """
            insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind,
                quantity_value) values (?, 1, now(), 'x', ?, 'EXACT', ?)
            """;
    private static final String TALLY = """
            insert into training_tally (tally_id, version, recorded_at, recorded_by, programme, training_type, period_from,
                period_until, sessions_planned, sessions_held, sessions_cancelled, sessions_to_come, sessions_never_held,
                quantity_kind, quantity_value, target_group, track, place_scope, place_municipalities, source)
            values (?, 1, now(), 'x', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'REGIONAL', ?, 's')
            """;

    private final List<Row> records = new ArrayList<>();

    @Inject
    SumsJobs jobs;

    /** A session or a tally. */
    private record Row(
            UUID id,
            boolean tally,
            String type,
            String targetGroup,
            String people,
            String track,
            String project,
            LocalDate from,
            LocalDate until,
            List<String> municipalities,
            String includedIn,
            Map<String, Long> numbers) {}

    /** What is asked. */
    private record Asked(
            String programme,
            List<String> by,
            Map<String, Set<String>> only,
            LocalDate from,
            LocalDate until,
            boolean merged) {

        String query() {
            var query =
                    new StringBuilder("/v1/training-statistics?programme=" + programme + "&by=" + String.join(",", by));
            only.forEach((name, values) -> query.append("&" + name + "=" + String.join(",", values)));
            query.append(from == null ? "" : "&from=" + from);
            query.append(until == null ? "" : "&until=" + until);
            return query.append(merged ? "&boundaries=2011-01-01" : "").toString();
        }
    }

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answersAsOracle(long seed) throws SQLException {
        GROUPS.forEach(TrainingApi::type);
        var random = new Random(seed);
        var programme = "ORACLE-" + seed;
        record(programme, random);
        for (var i = 0; i < QUESTIONS; i++) {
            var asked = question(programme, random);
            var answer = analyst().get(asked.query()).then().statusCode(200).extract();
            assertEquals(rows(asked), texts(asked.by(), answer.path("rows")), asked::query);
            assertEquals(totals(asked), texts(time(asked.by()), answer.path("totals")), asked::query);
        }
    }

    private SortedMap<String, String> rows(Asked asked) {
        return cells(asked, asked.by());
    }

    private SortedMap<String, String> totals(Asked asked) {
        var totals = cells(asked, time(asked.by()));
        if (totals.isEmpty() && time(asked.by()).isEmpty()) {
            totals.put("[]", "[null, null, null, null, null, null]");
        }
        return totals;
    }

    private static List<String> time(List<String> by) {
        return by.contains("period") ? List.of("period") : List.of();
    }

    private SortedMap<String, String> cells(Asked asked, List<String> by) {
        var counted = records.stream().filter(row -> passes(row, asked)).toList();
        var standing = counted.stream().collect(Collectors.groupingBy(row -> key(row, by, asked)));
        var cells = new TreeMap<String, String>();
        standing.forEach((key, rows) -> {
            var values = new ArrayList<String>();
            var empty = true;
            for (var number : NUMBERS) {
                var stated = rows.stream()
                        .filter(row -> row.numbers().containsKey(number))
                        .toList();
                var added = stated.stream()
                        .filter(row -> row.tally() || !isHeld(row, number, counted, by, asked))
                        .toList();
                var tallies = added.stream().filter(Row::tally).toList();
                empty &= added.isEmpty();
                var withheld =
                        tallies.stream().anyMatch(one -> tallies.stream().anyMatch(other -> isDouble(one, other)));
                values.add(
                        added.isEmpty() || withheld
                                ? "null"
                                : String.valueOf(added.stream()
                                        .mapToLong(row -> row.numbers().get(number))
                                        .sum()));
            }
            if (!empty) {
                cells.put(key, values.toString());
            }
        });
        return cells;
    }

    private boolean isHeld(Row session, String number, List<Row> counted, List<String> by, Asked asked) {
        var apartFromTime = by.stream()
                .filter(name -> !name.equals("year") && !name.equals("period"))
                .toList();
        return counted.stream()
                .filter(Row::tally)
                .filter(tally -> tally.numbers().containsKey(number))
                .filter(tally -> key(tally, apartFromTime, asked).equals(key(session, apartFromTime, asked)))
                .anyMatch(tally -> mayHold(tally, session));
    }

    private static boolean mayHold(Row tally, Row session) {
        if ("NONE".equals(session.includedIn())) {
            return false;
        }
        if (session.includedIn() != null && !session.includedIn().equals("UNKNOWN")) {
            return session.includedIn().equals(tally.id().toString());
        }
        return isAlike(tally.type(), session.type())
                && isAlike(tally.people(), session.people())
                && sharesDays(tally, session);
    }

    private static boolean isDouble(Row one, Row other) {
        return one != other
                && isAlike(one.type(), other.type())
                && isAlike(one.people(), other.people())
                && sharesDays(one, other)
                && (one.municipalities().isEmpty()
                        || other.municipalities().isEmpty()
                        || !Collections.disjoint(one.municipalities(), other.municipalities()));
    }

    private static boolean isAlike(String one, String other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean sharesDays(Row one, Row other) {
        return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
    }

    private static boolean passes(Row row, Asked asked) {
        var inside = (asked.from() == null || !row.from().isBefore(asked.from()))
                && (asked.until() == null || !row.until().isAfter(asked.until()));
        return inside
                && asked.only().entrySet().stream()
                        .allMatch(filter -> passes(row, filter.getKey(), filter.getValue(), asked));
    }

    private static boolean passes(Row row, String name, Set<String> wanted, Asked asked) {
        if (name.equals("municipality") || name.equals("province")) {
            var places = places(row, name, asked);
            return !places.isEmpty() && wanted.containsAll(places)
                    || wanted.contains("NOT_STATED") && (row.tally() || places.size() != 1);
        }
        return wanted.contains(Objects.requireNonNullElse(value(row, name, asked), "NOT_STATED"));
    }

    private static String key(Row row, List<String> by, Asked asked) {
        return by.stream().map(name -> value(row, name, asked)).toList().toString();
    }

    private static String value(Row row, String name, Asked asked) {
        return switch (name) {
            case "trainingType" -> row.type();
            case "targetGroup" -> row.targetGroup();
            case "track" -> row.track();
            case "projectId" -> row.project();
            case "year" ->
                row.from().getYear() == row.until().minusDays(1).getYear()
                        ? String.valueOf(row.from().getYear())
                        : null;
            case "period" -> row.from() + "/" + row.until();
            default -> {
                var places = places(row, name, asked);
                yield row.tally() || places.size() != 1
                        ? null
                        : places.iterator().next();
            }
        };
    }

    private static Set<String> places(Row row, String name, Asked asked) {
        return row.municipalities().stream()
                .map(code -> asked.merged() && MERGING.contains(code) ? MERGED : code)
                .map(code -> name.equals("province") ? PROVINCES.get(code) : code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<String, String> texts(List<String> by, List<Map<String, Object>> rows) {
        var texts = new TreeMap<String, String>();
        rows.forEach(row -> {
            var key = by.stream().map(name -> text(row.get(name))).toList();
            @SuppressWarnings("unchecked")
            var sessions = (Map<String, Object>) row.get("sessions");
            @SuppressWarnings("unchecked")
            var participants = (Map<String, Object>) row.get("participants");
            var values = NUMBERS.stream()
                    .map(number -> number.equals("participants")
                            ? participants == null ? null : participants.get("best")
                            : sessions.get(number))
                    .map(String::valueOf)
                    .toList();
            texts.put(key.toString(), values.toString());
        });
        return texts;
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> period
                ? period.get("from") + "/" + period.get("until")
                : value == null ? null : value.toString();
    }

    private static Asked question(String programme, Random random) {
        var by = new ArrayList<>(DIMENSIONS);
        Collections.shuffle(by, random);
        var merged = random.nextInt(3) == 0;
        var only = new LinkedHashMap<String, Set<String>>();
        for (var i = random.nextInt(3); i > 0; i--) {
            var name = one(List.of("trainingType", "year", "municipality", "province", "targetGroup", "track"), random);
            only.put(
                    name,
                    some(
                            switch (name) {
                                case "trainingType" -> TYPES;
                                case "year" -> List.of("2010", "2011");
                                case "municipality" -> List.of(merged ? MERGED : "GM0333", "GM0983", "GM0344");
                                case "province" -> List.of("PV26", "PV31");
                                case "targetGroup" -> List.of("OTHER", "STUDENTS");
                                default -> TRACKS;
                            },
                            random));
        }
        // A municipality outside the provinces is refused.
        if (only.containsKey("municipality")) {
            only.remove("province");
        }
        var from = random.nextInt(3) == 0 ? LocalDate.of(2010, 1 + random.nextInt(9), 1 + random.nextInt(2)) : null;
        var until = random.nextInt(3) == 0 ? LocalDate.of(2011, 2 + random.nextInt(8), 1) : null;
        // In the order of the answer is not needed: keys are compared by name.
        return new Asked(programme, List.copyOf(by.subList(0, 1 + random.nextInt(3))), only, from, until, merged);
    }

    private static Set<String> some(List<String> values, Random random) {
        var some = new LinkedHashSet<String>();
        some.add(one(values, random));
        if (random.nextBoolean()) {
            some.add(one(values, random));
        }
        if (random.nextInt(3) == 0) {
            some.add("NOT_STATED");
        }
        return some;
    }

    private void record(String programme, Random random) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = new TestDatabase(url, "training_owner", "training_app").asOwner()) {
            for (var i = random.nextInt(5); i > 0; i--) {
                records.add(tally(connection, programme, random));
            }
            for (var i = 30; i > 0; i--) {
                records.add(session(connection, programme, random));
                if (i == 20) {
                    jobs.fold();
                }
            }
        }
    }

    private Row tally(Connection connection, String programme, Random random) throws SQLException {
        var from = LocalDate.of(2010 + random.nextInt(2), random.nextBoolean() ? 1 : 7, 1);
        var until = from.plusMonths(one(List.of(6, 12, 18), random));
        var type = maybe(TYPES, random);
        var people = maybe(List.of("OTHER", "STUDENTS"), random);
        var numbers = new LinkedHashMap<String, Long>();
        NUMBERS.stream()
                .filter(number -> random.nextInt(3) == 0)
                .filter(number -> !number.equals("participants") || people != null)
                .forEach(number -> numbers.put(number, (long) random.nextInt(50)));
        numbers.putIfAbsent("held", 20L);
        var row = new Row(
                UUID.randomUUID(),
                true,
                type,
                people,
                people,
                maybe(TRACKS, random),
                null,
                from,
                until,
                one(PLACES, random),
                null,
                numbers);
        RollCallFixture.execute(
                connection,
                TALLY,
                row.id(),
                programme,
                type,
                from,
                until,
                number(numbers, "planned"),
                number(numbers, "held"),
                number(numbers, "cancelled"),
                number(numbers, "toCome"),
                number(numbers, "neverHeld"),
                numbers.containsKey("participants") ? "EXACT" : null,
                numbers.get("participants"),
                people,
                row.track(),
                array(connection, row.municipalities()));
        return row;
    }

    private Row session(Connection connection, String programme, Random random) throws SQLException {
        var day = random.nextInt(10) == 0
                ? LocalDate.of(2190, 1, 1 + random.nextInt(9))
                : LocalDate.of(2010, 1, 1).plusDays(random.nextInt(730));
        var places = day.getYear() > 2010 ? List.of(List.<String>of(), List.of("GM0983"), List.of("GM0344")) : PLACES;
        var type = one(TYPES, random);
        var fate = day.getYear() > 2100 ? "toCome" : one(List.of("held", "held", "cancelled", "neverHeld"), random);
        var people = fate.equals("held") ? one(List.of("OTHER", "STUDENTS"), random) : null;
        var numbers = new LinkedHashMap<String, Long>();
        NUMBERS.subList(1, 5).forEach(number -> numbers.put(number, number.equals(fate) ? 1L : 0L));
        numbers.put("planned", 1L);
        if (fate.equals("held")) {
            numbers.put("participants", (long) random.nextInt(30));
        }
        var inclusions = records.stream()
                .filter(Row::tally)
                .map(tally -> tally.id().toString())
                .collect(Collectors.toCollection(ArrayList::new));
        inclusions.addAll(List.of("NONE", "UNKNOWN"));
        var row = new Row(
                UUID.randomUUID(),
                false,
                type,
                people == null ? GROUPS.get(type) : people,
                people,
                maybe(TRACKS, random),
                maybe(PROJECTS, random),
                day,
                day.plusDays(1),
                one(places, random),
                maybe(inclusions, random),
                numbers);
        RollCallFixture.execute(
                connection,
                SESSION,
                row.id(),
                fate.equals("held") ? "HELD" : fate.equals("cancelled") ? "CANCELLED" : "PLANNED",
                programme,
                type,
                day,
                row.project() == null ? null : UUID.fromString(row.project()),
                row.track(),
                array(connection, row.municipalities()),
                row.includedIn(),
                fate.equals("cancelled") ? "ill" : null);
        if (fate.equals("held")) {
            RollCallFixture.execute(connection, HEAD_COUNT, row.id(), people, numbers.get("participants"));
        }
        return row;
    }

    private static Integer number(Map<String, Long> numbers, String name) {
        return numbers.containsKey(name) ? numbers.get(name).intValue() : null;
    }

    private static java.sql.Array array(Connection connection, Collection<String> codes) throws SQLException {
        return connection.createArrayOf("text", codes.toArray());
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String maybe(List<String> values, Random random) {
        return Stream.concat(values.stream(), Stream.of((String) null)).toList().get(random.nextInt(values.size() + 1));
    }
}
