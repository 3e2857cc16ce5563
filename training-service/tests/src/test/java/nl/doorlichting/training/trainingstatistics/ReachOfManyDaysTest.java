package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.MUNICIPALITY;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROVINCE;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;
import static nl.doorlichting.domain.figures.Dimension.YEAR;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer is made from grows with its rows, however many sessions and days there are. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "training"))
class ReachOfManyDaysTest {
    private static final int SESSIONS = 25_000;
    private static final int PLACES = 25;
    private static final String PROGRAMME = "MANY-DAYS";
    private static final String TALLIED = "MANY-DAYS-TALLIED";
    private static final String TYPES = """
            insert into training_type (id, code, name, name_dutch, target_group, phenomenon, created_at, created_by, version)
            select gen_random_uuid(), 'MANY_' || n, 'n', 'n', 'OTHER', (array['POLARISATION', null])[n], now(), 'x', 0
            from generate_series(1, 2) n
            """;
    // In each of 25 municipalities one session a day.
    private static final String HELD = """
            insert into training_session (id, status, programme, training_type, title, session_date, track, action_line,
                place_scope, place_municipalities, source, created_at, created_by, version)
            select gen_random_uuid(), 'HELD', '%1$s', 'MANY_' || 1 + n %% 2, 't', date '2007-01-01' + n / 25,
                (array['LOCAL', 'NATIONAL'])[1 + n %% 2], (array['PREVENTION', 'PROACTION', null])[1 + n %% 3],
                'MUNICIPAL', array[(array[%2$s])[1 + n %% 25]], 's', now(), 'x', 0
            from generate_series(0, %3$d - 1) n
            """;
    private static final String COUNTED = """
            insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind,
                quantity_value, method, absent, excused)
            select id, 1, now(), 'x', (array['OTHER', 'STUDENTS'])[1 + (session_date - date '2007-01-01') %% 2], 'EXACT', 20,
                'ROLL_CALL', 0, 0
            from training_session where programme = '%s'
            """;
    private static final String TALLY = """
            insert into training_tally (tally_id, version, recorded_at, recorded_by, programme, period_from, period_until,
                sessions_held, quantity_kind, quantity_value, target_group, place_scope, place_municipalities, source)
            values (gen_random_uuid(), 1, now(), 'x', '%s', '2007-03-10', '2009-02-01', 3, 'EXACT', 30, 'OTHER',
                'UNSPECIFIED', '{}', 's')
            """;

    @Inject
    SumsJobs jobs;

    @Inject
    TrainingReachFacts reach;

    @Inject
    SessionFacts sessions;

    private final TestDatabase database = new TestDatabase(
            ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
            "training_owner",
            "training_app");

    @BeforeEach
    void fill() throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            if (isFilled(statement)) {
                return;
            }
            connection.setAutoCommit(false);
            statement.execute(TYPES);
            statement.execute("alter table training_session disable trigger user");
            statement.execute("alter table head_count disable trigger user");
            for (var programme : List.of(PROGRAMME, TALLIED)) {
                statement.execute(HELD.formatted(programme, municipalities(), SESSIONS));
                statement.execute(COUNTED.formatted(programme));
            }
            statement.execute(TALLY.formatted(TALLIED));
            statement.execute("alter table training_session enable trigger user");
            statement.execute("alter table head_count enable trigger user");
            statement.execute("select rebuild_training_sums()");
            connection.commit();
        }
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        jobs.fold();
    }

    static Stream<List<Dimension>> byThree() {
        return Stream.of(
                List.of(TRACK, ACTION_LINE, MUNICIPALITY),
                List.of(YEAR, TRACK, MUNICIPALITY),
                List.of(TRACK, PHENOMENON, PROVINCE),
                List.of(ACTION_LINE, TARGET_GROUP, PROVINCE),
                List.of(TARGET_GROUP, TRACK, ACTION_LINE));
    }

    @ParameterizedTest
    @MethodSource("byThree")
    void readsGroupsOfRowsAndNotOfDays(List<Dimension> by) {
        // A province is put together from its municipalities.
        var places = by.contains(PROVINCE) ? PLACES : 1;
        assertReadsGroupsOfRows(question(PROGRAMME, by), places);
        // Of each row those before, in and after the days of the tally, and those that it may hold apart from others.
        assertReadsGroupsOfRows(question(TALLIED, by), 8 * places);
    }

    private void assertReadsGroupsOfRows(Question question, int each) {
        var rows = new AtomicInteger();
        QuarkusTransaction.requiringNew().run(() -> reach.table(question, rows::set));
        QuarkusTransaction.requiringNew().run(() -> {
            var tallies = reach.tallies(question);
            var days = DaysAlike.of(question, tallies.stream().map(Fact::period).toList(), List.of());
            try (var groups = reach.sessions(question, tallies, days, new SqlConditions())) {
                var number = groups.count();
                assertTrue(number <= (long) each * rows.get(), () -> number + " groups for " + rows + " rows");
            }
        });
    }

    @Test
    void refusesMoreRowsThanAnAnswerHasAndNamesTable() {
        get("?by=period,track,municipality")
                .statusCode(400)
                .body("violations.code", contains("TOO_MANY_ROWS"))
                .body("violations[0].parameters.maximum", equalTo(20_000))
                .body("violations[0].parameters.operation", containsString("/csv"));
        get("/csv?by=period,track,municipality").statusCode(200);
        get("?by=period,track,municipality&from=2007-01-01&until=2008-01-01")
                .statusCode(200)
                .body("rows.size()", equalTo(365 * PLACES));
    }

    @Test
    void statisticsReadGroupsOfRowsAndNotOfDays() {
        var by = Question.of(Structure.TRAINING).rowsBy(TRACK, ACTION_LINE, MUNICIPALITY);
        var question = new Question(by.structure(), TALLIED, null, null, by.by(), by.only(), null, null);
        var tallies = Set.of(Period.of("2007-03-10/2009-02-01"));
        var groups = new AtomicInteger();
        QuarkusTransaction.requiringNew()
                .run(() -> sessions.of(question, tallies, LocalDate.of(2011, 1, 1), groups::incrementAndGet));
        // Types and groups of people are apart, because a tally may hold those of one.
        var most = 150 * 4 * 4;
        assertTrue(groups.get() <= most, () -> groups + " groups");
    }

    /** One waits for another, and each is answered: also those after one that was refused. */
    @Test
    void answersManyLargeQuestionsAtOnce() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var asked = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 32; i++) {
                var question = i % 4 == 0
                        ? "?by=period,track,municipality"
                        : "?by=period,track,municipality&until=2007-0" + (2 + i % 7) + "-01";
                asked.add(() -> get(question).extract().statusCode());
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(asked)) {
                statuses.add(answer.get());
            }
            assertEquals(8, statuses.stream().filter(status -> status == 400).count(), statuses::toString);
            assertEquals(24, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void findsEntriesOfFewDaysByIndex() throws SQLException {
        try (var connection = database.asOwner()) {
            var plan = plan(
                    connection,
                    "select * from training_entry where programme = '" + PROGRAMME
                            + "' and session_date >= date '2008-03-01' and session_date < date '2008-03-05'");
            assertTrue(plan.contains("ix_training_entry_programme_session_date"), plan);
        }
    }

    private static Question question(String programme, List<Dimension> by) {
        var all = Question.of(Structure.REACH).rowsBy(by.toArray(Dimension[]::new));
        return new Question(all.structure(), programme, null, null, all.by(), all.only(), null, null);
    }

    private static ValidatableResponse get(String question) {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/training-statistics/reach" + question + "&programme=" + PROGRAMME)
                .then();
    }

    private static boolean isFilled(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("select 1 from training_session where programme = '" + TALLIED + "'")) {
            return found.next();
        }
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return String.join("\n", lines);
        }
    }

    private static String municipalities() {
        return MunicipalityRegister.builtIn().validOn(LocalDate.of(2010, 6, 1)).stream()
                .limit(PLACES)
                .map(one -> "'" + one.code() + "'")
                .collect(Collectors.joining(", "));
    }
}
