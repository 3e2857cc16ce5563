package nl.doorlichting.training.evaluations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.schema.SkipUnlessWritable;

/** Closes evaluations whose time is over. Every instance does so, and skips sessions that another instance has locked. */
@ApplicationScoped
class EvaluationJobs {
    private final EvaluationService evaluations;

    EvaluationJobs(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @BackgroundJob
    @Scheduled(
            identity = "close-evaluations",
            every = "{doorlichting.evaluations.close-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void closeRegularly() {
        close();
    }

    /** Returns how many sessions were closed. */
    int close() {
        var all = 0;
        for (var closed = evaluations.closeSessions(); closed > 0; closed = evaluations.closeSessions()) {
            all += closed;
        }
        return all;
    }
}
