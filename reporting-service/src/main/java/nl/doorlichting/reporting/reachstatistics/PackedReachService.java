package nl.doorlichting.reporting.reachstatistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachColumns;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;
import nl.doorlichting.platform.queries.QueryBatch;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.schema.SkipUnlessWritable;
import nl.doorlichting.platform.sums.SumsService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.HibernateHints;
import org.jboss.logging.Logger;

/**
 * Packs the observations of large programmes (ADR 107). Every instance does so; one at a time packs a programme. Its
 * snapshot can be from before another has packed: then it fails where it stores its own, and the next turn goes on. One that is
 * killed leaves all as it was.
 */
@ApplicationScoped
public class PackedReachService implements BusinessMetricSource {
    /** Of many smaller programmes together, the database adds up as many observations soon. */
    static final long LARGE = 10_000;

    /** Entries that every read adds, before they are packed. */
    private static final int WORTH_PACKING = 2_000;

    /** To find the entries of a programme, a read looks at all that came since: so many times as many may be of others. */
    private static final int OTHERS = 10;

    private static final int IN_A_PART = 8_192;

    /** What is recorded later is not in order, so that each part states much: from some on all are packed anew. */
    private static final int MOST_LATER_PARTS = 100;

    private static final int LONG_SECONDS = 1800;

    private static final Logger LOG = Logger.getLogger(PackedReachService.class);

    private static final String FOUND =
            "select s.programme from reach_by_track s group by s.programme having sum(s.records) >= :observations"
                    + " order by s.programme";
    private static final String ONE_MOMENT = "set transaction isolation level repeatable read";
    private static final String TAKE_TIME = "set local statement_timeout = '30min'";
    private static final String SORT_MUCH = "set local work_mem = '64MB'";
    private static final String TAKE_TURN =
            "select pg_try_advisory_xact_lock(hashtextextended('packed reach of ' || :programme, 0))";
    private static final String FORGET = "with parts as (delete from reach_packed where programme = :programme)"
            + " delete from reach_packed_programme where programme = :programme";
    private static final String REMEMBER =
            "insert into reach_packed_programme (programme, cluster, until_x, in_progress)"
                    + " select :programme, system_identifier, pg_snapshot_xmax(pg_current_snapshot()),"
                    + " array(select pg_snapshot_xip(pg_current_snapshot())) from pg_control_system()";
    private static final String MOVE =
            "update reach_packed_programme set until_x = pg_snapshot_xmax(pg_current_snapshot()),"
                    + " in_progress = array(select pg_snapshot_xip(pg_current_snapshot())) where programme = :programme";
    // What states the same is together.
    private static final String COUNTED = "select " + PackedReach.ENTRY
            + " from (select c.*, cast(null as text) as place_country from reach_counted c where c.programme = :programme) e"
            + " order by hash_record_extended(row(e.track, e.action_line, e.funding_instrument, e.intervention_types,"
            + " e.phenomena, e.intensity, e.round_id, e.target_group, e.included_in), 0)";
    private static final String KEEP = "insert into reach_packed (programme, number, sign, entries, packed)"
            + " select :programme, coalesce(max(number), 0) + 1, :sign, :entries, :packed from reach_packed"
            + " where programme = :programme";
    private static final String LATER_PARTS =
            "select count(*) from reach_packed where programme = :programme and entries < " + IN_A_PART;

    // Together they look at all that is packed, and sums answer each.
    private static final List<Set<Dimension>> CHECKED = List.of(
            Set.of(Dimension.PERIOD, Dimension.TARGET_GROUP, Dimension.TRACK, Dimension.ACTION_LINE),
            Set.of(Dimension.YEAR, Dimension.INTENSITY, Dimension.FUNDING_INSTRUMENT),
            Set.of(Dimension.ROUND, Dimension.TARGET_GROUP),
            Set.of(Dimension.INTERVENTION_TYPE, Dimension.PHENOMENON),
            Set.of(Dimension.MUNICIPALITY, Dimension.YEAR));
    private static final String DUE = "select programme from reach_packed_programme"
            + " where checked_at < clock_timestamp() - make_interval(secs => :every) order by programme";
    private static final String CHECK_IS_DONE = "update reach_packed_programme set checked_at = clock_timestamp(),"
            + " differing = :differing where programme = :programme";
    private static final String DIFFERING = "select coalesce(sum(differing), 0) from reach_packed_programme";

    private final EntityManager entities;
    private final SumsService sums;
    private final ReachFacts facts;
    private final Duration checkEvery;

    PackedReachService(
            EntityManager entities,
            SumsService sums,
            ReachFacts facts,
            @ConfigProperty(name = "doorlichting.sums.check-every") Duration checkEvery) {
        this.entities = entities;
        this.sums = sums;
        this.facts = facts;
        this.checkEvery = checkEvery;
    }

    @BackgroundJob
    @Scheduled(
            identity = "pack-large-programmes",
            every = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void packRegularly() {
        large(LARGE).forEach(programme -> pack(programme, WORTH_PACKING));
        due(checkEvery).forEach(this::check);
    }

    /** Programmes that were packed, or checked last, so long ago. */
    List<String> due(Duration every) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ScalarQuery.of(entities, DUE, String.class)
                        .setParameter("every", (double) every.toSeconds())
                        .getResultList());
    }

    /** Compares what is packed with the sums, which are compared with observations. A difference is an error in the log. */
    public long check(String programme) {
        var everything = new Question(Structure.REACH, programme, null, null, Set.of(), Map.of(), null, null);
        var differing = CHECKED.stream()
                .filter(by -> !QuarkusTransaction.requiringNew()
                        .timeout(LONG_SECONDS)
                        .call(() -> {
                            // Sums by field are as many as half of the observations.
                            entities.createNativeQuery(TAKE_TIME).executeUpdate();
                            return facts.isPackedAsSummed(everything.rowsBy(by.toArray(Dimension[]::new)));
                        }))
                .peek(by -> LOG.errorf("What is packed of programme %s differs from its records by %s", programme, by))
                .count();
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(CHECK_IS_DONE)
                        .setParameter("differing", differing)
                        .setParameter("programme", programme)
                        .executeUpdate());
        return differing;
    }

    @Override
    public List<BusinessMetric> read() {
        var differing = ScalarQuery.of(entities, DIFFERING, Long.class).getSingleResult();
        return List.of(new BusinessMetric("sums.differing.groups", Map.of("sums", "reach_packed"), differing));
    }

    /** Programmes of at least so many observations. None before there are sums of this database. */
    @Transactional
    List<String> large(long observations) {
        return sums.isBuilt(ReachSums.SUMS)
                ? ScalarQuery.of(entities, FOUND, String.class)
                        .setParameter("observations", observations)
                        .getResultList()
                : List.of();
    }

    /**
     * Packs what was recorded since, or all that counts where nothing is packed yet or much was recorded. Nothing happens while
     * another transaction does so.
     *
     * @param most entries that may be left as they are, and a tenth of those of all programmes
     */
    public void pack(String programme, int most) {
        QuarkusTransaction.requiringNew().timeout(LONG_SECONDS).run(() -> packAtOneMoment(programme, most));
    }

    private void packAtOneMoment(String programme, int most) {
        var message = new QueryBatch()
                .add(ONE_MOMENT)
                .add(TAKE_TIME)
                .add(SORT_MUCH)
                .add(TAKE_TURN, Map.of("programme", programme));
        PackedReach.addPackedOf(programme, 0, message);
        var begun = message.send(entities);
        if (!(Boolean) begun.get(0).get(0)[0]) {
            return;
        }
        var packed = PackedReach.programmes(begun.get(1));
        if (packed.length == 0) {
            packAll(programme);
            return;
        }
        var these = Map.of("programmes", packed);
        var results = new QueryBatch()
                .add(PackedReach.NUMBER_SINCE.formatted(PackedReach.MOST_SINCE + 1), these)
                .add(PackedReach.NUMBER_OF_ALL.formatted(OTHERS * most + 1), these)
                .send(entities);
        var later = ((Number) results.get(0).get(0)[0]).longValue();
        var ofAll = ((Number) results.get(1).get(0)[0]).longValue();
        if (later <= most && ofAll <= OTHERS * most) {
            return;
        }
        if (later > PackedReach.MOST_SINCE || laterParts(programme) >= MOST_LATER_PARTS) {
            packAll(programme);
            return;
        }
        for (var sign : List.of(-1, 1)) {
            try (var entriesSince = PackedReach.entriesSince(entities, packed, sign)) {
                keep(programme, sign, entriesSince.iterator());
            }
        }
        execute(MOVE, programme);
    }

    private long laterParts(String programme) {
        return ScalarQuery.of(entities, LATER_PARTS, Long.class)
                .setParameter("programme", programme)
                .getSingleResult();
    }

    private void packAll(String programme) {
        execute(FORGET, programme);
        execute(REMEMBER, programme);
        try (Stream<Object[]> counted = RowQuery.of(entities, COUNTED)
                .setParameter("programme", programme)
                .setHint(HibernateHints.HINT_FETCH_SIZE, PackedReach.FETCHED_ENTRIES)
                .getResultStream()) {
            long entriesOfAll = keep(programme, 1, counted.iterator());
            LOG.infof("%d observations of programme %s are packed", entriesOfAll, programme);
        }
    }

    /** Keeps them in parts, and returns how many they are. */
    private long keep(String programme, int sign, Iterator<Object[]> rows) {
        var part = new ReachColumns.Packer();
        long all = 0;
        while (rows.hasNext()) {
            part.add(ReachFacts.SQL.fact(PackedReach.EVERYTHING, rows.next()));
            all++;
            if (part.size() == IN_A_PART || !rows.hasNext()) {
                keep(programme, sign, part);
                part = new ReachColumns.Packer();
            }
        }
        return all;
    }

    private void keep(String programme, int sign, ReachColumns.Packer part) {
        entities.createNativeQuery(KEEP)
                .setParameter("programme", programme)
                .setParameter("sign", sign)
                .setParameter("entries", part.size())
                .setParameter("packed", part.packed())
                .executeUpdate();
    }

    private void execute(String sql, String programme) {
        entities.createNativeQuery(sql).setParameter("programme", programme).executeUpdate();
    }
}
