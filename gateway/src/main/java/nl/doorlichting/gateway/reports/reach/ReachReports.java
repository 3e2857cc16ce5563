package nl.doorlichting.gateway.reports.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.reach.ReachDimension;
import nl.doorlichting.domain.reach.ReachQuery;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;

/** Asks the sources in parallel and puts their figures side by side. */
@ApplicationScoped
class ReachReports {
    private final ReportingClient reporting;
    private final TrainingClient training;

    ReachReports(ReportingClient reporting, TrainingClient training) {
        this.reporting = reporting;
        this.training = training;
    }

    /** The report; fails when no source responds, or when one does not and the caller requires all. */
    Uni<ReachReport> report(ReachQuery query, ReachSource only, Completeness wanted) {
        var asked = Stream.of(ReachSource.values())
                .filter(source -> only == null || source == only)
                .map(source -> ask(source, query))
                .toList();
        return Uni.join().all(asked).andFailFast().map(parts -> {
            Completeness.check(parts.stream().map(ReachSourceResult::part).toList(), wanted);
            return sideBySide(query, parts);
        });
    }

    private Uni<ReachSourceResult> ask(ReachSource source, ReachQuery query) {
        return switch (source) {
            case INVENTORY ->
                reporting.reach(query).map(part -> new ReachSourceResult(Service.REPORTING, source, part));
            case TRAINING -> training.reach(query).map(part -> new ReachSourceResult(Service.TRAINING, source, part));
        };
    }

    private static ReachReport sideBySide(ReachQuery query, List<ReachSourceResult> parts) {
        var sources = all(parts, part -> Stream.of(part.reportSource()));
        return new ReachReport(
                sources.stream().allMatch(source -> source.status() == ReportSource.Status.OK),
                ReachReport.Measure.PARTICIPATIONS,
                query.by().stream().map(ReachDimension::jsonName).toList(),
                all(parts, part -> part.rows(query.by())),
                all(parts, part -> part.totals(query.by())),
                all(parts, ReachSourceResult::unallocated),
                List.of(),
                sources,
                ReportNote.merge(all(parts, ReachSourceResult::notes).stream()),
                all(parts, ReachSourceResult::registerVersion).stream()
                        .findFirst()
                        .orElse(null));
    }

    private static <T> List<T> all(List<ReachSourceResult> parts, Function<ReachSourceResult, Stream<T>> content) {
        return parts.stream().flatMap(content).toList();
    }
}
