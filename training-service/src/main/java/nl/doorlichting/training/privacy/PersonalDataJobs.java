package nl.doorlichting.training.privacy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import nl.doorlichting.platform.schema.SkipUntilSchemaReady;
import org.jboss.logging.Logger;

/**
 * What is done to personal data without being asked. Every instance runs both jobs: a batch takes only rows that no
 * other instance is at, so that they share the work; what a killed one left is found by the next run.
 */
@ApplicationScoped
class PersonalDataJobs {
    static final String ERASE = "erase-personal-data";

    private static final Logger LOG = Logger.getLogger(PersonalDataJobs.class);

    private final PersonalDataUpkeepService upkeep;

    PersonalDataJobs(PersonalDataUpkeepService upkeep) {
        this.upkeep = upkeep;
    }

    @Scheduled(
            identity = ERASE,
            every = "{doorlichting.personal-data.erase-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUntilSchemaReady.class)
    void eraseRegularly() {
        eraseOverdue();
    }

    @Scheduled(
            identity = "reseal-personal-data",
            every = "{doorlichting.personal-data.reseal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUntilSchemaReady.class)
    void resealRegularly() {
        reseal();
    }

    /** Erases what was kept for as long as it may be; answers of how many. */
    int eraseOverdue() {
        var erased = untilDone(upkeep::eraseOverdue);
        if (erased > 0) {
            LOG.infof("Erased the personal data of %d records whose retention had ended", erased);
        }
        return erased;
    }

    /**
     * Seals with the current key what former ones sealed, after which those can be taken away, and what stands in the clear;
     * answers how many.
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
