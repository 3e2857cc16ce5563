package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.databases.DatabaseSize;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Everyday questions about 1,000,000 observations take hardly more time than those about 10,000, because they are answered
 * from sums. Beside it the same answers from all observations.
 */
@ReportingServiceTest
class ReachStatisticsBenchmark {
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("observations", 1_000_000);
    private static final int ROUNDS = 31;
    private static final int ROUNDS_WITHOUT_SUMS = 3;
    private static final double LIMIT = 3;
    private static final List<String> EVERYDAY = List.of(
            "by=period,targetGroup&track=LOCAL",
            "by=period,targetGroup&actionLine=PREVENTION",
            "by=period,track,actionLine",
            "by=period,intensity",
            "by=period,fundingInstrument",
            "by=year,targetGroup");
    // With as many rows or groups as there are places or combinations, which few observations have not all.
    private static final List<String> WIDE = List.of(
            "by=municipality&from=2010-01-01&until=2011-01-01",
            "by=municipality&targetGroup=OTHER",
            "by=province&boundaries=2020-01-01",
            "by=interventionType,phenomenon");
    private static final List<String> ENTRIES = List.of("by=municipality,track", "by=period&asOf=2026-01-02T00:00:00Z");

    // Five programmes of projects, of which each has its kind of activity and its municipality.
    private static final String OBSERVATIONS = """
            insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally, programme, project_id,
                organisation_id, track, action_line, funding_instrument, intervention_types, phenomena, period_from,
                period_until, target_group, quantity_kind, quantity_value, quantity_minimum, quantity_maximum, place_scope,
                place_municipalities, intensity, source)
            select gen_random_uuid(), 1, '2026-01-01', 'x', false, '%1$s' || project %% 5,
                md5('%1$s' || project)::uuid, 'O' || project %% 500,
                (array['LOCAL', 'NATIONAL', 'INTERNATIONAL'])[1 + kind %% 3],
                (array['PREVENTION', 'PROACTION', 'REPRESSION'])[1 + kind / 3 %% 3],
                (array['DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE'])[1 + kind %% 5],
                cast((array['{AWARENESS}', '{NETWORK_BUILDING}', '{AWARENESS,KNOWLEDGE_EXCHANGE}', '{}'])[1 + kind %% 4]
                    as text[]),
                cast((array['{POLARISATION}', '{ISLAMIST_EXTREMISM}', '{}'])[1 + kind %% 3] as text[]),
                case when n %% 20 = 0 then date '2007-01-01' else make_date(2004 + n / %3$d %% 10, 1, 1) end,
                case when n %% 20 = 0 then date '2010-01-01' else make_date(2005 + n / %3$d %% 10, 1, 1) end,
                (array['YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'STUDENTS', 'OTHER'])[1 + abs(hashint4(n)) %% 4],
                case when n %% 7 = 0 then 'RANGE' else 'EXACT' end, case when n %% 7 <> 0 then n %% 500 end,
                case when n %% 7 = 0 then 10 end, case when n %% 7 = 0 then 20 end, 'MUNICIPAL',
                array[(array[%4$s])[1 + abs(hashint4(project)) %% 300]],
                (array['INDIVIDUAL_GUIDANCE', 'COURSE', 'EVENT', 'EXHIBITION', 'MEDIA'])[1 + abs(hashint4(n)) / 4 %% 5], 's'
            from (select n, n %% %3$d as project, abs(hashint4(n %% %3$d + 7)) %% 40 as kind
                from generate_series(1, %2$d) n) made
            """;

    private static final int TRIES = 20;
    private static final int WARMING = 150;
    private static final int MEASURED = 150;
    private static final Question OF_PROGRAMME =
            new Question(Structure.REACH, "CPU0", null, null, null, Map.of(), null, null);
    private static final List<Question> OF_CPU = List.of(
            OF_PROGRAMME.rowsBy(Dimension.TARGET_GROUP, Dimension.YEAR).only(Dimension.TRACK, Track.LOCAL),
            OF_PROGRAMME.rowsBy(Dimension.MUNICIPALITY),
            OF_PROGRAMME
                    .rowsBy(Dimension.MUNICIPALITY)
                    .only(Dimension.TARGET_GROUP, TargetGroup.OTHER)
                    .within(LocalDate.of(2008, 1, 1), LocalDate.of(2011, 1, 1)),
            OF_PROGRAMME.rowsBy(Dimension.MUNICIPALITY).onMapOf(LocalDate.of(2024, 1, 1)),
            OF_PROGRAMME.rowsBy(Dimension.PROVINCE).onMapOf(LocalDate.of(2020, 1, 1)));

    @Inject
    SumsService service;

    @Inject
    RecentReach recent;

    @Inject
    ReachFacts facts;

    @Inject
    MunicipalityRegister register;

    @Inject
    Sums sums;

    @Test
    void everydayAnswersStayFlat() throws SQLException {
        owner("alter table reach_observation alter column x set default '0'");
        owner(OBSERVATIONS.formatted("FEW", FEW, FEW / 50, municipalities()));
        var before = size();
        owner(OBSERVATIONS.formatted("MANY", MANY, MANY / 50, municipalities()));
        owner("alter table reach_observation alter column x set default pg_current_xact_id()");
        forgetSums();
        var began = System.nanoTime();
        service.fold(sums);
        System.out.printf("%nsums of %,d observations are made in %.0f s%n", MANY, seconds(began));
        owner("vacuum analyze");
        System.out.printf("%,d observations take %s%n", MANY, size().since(before, MANY));
        System.out.printf("%-52s %10s %10s %6s%n", "reach-statistics, median ms", "few", "many", "ratio");
        EVERYDAY.forEach(ReachStatisticsBenchmark::ratio);
        System.out.println("warm:");
        var worst = EVERYDAY.stream()
                .mapToDouble(ReachStatisticsBenchmark::ratio)
                .max()
                .orElseThrow();
        System.out.println("of many places and combinations:");
        WIDE.forEach(ReachStatisticsBenchmark::ratio);
        assertEquals(0, service.check(sums));
        System.out.println("from all observations:");
        forgetSums();
        for (var questions : List.of(EVERYDAY, WIDE, ENTRIES)) {
            questions.forEach(question ->
                    System.out.printf("%-52s %21.1f%n", question, median("MANY0", question, ROUNDS_WITHOUT_SUMS)));
        }
        assertTrue(worst <= LIMIT, "many take " + worst + " times as long as few");
    }

    /** CPU of one answer after another, each with a read of what was recorded since, as nobody shares it. */
    @Test
    void answersFromMemoryTakeLittleTime() throws SQLException {
        owner("alter table reach_observation alter column x set default '0'");
        owner(OBSERVATIONS.formatted("CPU", MANY, MANY / 50, municipalities()));
        owner("alter table reach_observation alter column x set default pg_current_xact_id()");
        forgetSums();
        service.fold(sums);
        owner("vacuum analyze");
        System.out.printf(
                "%n%-52s %32s %32s%n", "CPU in us: request, read, PostgreSQL", "from memory", "from the database");
        for (var round = 0; round < 2; round++) {
            for (var question : OF_CPU) {
                System.out.printf("%-52s", question.parameters());
                printCpu(() -> TableMaker.table(
                        question,
                        register,
                        ReachSql.measure(),
                        Stream.generate(() -> recent.of(question))
                                .limit(TRIES)
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElseThrow()
                                .figures()));
                printCpu(() -> QuarkusTransaction.requiringNew().call(() -> facts.table(question, rows -> {})));
                System.out.println();
            }
        }
    }

    private static void printCpu(Supplier<?> answer) throws SQLException {
        for (var i = 0; i < WARMING; i++) {
            answer.get();
        }
        var before = cpu();
        for (var i = 0; i < MEASURED; i++) {
            answer.get();
        }
        var after = cpu();
        System.out.printf(
                " %10d %10d %10d",
                (after[0] - before[0]) / 1000 / MEASURED,
                (after[1] - before[1]) / 1000 / MEASURED,
                (after[2] - before[2]) / 1000 / MEASURED);
    }

    /** Nanoseconds of this thread, of the one that reads changes, and of all connections. */
    private static long[] cpu() throws SQLException {
        var threads = ManagementFactory.getThreadMXBean();
        var reading = Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("recent-reach"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
        var ofDatabase = 0L;
        try (var connection = database().asOwner();
                var statement = connection.createStatement();
                var processes = statement.executeQuery(
                        "select pg_stat_get_backend_pid(b) from pg_stat_get_backend_idset() b where"
                                + " pg_stat_get_backend_pid(b) <> pg_backend_pid()")) {
            while (processes.next()) {
                var scheduled = Path.of("/proc", processes.getString(1), "schedstat");
                ofDatabase += Long.parseLong(Files.readString(scheduled).split(" ")[0]);
            }
        } catch (IOException notOnLinux) {
            ofDatabase = 0;
        }
        return new long[] {threads.getCurrentThreadCpuTime(), reading, ofDatabase};
    }

    private static String municipalities() {
        return MunicipalityRegister.builtIn().validOn(LocalDate.of(2010, 6, 1)).stream()
                .map(one -> "'" + one.code() + "'")
                .sorted()
                .limit(300)
                .collect(Collectors.joining(", "));
    }

    private static double ratio(String question) {
        var few = median("FEW0", question, ROUNDS);
        var many = median("MANY0", question, ROUNDS);
        System.out.printf("%-52s %10.1f %10.1f %6.2f%n", question, few, many, many / few);
        return many / few;
    }

    private static double median(String programme, String question, int rounds) {
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++) {
            var began = System.nanoTime();
            RestAssured.given()
                    .urlEncodingEnabled(false)
                    .auth()
                    .oauth2(TestIssuer.token(Role.ANALYST))
                    .get("/v1/reach-statistics?programme=" + programme + "&" + question)
                    .then()
                    .statusCode(200);
            times[i] = seconds(began) * 1000;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = database().asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So that they are made anew. */
    private static void forgetSums() throws SQLException {
        owner("update sums_snapshot set cluster = 1");
    }

    private static DatabaseSize size() throws SQLException {
        try (var connection = database().asOwner()) {
            return DatabaseSize.of(connection);
        }
    }

    private static TestDatabase database() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        return new TestDatabase(url, "reporting_owner", "reporting_app");
    }
}
