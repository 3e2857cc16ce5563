package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.post;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random corrections, changes and withdrawals: lists and figures equal a plain model, also as of each moment. */
@QuarkusTest
class RecordHistoryPropertyTest {
    private static final String TYPE = "HISTORY_TYPE";
    private static final int STEPS = 40;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void trainingType() {
        type(TYPE, "STUDENTS");
    }

    /** A migration that adds a column makes its view anew. */
    @Test
    void viewsOfThePastHaveTheColumnsOfTheirTables() throws Exception {
        assertEquals(List.of(), RowPolicies.asOwner("""
                    select t.table_name || '.' || t.column_name
                    from information_schema.tables v
                    join information_schema.columns t on t.table_schema = 'public' and t.table_name = v.table_name
                    where v.table_schema = 'as_of'
                        and not exists (select from information_schema.columns c where c.table_schema = 'as_of'
                            and c.table_name = t.table_name and c.column_name = t.column_name
                            and c.data_type = t.data_type)
                    order by 1
                    """));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void listsAndFiguresEqualModelAsOfEachMoment(long seed) {
        var story = new Story("HISTORY-" + seed, new Random(seed));
        var moments = new LinkedHashMap<Instant, Map<Kind, Map<String, Integer>>>();
        for (var step = 0; step < STEPS; step++) {
            story.go(step);
            moments.put(Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS), story.standing());
            story.assertEqual(story.standing(), null);
        }
        moments.forEach((moment, standing) -> story.assertEqual(standing, moment));
    }

    /** Sessions and tallies take the phenomenon, and sessions the target group, from the type of training. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void figuresAsOfEachMomentHaveTypesAsTheyWereThen(long seed) {
        var random = new Random(seed);
        var programme = "TYPES-" + seed;
        var types = new TreeMap<String, String>();
        for (var code : List.of("PAST_A" + seed, "PAST_B" + seed)) {
            types.put(
                    code,
                    post(
                                    "/v1/training-types",
                                    "{'code':'%s','name':'n','nameDutch':'n','targetGroup':'STUDENTS'}".formatted(code))
                            .statusCode(201)
                            .extract()
                            .header("Location"));
        }
        var moments = new LinkedHashMap<Instant, Map<String, List<?>>>();
        for (var step = 0; step < STEPS; step++) {
            var code = random.nextBoolean() ? types.firstKey() : types.lastKey();
            var day = LocalDate.of(2010, 1, 1).plusDays(2L * step);
            switch (random.nextInt(3)) {
                case 0 ->
                    held(planned(programme, code, day.toString()), 1 + random.nextInt(20))
                            .statusCode(201);
                case 1 ->
                    tally(
                            programme,
                            day.toString(),
                            day.plusDays(1).toString(),
                            "'trainingType':'%s','participants':{'kind':'EXACT','value':%d}"
                                    .formatted(code, 1 + random.nextInt(20)));
                default ->
                    NetworksTest.patch(
                                    types.get(code),
                                    "*",
                                    "{'targetGroup':'%s','phenomenon':%s}"
                                            .formatted(
                                                    random.nextBoolean() ? "STUDENTS" : "YOUTH_AND_PUPILS",
                                                    List.of("null", "'POLARISATION'", "'RIGHT_WING_EXTREMISM'")
                                                            .get(random.nextInt(3))))
                            .statusCode(200);
            }
            moments.put(
                    Instant.now().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS), figures(programme, ""));
        }
        moments.forEach((moment, then) -> assertEquals(then, figures(programme, "&asOf=" + moment), "as of " + moment));
    }

    /** The groups of a programme with the numbers of participants. */
    private static Map<String, List<?>> figures(String programme, String asOf) {
        var figures = new TreeMap<String, List<?>>();
        for (var path : List.of("/v1/training-statistics", "/v1/training-statistics/reach")) {
            for (var by : List.of("targetGroup", "phenomenon")) {
                var number = path.endsWith("reach") ? "reach" : "participants";
                List<Map<String, Object>> rows = analyst()
                        .get(path + "?programme=" + programme + "&by=" + by + asOf)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("rows");
                figures.put(
                        path + " by " + by,
                        rows.stream()
                                .map(row -> row.get(by) + " " + row.get(number))
                                .sorted()
                                .toList());
            }
        }
        return figures;
    }

    /** A kind of record, with the field that holds its number. */
    private enum Kind {
        TRAINING_TALLY("/v1/training-tallies", "participants", "'trainingType':'" + TYPE + "'"),
        ADVICE_TALLY("/v1/advice-question-tallies", "received", "'theme':'OTHER'"),
        MEETING("/v1/network-meetings", "attendance", "'title':'A meeting'"),
        NETWORK("/v1/networks", "memberCount", "'name':'n','kind':'PLATFORM','memberKind':'ORGANISATION'"),
        COMPLETION("/v1/learning-modules/%s/completions", "completions", null);

        private final String path;
        private final String field;
        private final String stated;

        Kind(String path, String field, String stated) {
            this.path = path;
            this.field = field;
            this.stated = stated;
        }

        String number(int value) {
            return "'" + field + "':{'kind':'EXACT','value':" + value + "}";
        }
    }

    /** The steps, with a model of the numbers of the records that stand. */
    private static final class Story {
        private final String programme;
        private final Random random;
        private final String module;
        private final Map<Kind, Map<String, Integer>> standing = new EnumMap<>(Kind.class);

        Story(String programme, Random random) {
            this.programme = programme;
            this.random = random;
            this.module = post(
                            "/v1/learning-modules",
                            "{'programme':'%s','title':'m','source':'test'}".formatted(programme))
                    .statusCode(201)
                    .extract()
                    .path("id");
            List.of(Kind.values()).forEach(kind -> standing.put(kind, new TreeMap<>()));
        }

        void go(int step) {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            var records = standing.get(kind);
            var number = random.nextInt(1_000);
            if (records.size() < 2 || random.nextInt(4) == 0) {
                records.put(create(kind, step, number), number);
                return;
            }
            var id = List.copyOf(records.keySet()).get(random.nextInt(records.size()));
            if (kind == Kind.NETWORK) {
                NetworksTest.patch(path(kind) + "/" + id, "*", "{" + kind.number(number) + "}")
                        .statusCode(200);
                records.put(id, number);
                return;
            }
            if (random.nextInt(3) == 0) {
                post(path(kind) + "/" + id + "/withdrawal", "{'reason':'r'}").statusCode(200);
                records.remove(id);
                return;
            }
            // A correction to the same is refused.
            var other = number == records.get(id) ? number + 1 : number;
            post(path(kind) + "/" + id + "/corrections", "{'reason':'r'," + kind.number(other) + "}")
                    .statusCode(201);
            records.put(id, other);
        }

        private String create(Kind kind, int step, int number) {
            var day = LocalDate.of(2010, 1, 1).plusDays(step);
            var period = "'period':{'from':'%s','until':'%s'},".formatted(day, day.plusDays(1));
            return post(
                            path(kind),
                            "{"
                                    + (kind == Kind.COMPLETION
                                            ? ""
                                            : "'programme':'" + programme + "'," + kind.stated + ",")
                                    + (kind == Kind.NETWORK ? "" : period) + "'source':'test'," + kind.number(number)
                                    + "}")
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        private String path(Kind kind) {
            return kind.path.formatted(module);
        }

        Map<Kind, Map<String, Integer>> standing() {
            var copy = new EnumMap<Kind, Map<String, Integer>>(Kind.class);
            standing.forEach((kind, records) -> copy.put(kind, new TreeMap<>(records)));
            return copy;
        }

        void assertEqual(Map<Kind, Map<String, Integer>> expected, Instant asOf) {
            for (var kind : Kind.values()) {
                var list = get(path(kind) + "?pageSize=200"
                                + (kind == Kind.COMPLETION ? "" : "&programme=" + programme)
                                + (asOf == null ? "" : "&asOf=" + asOf))
                        .statusCode(200)
                        .extract();
                List<String> ids = list.path("items.id");
                List<Integer> numbers = list.path("items." + kind.field + ".value");
                var listed = new TreeMap<String, Integer>();
                for (var i = 0; i < ids.size(); i++) {
                    listed.put(ids.get(i), numbers.get(i));
                }
                assertEquals(expected.get(kind), listed, kind + " as of " + asOf);
            }
            var figures = analyst()
                    .get("/v1/training-statistics?programme=" + programme + (asOf == null ? "" : "&asOf=" + asOf))
                    .then()
                    .statusCode(200)
                    .extract();
            Integer participants = figures.path("totals[0].participants.best");
            assertEquals(sum(expected, Kind.TRAINING_TALLY), participants, "participants as of " + asOf);
            Integer attendance = figures.path("meetings.attendance.value.sum()");
            assertEquals(
                    sum(expected, Kind.MEETING), attendance == null || attendance == 0 ? null : attendance, "meetings");
            if (asOf == null) {
                Integer received = analyst()
                        .get("/v1/advice-question-statistics?programme=" + programme)
                        .path("totals[0].received.best");
                assertEquals(sum(expected, Kind.ADVICE_TALLY), received);
            }
        }

        private static Integer sum(Map<Kind, Map<String, Integer>> records, Kind kind) {
            return records.get(kind).isEmpty()
                    ? null
                    : records.get(kind).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
        }
    }
}
