package nl.doorlichting.training.trainingstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.testing.databases.DatabaseSize;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Statistics over 1,000,000 attendances take at most twice the time of those over 10,000, for every dimension. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "training"))
class TrainingStatisticsBenchmark {
    private static final int PRESENT = 20;
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final double LIMIT = 2;
    private static final int ROUNDS = 41;
    // A query with this prefix is for reach.
    private static final String REACH = " (reach)";
    private static final List<String> QUESTIONS = List.of(
            "by=trainingType",
            "by=year",
            "by=municipality",
            "by=province",
            "by=targetGroup",
            "by=phenomenon",
            "by=year,trainingType",
            "by=trainingType&from=2009-01-01&until=2010-01-01",
            "by=trainingType&municipality=GM0200",
            "by=year&province=PV31",
            "by=track,actionLine",
            "by=municipality&from=2009-01-01&until=2010-01-01",
            "by=municipality&boundaries=2011-01-01",
            "by=targetGroup" + REACH,
            "by=targetGroup&from=2009-01-01&until=2010-01-01" + REACH,
            "by=targetGroup&track=LOCAL" + REACH,
            "by=municipality" + REACH);
    // By period the answer has a row for each day; professions and cut months by place are read from the sessions.
    // Printed without a limit.
    private static final List<String> GROWING = List.of(
            "by=period,targetGroup" + REACH,
            "by=municipality&from=2009-01-15&until=2010-01-15" + REACH,
            "by=profession",
            "by=year,profession");
    private static final String TYPES = """
            insert into training_type (id, code, name, name_dutch, target_group, phenomenon, created_at, created_by,
                version)
            select gen_random_uuid(), 'T' || n, 'n', 'n',
                (array['STUDENTS', 'OTHER', 'PROFESSIONALS_AND_OFFICIALS'])[1 + n % 3],
                (array['POLARISATION', 'ISLAMIST_EXTREMISM', null])[1 + n % 3], now(), 'x', 0
            from generate_series(0, 6) n
            """;
    // Five years, seven types, a hundred municipalities; each session with twenty of four professions.
    private static final String SESSIONS = """
            insert into training_session (id, status, programme, training_type, title, session_date, place_scope,
                place_municipalities, source, created_at, created_by, version)
            select gen_random_uuid(), 'HELD', '%1$s', 'T' || n %% 7, 't', date '2007-01-01' + (n * 7919) %% 1826,
                'MUNICIPAL', array[(array[%3$s])[1 + n %% 100]], 's', now(), 'x', 0
            from generate_series(1, %2$d) n
            """;
    private static final String COUNTS = """
            insert into head_count (session_id, version, recorded_at, recorded_by, target_group, quantity_kind,
                quantity_value, method, absent, excused)
            select id, 1, now(), 'x', 'OTHER', 'EXACT', %2$d, 'ROLL_CALL', 0, 0 from training_session
            where programme = '%1$s'
            """;
    private static final String ATTENDANCES = """
            insert into attendance (session_id, version, line, status, profession)
            select s.id, 1, line, 'PRESENT', (array['POLICE', 'EDUCATION', 'YOUTH_WORK', 'JUSTICE'])[1 + line %% 4]
            from training_session s, generate_series(1, %2$d) line where s.programme = '%1$s'
            """;
    private static final String PROFESSIONS = """
            insert into profession_count
            select session_id, version, profession, count(*) from attendance group by 1, 2, 3
            on conflict do nothing
            """;

    @Inject
    SumsJobs jobs;

    @Test
    void statisticsStayFlat() throws SQLException {
        fill();
        jobs.fold();
        var worst = 0.0;
        System.out.printf("%-46s %12s %12s %6s%n", "training-statistics, median ms", "10,000", "1,000,000", "ratio");
        QUESTIONS.forEach(TrainingStatisticsBenchmark::ratio);
        System.out.println("warm:");
        for (var question : QUESTIONS) {
            worst = Math.max(worst, ratio(question));
        }
        System.out.println("with days of their own, from sessions:");
        GROWING.forEach(TrainingStatisticsBenchmark::ratio);
        System.out.printf("worst ratio %.2f, limit %.0f%n", worst, LIMIT);
        assertTrue(worst <= LIMIT, "1,000,000 take " + worst + " times as long as 10,000");
        assertEquals(FEW, participants("FEW"));
        assertEquals(MANY, participants("MANY"));
    }

    /** In turns, so that other load of the machine affects both. */
    private static double ratio(String question) {
        var few = new double[ROUNDS];
        var many = new double[ROUNDS];
        for (var i = -10; i < ROUNDS; i++) {
            var ofFew = time("FEW", question);
            var ofMany = time("MANY", question);
            if (i >= 0) {
                few[i] = ofFew;
                many[i] = ofMany;
            }
        }
        Arrays.sort(few);
        Arrays.sort(many);
        var ratio = many[ROUNDS / 2] / few[ROUNDS / 2];
        System.out.printf("%-46s %12.1f %12.1f %6.2f%n", question, few[ROUNDS / 2], many[ROUNDS / 2], ratio);
        return ratio;
    }

    private static double time(String programme, String question) {
        var started = System.nanoTime();
        RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get(path(question) + "programme=" + programme + "&" + question.replace(REACH, ""))
                .then()
                .statusCode(200);
        return (System.nanoTime() - started) / 1e6;
    }

    private static String path(String question) {
        return "/v1/training-statistics" + (question.endsWith(REACH) ? "/reach?" : "?");
    }

    private static int participants(String programme) {
        return RestAssured.given()
                .auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/training-statistics?programme=" + programme)
                .then()
                .extract()
                .path("totals[0].participants.best");
    }

    private static String municipalities() {
        return MunicipalityRegister.builtIn().validOn(LocalDate.of(2010, 6, 1)).stream()
                .sorted(Comparator.comparing(one -> one.code().substring(4)))
                .limit(100)
                .map(one -> "'" + one.code() + "'")
                .collect(Collectors.joining(", "));
    }

    private static void fill() throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = new TestDatabase(url, "training_owner", "training_app").asOwner();
                var statement = connection.createStatement()) {
            // The triggers do the same by session; here one statement sums a million.
            statement.execute("alter table training_session disable trigger tr_training_session_entry");
            statement.execute("alter table head_count disable trigger tr_head_count_entry");
            statement.execute(TYPES);
            add(statement, "FEW", FEW);
            var before = DatabaseSize.of(connection);
            add(statement, "MANY", MANY);
            var size = DatabaseSize.of(connection);
            System.out.printf(
                    "%,d attendances at %,d sessions take %s%n", MANY, MANY / PRESENT, size.since(before, MANY));
        }
    }

    private static void add(Statement statement, String programme, int attendances) throws SQLException {
        statement.execute(SESSIONS.formatted(programme, attendances / PRESENT, municipalities()));
        statement.execute(COUNTS.formatted(programme, PRESENT));
        statement.execute(ATTENDANCES.formatted(programme, PRESENT));
        statement.execute(PROFESSIONS);
        statement.execute("select rebuild_training_sums()");
        statement.execute("vacuum analyze");
    }
}
