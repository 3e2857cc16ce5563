package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/**
 * Places with other fields, and fields without places, of one programme of {@code -Dobservations}: from observations, from sums by
 * field, and from what is packed. The same of all programmes, of which 19 others have {@code -Dothers}: two a third of them each, and
 * 17 the rest. Of these the large ones are packed too.
 */
@ReportingServiceTest
class PackedReachBenchmark {
    private static final int OBSERVATIONS = Integer.getInteger("observations", 1_000_000);
    private static final int OTHERS = Integer.getInteger("others", OBSERVATIONS / 2);
    private static final int FIRST_OF_OTHERS = 1_000_000_000;
    private static final int IN_TURN = 50_000;
    private static final int ROUNDS = 3;
    private static final double MOST_SECONDS = 2;
    private static final int FOLDS = 20;
    private static final int FOLDED = 100;
    private static final int LATER = 9_000;
    private static final Duration BETWEEN_COLLECTIONS = Duration.ofMillis(20);
    private static final long MOST_LIVE = 60L << 20;
    private static final String ALL_PROGRAMMES = "";
    private static final String PROGRAMME = "programme=PACKED&";
    private static final String OF_PROGRAMME = "'PACKED'";
    private static final String OF_OTHERS = "'OTHER' || case n %% 3 when 0 then 3 + n / 3 %% 17 else n %% 3 end";
    private static final List<String> PLACES = List.of(
            "by=municipality,track",
            "by=municipality,phenomenon,intensity",
            "by=municipality,interventionType&boundaries=2020-01-01",
            "by=province,fundingInstrument,year",
            "by=province,actionLine,targetGroup&track=LOCAL&from=2008-01-01&until=2011-01-01");
    private static final List<String> FIELDS = List.of(
            "by=track,fundingInstrument,intensity",
            "by=phenomenon,actionLine,year",
            "by=interventionType,phenomenon,roundId",
            "by=interventionType");

    // Of 20,000 kinds of activity, four target groups, five intensities, 300 municipalities and 120 months.
    private static final String INSERT = """
            insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally, programme, project_id,
                organisation_id, track, action_line, funding_instrument, intervention_types, phenomena, period_from,
                period_until, target_group, quantity_kind, quantity_value, quantity_minimum, quantity_maximum, place_scope,
                place_municipalities, intensity, included_in, source)
            select gen_random_uuid(), 1, '2026-01-01', 'x', false, %4$s, md5('packed' || kind)::uuid, 'O' || kind %%%% 500,
                (array['LOCAL', 'NATIONAL', 'INTERNATIONAL'])[1 + kind %%%% 3],
                (array['PREVENTION', 'PROACTION', 'REPRESSION'])[1 + kind / 3 %%%% 3],
                (array['DECENTRALISATION_GRANT', 'SUBSIDY', 'PROCUREMENT', 'PRIZE', 'OWN_EXPENDITURE'])[1 + kind / 9 %%%% 5],
                cast((array['{AWARENESS}', '{NETWORK_BUILDING}', '{AWARENESS,KNOWLEDGE_EXCHANGE}', '{}'])[1 + kind / 45 %%%% 4]
                    as text[]),
                cast((array['{POLARISATION}', '{ISLAMIST_EXTREMISM}', '{}'])[1 + kind / 180 %%%% 3] as text[]),
                month, month + interval '1 month',
                (array['YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'STUDENTS', 'OTHER'])[1 + chance %%%% 4],
                case when n %%%% 7 = 0 then 'RANGE' else 'EXACT' end, case when n %%%% 7 <> 0 then n %%%% 500 end,
                case when n %%%% 7 = 0 then 10 end, case when n %%%% 7 = 0 then 20 end, 'MUNICIPAL',
                array[(array[%3$s])[1 + chance / 4 %%%% 300]],
                (array['INDIVIDUAL_GUIDANCE', 'COURSE', 'EVENT', 'EXHIBITION', 'MEDIA'])[1 + chance / 1200 %%%% 5],
                'NONE', 's'
            from (select n, abs(hashint4(n) %%%% 20000) as kind, abs(hashint4(n + 7)) as chance,
                    date '2004-01-01' + make_interval(months => abs(hashint4(n + 9) %%%% 120)) as month
                from generate_series(%1$d, %2$d) n) made
            """;

    @Inject
    PackedReachService packed;

    @Inject
    SumsService service;

    @Inject
    Sums sums;

    @Test
    void isAnsweredInTime() throws SQLException {
        RowPolicies.asOwner("alter table reach_observation alter column x set default '0'");
        insert(1, OBSERVATIONS, OF_PROGRAMME);
        insert(FIRST_OF_OTHERS, OTHERS, OF_OTHERS);
        RowPolicies.asOwner("alter table reach_observation alter column x set default pg_current_xact_id()");
        RowPolicies.asOwner("update sums_snapshot set cluster = null where name = 'reach'");
        service.fold(sums);
        RowPolicies.asOwner("analyze");
        System.out.printf("%n%,d observations, and %,d of 19 others%n", OBSERVATIONS, OTHERS);
        print("from observations", PROGRAMME, PLACES);
        System.out.println(RowPolicies.asOwner("select count(*) || ' sums by field' from reach_by_field"));
        print("from sums by field", PROGRAMME, FIELDS);
        print("from observations, of all programmes", ALL_PROGRAMMES, PLACES);
        print("from sums by field, of all programmes", ALL_PROGRAMMES, FIELDS);
        fold();
        var began = System.nanoTime();
        packed.pack("PACKED", 0);
        System.out.printf(
                "packed in %.1f s: %s%n",
                seconds(began),
                RowPolicies.asOwner(
                        "select count(*) || ' parts, ' || pg_size_pretty(sum(length(packed))) from reach_packed"));
        assertTrue(print("from what is packed", PROGRAMME, PLACES) < MOST_SECONDS);
        assertTrue(print("from what is packed", PROGRAMME, FIELDS) < MOST_SECONDS);
        var large = packed.large(PackedReachService.LARGE);
        large.forEach(programme -> packed.pack(programme, 0));
        var ofAll = "from what is packed of %d, of all programmes".formatted(large.size());
        assertTrue(print(ofAll, ALL_PROGRAMMES, PLACES) < MOST_SECONDS);
        assertTrue(print(ofAll, ALL_PROGRAMMES, FIELDS) < MOST_SECONDS);
        insert(2 * OBSERVATIONS, LATER, OF_PROGRAMME);
        assertTrue(print("the same with %,d later entries".formatted(LATER), PROGRAMME, PLACES) < MOST_SECONDS);
        assertTrue(print("the same of all programmes", ALL_PROGRAMMES, PLACES) < MOST_SECONDS);
        System.out.println("MiB that are live at most, beside what is before");
        PLACES.forEach(question -> printLive(question, () -> ask(PROGRAMME + question)));
        PLACES.forEach(question -> printLive("of all: " + question, () -> ask(question)));
        printLive("packing these", () -> packed.pack("PACKED", 0));
        RowPolicies.asOwner("update reach_packed_programme set cluster = 1");
        printLive("packing all", () -> packed.pack("PACKED", 0));
    }

    /** What is in use after collections of garbage. */
    private static void printLive(String how, Runnable work) {
        var before = live();
        var most = new AtomicLong(before);
        var working = new AtomicBoolean(true);
        var collecting = CompletableFuture.runAsync(() -> {
            while (working.get()) {
                most.accumulateAndGet(live(), Math::max);
                // Otherwise the work would stand still.
                LockSupport.parkNanos(BETWEEN_COLLECTIONS.toNanos());
            }
        });
        for (var round = 0; round < ROUNDS; round++) {
            work.run();
        }
        working.set(false);
        collecting.join();
        System.out.printf("  %-90s %.1f%n", how, (most.get() - before) / 1048576.0);
        assertTrue(most.get() - before < MOST_LIVE, how);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void fold() throws SQLException {
        var seconds = new double[FOLDS];
        for (var i = 0; i < FOLDS; i++) {
            insert(OBSERVATIONS + 1 + i * FOLDED, FOLDED, OF_PROGRAMME);
            var began = System.nanoTime();
            service.fold(sums);
            seconds[i] = seconds(began);
        }
        Arrays.sort(seconds);
        System.out.printf(
                "fold of %d entries: least %.1f ms, median %.1f ms%n",
                FOLDED, 1000 * seconds[0], 1000 * seconds[FOLDS / 2]);
    }

    private static void insert(int first, int number, String programme) throws SQLException {
        for (var from = first; from < first + number; from += IN_TURN) {
            RowPolicies.asOwner(
                    INSERT.formatted(from, Math.min(from + IN_TURN, first + number) - 1, municipalities(), programme));
        }
    }

    private static double print(String how, String programme, List<String> questions) {
        System.out.println(how);
        return questions.stream()
                .mapToDouble(question -> least(programme + question))
                .max()
                .orElseThrow();
    }

    private static double least(String question) {
        var least = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            var answer = ask(question);
            var seconds = seconds(began);
            if (answer.statusCode() != 200) {
                System.out.printf("  %-90s %d after %.2f s%n", question, answer.statusCode(), seconds);
                return seconds;
            }
            least = Math.min(least, seconds);
        }
        System.out.printf("  %-90s %.2f s%n", question, least);
        return least;
    }

    private static Response ask(String question) {
        return RestAssured.given()
                .auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reach-statistics?" + question);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static String municipalities() {
        return MunicipalityRegister.builtIn().validOn(LocalDate.of(2010, 6, 1)).stream()
                .limit(300)
                .map(Municipality::code)
                .map("'%s'"::formatted)
                .collect(Collectors.joining(", "));
    }
}
