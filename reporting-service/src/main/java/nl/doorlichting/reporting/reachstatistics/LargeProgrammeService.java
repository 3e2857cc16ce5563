package nl.doorlichting.reporting.reachstatistics;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.schema.SkipUnlessWritable;
import nl.doorlichting.platform.sums.SumsService;
import org.jboss.logging.Logger;

/**
 * Finds programmes that became large and has the sums made that are kept of these only. Every instance does so; one at a time
 * does the work (ADR 19). A programme stays large: its observations become fewer only by single corrections.
 */
@ApplicationScoped
class LargeProgrammeService {
    /** From some two million on, reading their sums by field takes longer than a question may; these are made before. */
    private static final long LARGE = 1_000_000;

    private static final Logger LOG = Logger.getLogger(LargeProgrammeService.class);
    private static final String FOUND =
            "select s.programme from reach_by_track s group by s.programme having sum(s.records) >= :observations"
                    + " and s.programme not in (select l.programme from " + ReachSums.LARGE
                    + " l) order by s.programme";

    private final EntityManager entities;
    private final SumsService sums;

    LargeProgrammeService(EntityManager entities, SumsService sums) {
        this.entities = entities;
        this.sums = sums;
    }

    @BackgroundJob
    @Scheduled(
            identity = "find-large-programmes",
            every = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void findRegularly() {
        find(LARGE).forEach(this::include);
    }

    /** Those of at least so many observations of which the sums are not kept yet. */
    @Transactional
    List<String> find(long observations) {
        return ScalarQuery.of(entities, FOUND, String.class)
                .setParameter("observations", observations)
                .getResultList();
    }

    /** Answers come from the sums by field until the transaction ends. */
    boolean include(String programme) {
        var included = sums.include(ReachSums.SUMS, ReachSums.LARGE, programme);
        if (included) {
            LOG.infof("Programme %s has the sums of a large one", programme);
        }
        return included;
    }
}
