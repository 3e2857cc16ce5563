package nl.doorlichting.gateway.reports.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.UnknownReferences;
import nl.doorlichting.gateway.reports.reach.ReachReport.Part;

/** Asks the sources in parallel and puts their figures side by side. */
@ApplicationScoped
public class ReachReports {
    private final ReportingClient reporting;
    private final TrainingClient training;
    private final UnknownReferences unknown;

    ReachReports(ReportingClient reporting, TrainingClient training, UnknownReferences unknown) {
        this.reporting = reporting;
        this.training = training;
        this.unknown = unknown;
    }

    /** The report; fails when no source responds, or when one does not and the caller wants all. */
    public Uni<ReachReport> report(Question question, ReachSource only, Completeness wanted) {
        var asked = Stream.of(ReachSource.values())
                .filter(source -> only == null || source == only)
                .map(source -> ask(source, question))
                .toList();
        var report = Uni.join().all(asked).andFailFast().map(parts -> {
            Completeness.check(parts.stream().map(Part::result).toList(), wanted);
            return ReachReport.from(question, parts);
        });
        return unknown.check(question, report, ReachReport::notes);
    }

    /**
     * The sources as one table.
     *
     * @param complete false when a source did not answer
     */
    record Table(boolean complete, byte[] content) {}

    /** The table of the sources; fails as the report does. */
    Uni<Table> table(Question question, ReachSource only, Completeness wanted) {
        var sources = Stream.of(ReachSource.values())
                .filter(source -> only == null || source == only)
                .toList();
        var asked = sources.stream()
                .map(source -> switch (source) {
                    case INVENTORY -> reporting.reachTable(question);
                    case TRAINING -> training.reachTable(question);
                })
                .toList();
        var tables = Uni.join().all(asked).andFailFast().invoke(found -> Completeness.check(found, wanted));
        return unknown.check(question.parameters(), tables, ReachReports::haveNoRows)
                .map(found -> {
                    var bySource = new EnumMap<ReachSource, Optional<byte[]>>(ReachSource.class);
                    sources.forEach(source -> bySource.put(
                            source, found.get(sources.indexOf(source)).body()));
                    return new Table(Completeness.check(found, wanted), ReachReportTable.of(bySource));
                });
    }

    private static boolean haveNoRows(List<UpstreamResult<byte[]>> tables) {
        return tables.stream()
                .flatMap(table -> table.body().stream())
                .allMatch(table -> afterFirstLine(table) == table.length);
    }

    private static int afterFirstLine(byte[] table) {
        var end = 0;
        while (table[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    private Uni<Part> ask(ReachSource source, Question question) {
        return switch (source) {
            case INVENTORY -> reporting.reach(question).map(result -> new Part(Service.REPORTING, source, result));
            case TRAINING -> training.reach(question).map(result -> new Part(Service.TRAINING, source, result));
        };
    }
}
