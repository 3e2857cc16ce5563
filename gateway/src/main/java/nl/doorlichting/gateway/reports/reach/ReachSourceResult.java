package nl.doorlichting.gateway.reports.reach;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.reach.ReachDimension;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.gateway.clients.ReachStatistics;
import nl.doorlichting.gateway.clients.StatisticsNote;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportSource;

/** The result of one source of the report. */
record ReachSourceResult(Service service, ReachSource source, UpstreamResult<ReachStatistics> part) {

    ReportSource reportSource() {
        return part.body()
                .map(figures -> ReportSource.answered(service, figures.revision()))
                .orElseGet(() -> ReportSource.unavailable(service));
    }

    Stream<ReachReport.Row> rows(Set<ReachDimension> by) {
        return figures().flatMap(figures -> figures.rows().stream()).map(row -> row(row, by));
    }

    Stream<ReachReport.Total> totals(Set<ReachDimension> by) {
        return part.body().isPresent()
                ? figures().flatMap(figures -> figures.totals().stream()).map(total -> total(total, by))
                : Stream.of(missing(by));
    }

    Stream<ReachReport.Unallocated> unallocated() {
        return figures()
                .flatMap(figures -> figures.unallocated().stream())
                .map(row -> new ReachReport.Unallocated(
                        row.source(), row.period(), row.targetGroup(), row.from(), row.reach()));
    }

    Stream<StatisticsNote> notes() {
        return figures().flatMap(figures -> figures.notes().stream());
    }

    Stream<String> registerVersion() {
        return figures().map(ReachStatistics::registerVersion).filter(version -> version != null);
    }

    private Stream<ReachStatistics> figures() {
        return part.body().stream();
    }

    private static ReachReport.Row row(ReachStatistics.Row row, Set<ReachDimension> by) {
        var municipality = field(by.contains(ReachDimension.MUNICIPALITY), row.municipality());
        return new ReachReport.Row(row.source(), row.period(), row.targetGroup(), municipality, row.reach());
    }

    private static ReachReport.Total total(ReachStatistics.Total total, Set<ReachDimension> by) {
        var period = field(by.contains(ReachDimension.PERIOD), total.period());
        return new ReachReport.Total(total.source(), period, total.reach());
    }

    /** Neither zero nor left out, so that a reader who adds totals sees that one is missing. */
    private ReachReport.Total missing(Set<ReachDimension> by) {
        return total(new ReachStatistics.Total(source, null, null), by);
    }

    // An empty Optional is a field with null. A null Optional is no field.
    private static <T> Optional<T> field(boolean present, T value) {
        return present ? Optional.ofNullable(value) : null;
    }
}
