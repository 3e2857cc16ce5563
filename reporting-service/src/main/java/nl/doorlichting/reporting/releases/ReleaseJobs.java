package nl.doorlichting.reporting.releases;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.schema.SkipUnlessWritable;

/** Verifies releases regularly, in every instance; a release that another instance verified is not due (ADR 19). */
@ApplicationScoped
class ReleaseJobs {
    private final ReleaseVerifications verifications;

    ReleaseJobs(ReleaseVerifications verifications) {
        this.verifications = verifications;
    }

    @BackgroundJob
    @Scheduled(
            identity = "verify-releases",
            every = "${doorlichting.releases.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void verifyRegularly() {
        verifications.verifyAll();
    }
}
