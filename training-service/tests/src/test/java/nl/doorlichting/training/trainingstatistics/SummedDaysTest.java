package nl.doorlichting.training.trainingstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Note;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.training.trainingstatistics.SessionFacts.Participants;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer from sums and groups is the answer from sessions day by day, over random sessions, tallies and questions. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "training"))
class SummedDaysTest {
    private static final int QUESTIONS = 60;
    private static final LocalDate TODAY = LocalDate.of(2011, 3, 10);
    private static final DaysAlike EACH_DAY = DaysAlike.eachApart(List.of());
    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 730;
    private static final List<List<String>> PLACES = List.of(
            List.of(), List.of("GM0333"), List.of("GM0983"), List.of("GM0333", "GM0311"), List.of("GM0333", "GM0983"));
    private static final String TYPE = """
            insert into training_type (id, code, name, name_dutch, target_group, phenomenon, created_at, created_by, version)
            values (gen_random_uuid(), ?, 'n', 'n', ?, ?, now(), 'x', 0) on conflict do nothing
            """;
    private static final String SESSION = """
            insert into training_session (id, status, programme, training_type, title, session_date, track, place_scope,
                place_municipalities, included_in, source, created_at, created_by, cancellation_reason, version)
            values (?, ?, ?, ?, 't', ?, ?, 'REGIONAL', ?, ?, 's', now(), 'x', ?, 0)
            """;
    private static final String HEAD_COUNT = """
            insert into head_count (session_id, version, recorded_at, recorded_by, reason, target_group, quantity_kind,
                quantity_value, quantity_minimum, quantity_maximum)
            values (?, ?, now(), 'x', 'r', ?, ?, ?, ?, ?)
            """;
    private static final String EVALUATED = """
            insert into session_evaluation (session_id, codes, answers, shown_answers, shown_rating_sum) values (?, 9, 6, 5, 40)
            """;
    private static final String TALLY = """
            insert into training_tally (tally_id, version, recorded_at, recorded_by, programme, training_type, period_from,
                period_until, sessions_held, quantity_kind, quantity_value, target_group, track, place_scope,
                place_municipalities, source)
            values (?, 1, now(), 'x', ?, ?, ?, ?, 3, 'EXACT', 30, 'OTHER', ?, 'REGIONAL', ?, 's')
            """;

    @Inject
    SumsJobs jobs;

    @Inject
    SessionFacts sessions;

    @Inject
    TallyFacts tallies;

    @Inject
    TrainingReachFacts reach;

    @Inject
    MunicipalityRegister register;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void sumsAnswerAsSessionsDo(long seed) throws SQLException {
        var random = new Random(seed);
        var programme = "SUMMED-" + seed;
        record(programme, random);
        var summed = 0;
        for (var i = 0; i < QUESTIONS; i++) {
            var training = question(Structure.TRAINING, programme, random);
            var ofReach = question(Structure.REACH, programme, random);
            summed += SummedDays.answer(training) ? 1 : 0;
            QuarkusTransaction.requiringNew().run(() -> {
                var all = tallies.of(training);
                var periods = all.stream().map(Fact::period).collect(Collectors.toSet());
                assertSame(
                        table(
                                training,
                                TrainingSums.MEASURE,
                                both(
                                        all,
                                        sessions.of(
                                                training,
                                                Participants.ALL,
                                                EACH_DAY,
                                                !all.isEmpty(),
                                                TODAY,
                                                () -> {}))),
                        table(
                                training,
                                TrainingSums.MEASURE,
                                both(all, sessions.of(training, periods, TODAY, () -> {}))));
            });
            QuarkusTransaction.requiringNew()
                    .run(() -> assertSame(
                            table(ofReach, ReachSql.measure(), eachDay(ofReach)), reach.table(ofReach, rows -> {})));
        }
        assertTrue(summed > QUESTIONS / 3, () -> "the sums answer too few questions");
    }

    /** From the sessions as they were recorded until now, day by day. */
    private List<Fact<QuantitySum>> eachDay(Question question) {
        var recorded = new Question(
                question.structure(),
                question.programme(),
                question.from(),
                question.until(),
                question.by(),
                question.only(),
                question.boundaries(),
                Instant.now());
        var ofTallies = reach.tallies(recorded);
        return both(
                ofTallies,
                reach.sessions(recorded, ofTallies, EACH_DAY, new SqlConditions())
                        .toList());
    }

    private <M> Table<M> table(Question question, Measure<M> measure, List<Fact<M>> facts) {
        return TableMaker.table(question, register, measure, facts);
    }

    private static void assertSame(Table<?> expected, Table<?> found) {
        assertEquals(expected.rows(), found.rows(), () -> found.question().toString());
        assertEquals(expected.totals(), found.totals(), () -> found.question().toString());
        assertEquals(
                expected.unallocated(),
                found.unallocated(),
                () -> found.question().toString());
        assertEquals(notes(expected), notes(found), () -> found.question().toString());
    }

    // Sessions whose periods overlap with that of a tally are named by those that they are added up by.
    private static List<Note> notes(Table<?> table) {
        return table.notes().stream()
                .map(note -> note.code() == NoteCode.OVERLAPPING_PERIODS
                        ? new Note(note.code(), note.count(), List.of())
                        : note)
                .toList();
    }

    private static <M> List<Fact<M>> both(List<Fact<M>> some, List<Fact<M>> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Question question(Structure structure, String programme, Random random) {
        var rows = new ArrayList<>(structure.rows());
        Collections.shuffle(rows, random);
        var by = new HashSet<>(rows.subList(0, 1 + random.nextInt(3)));
        by.remove(Dimension.PROFESSION);
        var only = new HashMap<Dimension, Set<Object>>();
        if (random.nextInt(3) == 0) {
            only.put(
                    Dimension.TRACK, Set.of(Track.LOCAL, random.nextBoolean() ? Track.NATIONAL : Dimension.NOT_STATED));
        }
        if (random.nextInt(3) == 0) {
            only.put(Dimension.TARGET_GROUP, Set.of(TargetGroup.OTHER));
        }
        if (random.nextInt(4) == 0) {
            only.put(Dimension.MUNICIPALITY, Set.of("GM0333", random.nextBoolean() ? "GM0983" : Dimension.NOT_STATED));
        }
        if (random.nextInt(4) == 0) {
            only.put(Dimension.YEAR, Set.of(2010));
        }
        return new Question(
                structure,
                programme,
                random.nextInt(3) == 0 ? LocalDate.of(2010, 1 + random.nextInt(12), 1 + random.nextInt(20)) : null,
                random.nextInt(3) == 0 ? LocalDate.of(2011, 1 + random.nextInt(12), 1 + random.nextInt(20)) : null,
                by,
                only,
                random.nextInt(3) == 0 ? LocalDate.of(2011, 1, 1) : null,
                null);
    }

    private void record(String programme, Random random) throws SQLException {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (var connection = new TestDatabase(url, "training_owner", "training_app").asOwner()) {
            for (var type : List.of("SUMMED_A", "SUMMED_B")) {
                execute(connection, TYPE, type, type.equals("SUMMED_A") ? "OTHER" : "STUDENTS", "POLARISATION");
            }
            var held = new ArrayList<String>(Arrays.asList(null, "NONE", "UNKNOWN"));
            for (var i = random.nextInt(3); i > 0; i--) {
                held.add(tally(connection, programme, random).toString());
            }
            for (var i = 0; i < 80; i++) {
                session(connection, programme, one(held, random), random);
                if (i == 50) {
                    jobs.fold();
                }
            }
        }
    }

    private static UUID tally(Connection connection, String programme, Random random) throws SQLException {
        var id = UUID.randomUUID();
        var from = FIRST.plusMonths(random.nextInt(18)).plusDays(random.nextInt(3) == 0 ? 9 : 0);
        execute(
                connection,
                TALLY,
                id,
                programme,
                random.nextBoolean() ? "SUMMED_A" : null,
                from,
                random.nextBoolean() ? from.plusYears(1) : from.plusMonths(1),
                random.nextBoolean() ? "LOCAL" : null,
                connection.createArrayOf("text", new Object[0]));
        return id;
    }

    private static void session(Connection connection, String programme, String includedIn, Random random)
            throws SQLException {
        var id = UUID.randomUUID();
        var day = FIRST.plusDays(random.nextInt(DAYS));
        var fate = day.isAfter(TODAY)
                ? one(List.of("PLANNED", "CANCELLED"), random)
                : one(List.of("PLANNED", "CANCELLED", "HELD", "HELD", "HELD"), random);
        execute(
                connection,
                SESSION,
                id,
                fate,
                programme,
                random.nextBoolean() ? "SUMMED_A" : "SUMMED_B",
                day,
                one(Arrays.asList(null, "LOCAL", "NATIONAL"), random),
                connection.createArrayOf("text", one(PLACES, random).toArray()),
                includedIn,
                fate.equals("CANCELLED") ? "x" : null);
        if (fate.equals("HELD")) {
            count(connection, id, 1, random);
            if (random.nextInt(4) == 0) {
                count(connection, id, 2, random);
            }
            if (random.nextInt(4) == 0) {
                execute(connection, EVALUATED, id);
            }
            if (random.nextInt(4) == 0) {
                execute(connection, "update training_session set session_date = ? where id = ?", day.minusDays(1), id);
            }
        }
        if (fate.equals("CANCELLED") && random.nextBoolean()) {
            execute(
                    connection,
                    "update training_session set status = 'PLANNED', cancellation_reason = null where id = ?",
                    id);
        }
    }

    private static void count(Connection connection, UUID session, int version, Random random) throws SQLException {
        var group = random.nextBoolean() ? "OTHER" : "STUDENTS";
        switch (random.nextInt(3)) {
            case 0 -> execute(connection, HEAD_COUNT, session, version, group, "RANGE", null, 3L, 8L);
            case 1 -> execute(connection, HEAD_COUNT, session, version, group, "AT_LEAST", 9L, null, null);
            default -> execute(connection, HEAD_COUNT, session, version, group, "EXACT", 12L, null, null);
        }
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
