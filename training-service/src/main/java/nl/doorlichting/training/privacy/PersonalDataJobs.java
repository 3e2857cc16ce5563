package nl.doorlichting.training.privacy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.schema.SkipUnlessWritable;
import org.jboss.logging.Logger;

/**
 * Jobs that erase and seal personal data. Every instance runs both: a batch skips rows that another instance has locked, so
 * that instances share the work. The next run continues after a crash.
 */
@ApplicationScoped
class PersonalDataJobs {
    static final String ERASE = "erase-personal-data";

    private static final Logger LOG = Logger.getLogger(PersonalDataJobs.class);

    private final PersonalDataUpkeepService upkeep;

    PersonalDataJobs(PersonalDataUpkeepService upkeep) {
        this.upkeep = upkeep;
    }

    @BackgroundJob
    @Scheduled(
            identity = ERASE,
            every = "{doorlichting.personal-data.erase-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void eraseRegularly() {
        eraseOverdue();
    }

    @BackgroundJob
    @Scheduled(
            identity = "reseal-personal-data",
            every = "{doorlichting.personal-data.reseal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void resealRegularly() {
        reseal();
    }

    /** Erases records whose retention ended and returns how many. */
    int eraseOverdue() {
        var erased = untilDone(upkeep::eraseOverdue);
        if (erased > 0) {
            LOG.infof("Erased the personal data of %d records whose retention had ended", erased);
        }
        return erased;
    }

    /**
     * Seals records in the clear or sealed with a former key with the current key and returns how many. Afterwards the
     * former keys can be removed.
     */
    int reseal() {
        var sealed = untilDone(upkeep::reseal);
        if (sealed > 0) {
            LOG.infof("Sealed %d records with the current key", sealed);
        }
        return sealed;
    }

    private static int untilDone(IntSupplier batch) {
        var all = 0;
        for (var done = batch.getAsInt(); done > 0; done = batch.getAsInt()) {
            all += done;
        }
        return all;
    }
}
