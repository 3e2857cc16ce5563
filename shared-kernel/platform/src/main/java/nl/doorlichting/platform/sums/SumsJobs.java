package nl.doorlichting.platform.sums;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;
import nl.doorlichting.platform.schema.SkipUnlessWritable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the sums of a service and checks them, in every instance; one at a time does the work (ADR 19). */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SumsJobs implements BusinessMetricSource {
    /** How long a turn checks: a fortieth of the time between two turns, because answers need the processor as well. */
    private static final Duration CHECK_FOR = Duration.ofMillis(250);

    private final List<Sums> kept;
    private final SumsService service;
    private final Duration checkEvery;
    private final Queue<SumsCheck> checks = new ConcurrentLinkedQueue<>();

    SumsJobs(
            @All List<Sums> kept,
            SumsService service,
            @ConfigProperty(name = "doorlichting.sums.check-every") Duration checkEvery) {
        this.kept = kept;
        this.service = service;
        this.checkEvery = checkEvery;
    }

    @BackgroundJob
    @Scheduled(
            identity = "fold-sums",
            every = "{doorlichting.sums.fold-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void foldRegularly() {
        fold();
    }

    /** Adds to all sums what is recorded since the last time. */
    public void fold() {
        kept.forEach(service::fold);
    }

    @BackgroundJob
    @Scheduled(
            identity = "check-sums",
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void checkRegularly() {
        continueChecks();
    }

    /**
     * Compares sums with their records for a moment: goes on with the checks that began, or begins those that are due.
     *
     * @return whether there is more to compare
     */
    public boolean continueChecks() {
        var begin = System.nanoTime();
        if (checks.isEmpty()) {
            kept.stream()
                    .filter(sums -> service.isCheckDue(sums, checkEvery))
                    .map(SumsCheck::new)
                    .forEach(checks::add);
        }
        while (!checks.isEmpty() && System.nanoTime() - begin < CHECK_FOR.toNanos()) {
            service.continueCheck(checks.element());
            checks.removeIf(SumsCheck::isDone);
        }
        return !checks.isEmpty();
    }

    @Override
    public List<BusinessMetric> read() {
        return kept.stream().flatMap(this::metrics).toList();
    }

    private Stream<BusinessMetric> metrics(Sums sums) {
        Map<String, String> labels = Map.of("sums", sums.name());
        SumsService.State state = service.state(sums);
        return Stream.of(
                new BusinessMetric("sums.tail.entries", labels, state.tail()),
                new BusinessMetric("sums.fold.age.seconds", labels, state.tail() == 0 ? 0 : state.ageSeconds()),
                new BusinessMetric("sums.differing.groups", labels, state.differing()));
    }
}
