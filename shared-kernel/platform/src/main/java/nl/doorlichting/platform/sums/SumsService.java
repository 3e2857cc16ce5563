package nl.doorlichting.platform.sums;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;
import org.jboss.logging.Logger;

/** Keeps sums. All instances may do so at once, and each may be killed at any moment. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SumsService {
    private static final Logger LOG = Logger.getLogger(SumsService.class);

    /** Making sums of millions of records takes a minute. */
    private static final int LONG_SECONDS = 1800;

    private final EntityManager entities;

    SumsService(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether the sums can be read. If not, a service adds up its records. */
    @Transactional
    public boolean isBuilt(Sums sums) {
        return ScalarQuery.of(entities, sums.isBuilt(), Boolean.class).getSingleResult();
    }

    /** The same, for a transaction that reads sums by an index, whatever its parameters are. */
    @Transactional
    public boolean beginRead(Sums sums) {
        return ScalarQuery.of(entities, sums.beginRead(), Boolean.class).getSingleResult();
    }

    /**
     * Adds the entries of the tail to the sums, or makes all sums if there are none of this database. Nothing happens while
     * another transaction does so.
     */
    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    public void fold(Sums sums) {
        // In a statement of its own: the next one takes its snapshot when no other transaction can add to the sums.
        var locked = ScalarQuery.of(entities, sums.lock(), Boolean.class).getResultList();
        if (locked.isEmpty()) {
            return;
        }
        allowManyRows();
        if (!locked.get(0)) {
            build(sums);
        } else if (ScalarQuery.of(entities, sums.hasTail(), Boolean.class).getSingleResult()) {
            execute(sums.fold());
        }
    }

    private void build(Sums sums) {
        sums.clear().forEach(this::execute);
        execute(sums.build());
    }

    /** Whether there are sums to check, it is time, and no other instance does: each check is due so long after the last. */
    @Transactional
    public boolean isCheckDue(Sums sums, Duration every) {
        return entities.createNativeQuery("update sums_snapshot set checked_at = clock_timestamp() where name = :name"
                                + " and coalesce(checked_at < clock_timestamp() - make_interval(secs => :every), true)"
                                + " and " + Sums.IS_BUILT)
                        .setParameter("name", sums.name())
                        .setParameter("every", (double) every.toSeconds())
                        .executeUpdate()
                > 0;
    }

    /** Makes the sums of all records anew and returns how many groups of the stored sums differ. */
    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    public long check(Sums sums) {
        var check = new SumsCheck(sums);
        allowManyRows();
        while (!check.isDone()) {
            compareNext(check);
        }
        return check.differing();
    }

    /** Compares the next part of a table of sums with its records. A difference is an error in the log, and stored at once. */
    @Transactional
    @TransactionConfiguration(timeout = LONG_SECONDS)
    void continueCheck(SumsCheck check) {
        allowManyRows();
        compareNext(check);
    }

    private void compareNext(SumsCheck check) {
        var sums = check.sums();
        var table = check.table();
        var part = ScalarQuery.of(entities, sums.nextPart(table), String.class)
                .setParameter("after", check.after())
                .getSingleResult();
        if (part == null) {
            check.checkedTable();
        } else {
            long found = ScalarQuery.of(entities, sums.differing(table), Long.class)
                    .setParameter("part", part)
                    .getSingleResult();
            if (found > 0) {
                LOG.errorf(
                        "The sums %s of %s %s differ from their records in %d groups",
                        table.name(), table.part(), part, found);
            }
            check.checked(part, found);
        }
        if (check.isDone() || check.differing() > 0) {
            entities.createNativeQuery("update sums_snapshot set differing = :differing where name = :name")
                    .setParameter("differing", check.differing())
                    .setParameter("name", sums.name())
                    .executeUpdate();
        }
    }

    /**
     * What operators watch.
     *
     * @param tail how many entries every read adds to the sums
     * @param ageSeconds how long ago entries were last added to the sums
     * @param differing what the last check found
     */
    record State(long tail, double ageSeconds, long differing) {}

    @Transactional
    State state(Sums sums) {
        Object[] row = RowQuery.of(entities, sums.state()).getSingleResult();
        return new State(((Number) row[0]).longValue(), ((Number) row[1]).doubleValue(), ((Number) row[2]).longValue());
    }

    private void allowManyRows() {
        execute("set local statement_timeout = '30min'");
        execute("set local work_mem = '64MB'");
        // The parts of a table are of very different sizes.
        execute("set local plan_cache_mode = force_custom_plan");
        // PostgreSQL expects more groups than there are, and would sort all records by their texts.
        execute("set local enable_sort = off");
    }

    private void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }
}
