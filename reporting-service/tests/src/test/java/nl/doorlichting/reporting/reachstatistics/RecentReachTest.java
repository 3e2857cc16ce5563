package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.LargeAnswers;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is kept in memory gives the same answers as the database, after every write. Of a programme whose sums took too long to
 * read, as on a machine that stood still, nothing is kept for some minutes: each check has a programme of its own.
 */
@ReportingServiceTest
class RecentReachTest {
    private static final int STEPS = 80;
    private static final int READERS = 8;
    private static final int TRIES = 20;
    private static final String[] TEN_PLACES = {
        "GM0014", "GM0034", "GM0080", "GM0106", "GM0150", "GM0153", "GM0193", "GM0200", "GM0202", "GM0363"
    };
    // Two of ten places have room, and a third has none; nor has one by target group, unless one by place leaves.
    private static final long BYTES_OF_TWO_PROGRAMMES = 9_700;
    // Of ten places, without target groups.
    private static final long BYTES_OF_ONE_PROGRAMME = 4_500;
    // As recorded, and before and after municipalities ended, were divided and began.
    private static final List<Optional<LocalDate>> MAPS = Stream.concat(
                    Stream.of(Optional.<LocalDate>empty()),
                    Stream.of(2006, 2008, 2010, 2011, 2024).map(year -> Optional.of(LocalDate.of(year, 1, 1))))
            .toList();

    @Inject
    RecentReach recent;

    @Inject
    ReachFacts facts;

    @Inject
    LargeAnswers large;

    @Inject
    SumsJobs sums;

    @Inject
    MunicipalityRegister register;

    @Inject
    EntityManager entities;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void answersAsDatabaseDoes(long seed) throws Exception {
        RunningTime.check(() -> assertAnswersAsDatabaseDoes(seed));
    }

    private void assertAnswersAsDatabaseDoes(long seed) throws SQLException {
        sums.fold();
        var random = new Random(seed);
        try (var story = new Story(random)) {
            for (var step = 0; step < STEPS; step++) {
                story.next();
                var question = question(random, story.programme);
                assertEquals(fromDatabase(question), fromMemory(question), "after " + story.steps + ": " + question);
                if (random.nextInt(8) == 0) {
                    sums.fold();
                }
            }
        }
    }

    /** Each of them begins after the write, whatever the others wait for. */
    @Test
    void readersAtOnceHaveTheirOwnWrites() throws Exception {
        sums.fold();
        RunningTime.check(() -> {
            var readers = Stream.generate(() -> CompletableFuture.runAsync(this::writeAndRead))
                    .limit(READERS)
                    .toList();
            readers.forEach(CompletableFuture::join);
        });
    }

    private void writeAndRead() {
        var programme = "recent-" + UUID.randomUUID();
        var question = Question.of(Structure.REACH).rowsBy(Dimension.TARGET_GROUP);
        var ofProgramme = new Question(Structure.REACH, programme, null, null, question.by(), Map.of(), null, null);
        var ofPlaces = ofProgramme.rowsBy(Dimension.PROVINCE);
        for (var people = 1; people <= 25; people++) {
            try {
                RowPolicies.asOwner(
                        Story.figure(programme, UUID.randomUUID(), 1, false, Map.of("target_group", "'OTHER'")));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            assertEquals(
                    people,
                    fromMemory(people % 2 == 0 ? ofProgramme : ofPlaces)
                            .totals()
                            .get(0)
                            .sum()
                            .observations()
                            .total());
        }
    }

    @Test
    void countsSumsOfProgramme() throws SQLException {
        var programme = programmeAt("GM0363", "GM0599");
        sums.fold();

        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(1, facts.sums(ReachSums.OF_PLACES, programme, 1));
            assertEquals(2, facts.sums(ReachSums.OF_PLACES, programme, 3));
        });
    }

    @Test
    void readsNoSumsWhileThereIsNoRoomAndThenOnce() throws Exception {
        RunningTime.check(this::assertReadsNoSumsWhileThereIsNoRoom);
    }

    private void assertReadsNoSumsWhileThereIsNoRoom() throws SQLException {
        var byPlace = new ArrayList<Question>();
        for (var i = 0; i < 3; i++) {
            var programme = programmeAt(TEN_PLACES);
            byPlace.add(new Question(Structure.REACH, programme, null, null, null, Map.of(), null, null)
                    .rowsBy(Dimension.MUNICIPALITY));
        }
        sums.fold();
        var clock = new AtomicLong();
        var reading = new ReadingFacts(entities, register, large);
        var small =
                new RecentReach(entities, reading, register, new ReachSumsCache(BYTES_OF_TWO_PROGRAMMES, clock::get));
        try {
            fromMemory(small, byPlace.get(0));
            clock.incrementAndGet();
            fromMemory(small, byPlace.get(1));
            reading.reads.set(0);
            for (var i = 0; i < TRIES; i++) {
                assertEquals(Optional.empty(), small.of(byPlace.get(2)));
            }
            // Its sums were counted.
            assertEquals(1, reading.reads.get());

            var byTargetGroup = byPlace.get(2).rowsBy(Dimension.TARGET_GROUP);
            assertEquals(fromDatabase(byTargetGroup), fromMemory(small, byTargetGroup));
            reading.reads.set(0);
            fromMemory(small, byTargetGroup);
            fromMemory(small, byPlace.get(1));
            assertEquals(0, reading.reads.get());

            clock.addAndGet(ReachSumsCache.STAY.toNanos() + 1);
            assertEquals(fromDatabase(byPlace.get(2)), fromMemory(small, byPlace.get(2)));
            reading.reads.set(0);
            fromMemory(small, byPlace.get(2));
            assertEquals(0, reading.reads.get());
        } finally {
            small.stop();
        }
    }

    /** As of the largest programme: a sum for each place and target group takes too much memory, and one for each place does not. */
    @Test
    void keepsSumsByPlaceWhereThoseByTargetGroupTooHaveNoRoom() throws Exception {
        RunningTime.check(() -> {
            var programme = "recent-" + UUID.randomUUID();
            for (var group : TargetGroup.values()) {
                record(programme, group, TEN_PLACES);
            }
            sums.fold();
            var byPlace = new Question(Structure.REACH, programme, null, null, null, Map.of(), null, null)
                    .rowsBy(Dimension.MUNICIPALITY);
            var small = new RecentReach(entities, facts, register, new ReachSumsCache(BYTES_OF_ONE_PROGRAMME, () -> 0));
            try {
                for (var i = 0; i < TRIES; i++) {
                    assertEquals(Optional.empty(), small.of(byPlace.only(Dimension.TARGET_GROUP, TargetGroup.OTHER)));
                }
                assertEquals(fromDatabase(byPlace), fromMemory(small, byPlace));
            } finally {
                small.stop();
            }
        });
    }

    private static String programmeAt(String... municipalities) throws SQLException {
        var programme = "recent-" + UUID.randomUUID();
        record(programme, TargetGroup.OTHER, municipalities);
        return programme;
    }

    private static void record(String programme, TargetGroup group, String... municipalities) throws SQLException {
        for (var code : municipalities) {
            RowPolicies.asOwner(Story.figure(
                    programme,
                    UUID.randomUUID(),
                    1,
                    false,
                    Map.of("target_group", "'" + group + "'", "place_municipalities", "'{" + code + "}'")));
        }
    }

    /** Counts what reads sums from the database. */
    private static final class ReadingFacts extends ReachFacts {
        private final AtomicInteger reads = new AtomicInteger();

        ReadingFacts(EntityManager entities, MunicipalityRegister register, LargeAnswers large) {
            super(entities, register, new PackedReach(entities, register, 0), large);
        }

        @Override
        int sums(Grain grain, String programme, int most) {
            reads.incrementAndGet();
            return super.sums(grain, programme, most);
        }

        @Override
        Read<List<Fact<QuantitySum>>> of(Question question) {
            reads.incrementAndGet();
            return super.of(question);
        }
    }

    /** Sums of other programmes hold, so they are not read again. */
    @Test
    void tallyChangesItsProgrammeOnly() throws SQLException {
        sums.fold();
        var before = changesSince(ReachChanges.Moment.NONE).until();
        var programme = "recent-" + UUID.randomUUID();
        var tally = UUID.randomUUID();
        RowPolicies.asOwner(
                Story.figure(programme, tally, 1, false, Map.of("tally", "true", "target_group", "'OTHER'")));
        var recorded = changesSince(before);
        RowPolicies.asOwner(
                Story.figure(programme, tally, 2, true, Map.of("tally", "true", "target_group", "'OTHER'")));
        var withdrawn = changesSince(recorded.until());

        for (var changes : List.of(recorded, withdrawn)) {
            assertTrue(changes.isComplete());
            assertEquals(Set.of(programme), changes.ofOtherTallies());
        }
        assertEquals(Set.of(), changesSince(withdrawn.until()).ofOtherTallies());
    }

    private ReachChanges changesSince(ReachChanges.Moment before) {
        var dimensions = Question.of(Structure.REACH);
        return QuarkusTransaction.requiringNew().call(() -> ReachChanges.since(before, dimensions, entities));
    }

    private static Question question(Random random, String programme) {
        var question = new Question(Structure.REACH, programme, null, null, null, Map.of(), null, null)
                .within(
                        random.nextBoolean() ? null : LocalDate.of(2008, 1 + random.nextInt(12), 1),
                        random.nextBoolean() ? null : LocalDate.of(2010, 1 + random.nextInt(12), 1));
        return random.nextBoolean() ? withoutPlaces(question, random) : ofPlaces(question, random);
    }

    private static Question withoutPlaces(Question days, Random random) {
        var question = days.rowsBy(some(
                random,
                Dimension.TARGET_GROUP,
                Dimension.TRACK,
                Dimension.ACTION_LINE,
                Dimension.YEAR,
                Dimension.PERIOD));
        if (random.nextInt(3) == 0) {
            question = question.only(Dimension.TRACK, random.nextBoolean() ? Track.LOCAL : Dimension.NOT_STATED);
        }
        return random.nextInt(3) == 0 ? question.only(Dimension.ACTION_LINE, ActionLine.PREVENTION) : question;
    }

    private static Question ofPlaces(Question days, Random random) {
        var question = days.rowsBy(some(
                        random,
                        Dimension.MUNICIPALITY,
                        Dimension.PROVINCE,
                        Dimension.TARGET_GROUP,
                        Dimension.YEAR,
                        Dimension.PERIOD))
                .onMapOf(MAPS.get(random.nextInt(MAPS.size())).orElse(null));
        if (random.nextInt(3) == 0) {
            question = question.only(Dimension.TARGET_GROUP, TargetGroup.OTHER);
        }
        return switch (random.nextInt(5)) {
            case 0 -> question.only(Dimension.MUNICIPALITY, "GM0988", "GM1507");
            case 1 -> question.only(Dimension.MUNICIPALITY, "GM0988", Dimension.NOT_STATED);
            case 2 -> question.only(Dimension.PROVINCE, "PV31");
            default -> question;
        };
    }

    private static Dimension[] some(Random random, Dimension... dimensions) {
        return Stream.of(dimensions).filter(each -> random.nextInt(3) == 0).toArray(Dimension[]::new);
    }

    private Table<QuantitySum> fromDatabase(Question question) {
        return QuarkusTransaction.requiringNew()
                .call(() -> facts.table(question, rows -> {}).figures());
    }

    private Table<QuantitySum> fromMemory(Question question) {
        return fromMemory(recent, question);
    }

    private Table<QuantitySum> fromMemory(RecentReach memory, Question question) {
        // A busy machine may take longer than a request waits.
        var figures = Stream.generate(() -> memory.of(question))
                .limit(TRIES)
                .flatMap(Optional::stream)
                .map(ReachFacts.Read::figures)
                .findFirst();
        assertTrue(figures.isPresent(), "answers from memory");
        return TableMaker.table(question, register, ReachSql.measure(), figures.orElseThrow());
    }

    /** Records of one programme, recorded in the database, corrected and withdrawn, some by transactions that stay open. */
    private static final class Story implements AutoCloseable {
        // None, valid throughout, ended as a whole, divided, begun later, and several.
        private static final List<String> PLACES =
                List.of("", "GM0988", "GM0052", "GM0993", "GM1895", "GM0988,GM0052", "GM0052,GM0993");

        private final Random random;
        private final String programme;
        private final List<UUID> figures = new ArrayList<>();
        private final List<UUID> tallies = new ArrayList<>();
        private final Map<UUID, Integer> versions = new HashMap<>();
        private final List<Connection> open = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();

        Story(Random random) {
            this.random = random;
            this.programme = "recent-" + UUID.randomUUID();
        }

        void next() throws SQLException {
            var what = random.nextInt(12);
            if (what == 0) {
                record(true);
            } else if (what == 1 && !tallies.isEmpty()) {
                write("withdraw tally", figure(next(tallies), true, true));
            } else if (what < 4 && !figures.isEmpty()) {
                write("correct", figure(next(figures), false, false));
            } else if (what == 4 && !figures.isEmpty()) {
                write("withdraw", figure(next(figures), true, false));
            } else if (what == 5) {
                var connection = owner();
                connection.setAutoCommit(false);
                var id = UUID.randomUUID();
                connection.createStatement().execute(figure(programme, id, 1, false, columns(false)));
                open.add(connection);
                steps.add("begin");
            } else if (what == 6 && !open.isEmpty()) {
                try (var connection = open.remove(random.nextInt(open.size()))) {
                    if (random.nextInt(4) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                    }
                }
                steps.add("end");
            } else {
                record(false);
            }
        }

        private void record(boolean tally) throws SQLException {
            var id = UUID.randomUUID();
            write(tally ? "tally" : "record", figure(id, false, tally));
            (tally ? tallies : figures).add(id);
        }

        private UUID next(List<UUID> ids) {
            return ids.get(random.nextInt(ids.size()));
        }

        private void write(String step, String sql) throws SQLException {
            RowPolicies.asOwner(sql);
            steps.add(step);
        }

        private String figure(UUID id, boolean withdrawn, boolean tally) {
            return figure(programme, id, versions.merge(id, 1, Integer::sum), withdrawn, columns(tally));
        }

        private Map<String, String> columns(boolean tally) {
            var from = LocalDate.of(2007 + random.nextInt(4), random.nextBoolean() ? 1 : 7, 1);
            var columns = new HashMap<String, String>();
            columns.put("tally", String.valueOf(tally));
            columns.put("target_group", "'" + one(TargetGroup.YOUTH_AND_PUPILS, TargetGroup.OTHER) + "'");
            columns.put("period_from", "'" + from + "'");
            columns.put("period_until", "'" + from.plusMonths(random.nextBoolean() ? 6 : 12) + "'");
            columns.put("quantity_value", String.valueOf(random.nextInt(100)));
            columns.put("place_municipalities", "'{" + PLACES.get(random.nextInt(PLACES.size())) + "}'");
            if (tally) {
                return columns;
            }
            if (random.nextInt(4) > 0) {
                columns.put("track", "'" + one(Track.LOCAL, Track.NATIONAL) + "'");
            }
            if (random.nextInt(4) > 0) {
                columns.put("action_line", "'" + one(ActionLine.PREVENTION, ActionLine.REPRESSION) + "'");
            }
            switch (random.nextInt(4)) {
                case 0 -> columns.put("included_in", "'NONE'");
                case 1 -> columns.put("included_in", "'UNKNOWN'");
                case 2 -> columns.put("included_in", tallies.isEmpty() ? "null" : "'" + next(tallies) + "'");
                default -> columns.put("included_in", "null");
            }
            if (random.nextInt(10) == 0 && !figures.isEmpty()) {
                columns.put("overlaps_with", "array['" + next(figures) + "'::uuid]");
            }
            return columns;
        }

        private Object one(Object first, Object second) {
            return random.nextBoolean() ? first : second;
        }

        private static String figure(
                String programme, UUID id, int version, boolean withdrawn, Map<String, String> stated) {
            var columns = new TreeMap<>(Map.of(
                    "tally", "false",
                    "period_from", "'2010-01-01'",
                    "period_until", "'2011-01-01'",
                    "place_municipalities", "'{}'",
                    "quantity_value", "7"));
            columns.putAll(stated);
            columns.put("observation_id", "'" + id + "'");
            columns.put("version", String.valueOf(version));
            columns.put("withdrawn", String.valueOf(withdrawn));
            columns.put("programme", "'" + programme + "'");
            columns.putAll(Map.of(
                    "recorded_at", "now()",
                    "recorded_by", "'x'",
                    "reason", "'r'",
                    "quantity_kind", "'EXACT'",
                    "place_scope", "'UNSPECIFIED'",
                    "source", "'s'"));
            return "insert into reach_observation (" + String.join(", ", columns.keySet()) + ") values ("
                    + String.join(", ", columns.values()) + ")";
        }

        private static Connection owner() throws SQLException {
            var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
            return new TestDatabase(url, "reporting_owner", "reporting_app").asOwner();
        }

        @Override
        public void close() throws SQLException {
            for (var connection : open) {
                connection.rollback();
                connection.close();
            }
        }
    }
}
