package nl.doorlichting.platform.sums;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.jobs.BackgroundJob;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;
import nl.doorlichting.platform.schema.SkipUnlessWritable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps the sums of a service and checks them, in every instance; one at a time does the work (ADR 19). */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SumsJobs implements BusinessMetricSource {
    private static final Logger LOG = Logger.getLogger(SumsJobs.class);

    private final List<Sums> kept;
    private final SumsService service;
    private final Duration checkEvery;

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
            every = "10m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = SkipUnlessWritable.class)
    void checkRegularly() {
        kept.stream().filter(sums -> service.isCheckDue(sums, checkEvery)).forEach(this::check);
    }

    /** Compares all sums with their records; a difference is an error in the log and a metric. */
    public void check() {
        kept.forEach(this::check);
    }

    private void check(Sums sums) {
        long differing = service.check(sums);
        if (differing > 0) {
            LOG.errorf("The sums of %s differ from their records in %d groups", sums.name(), differing);
        }
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
