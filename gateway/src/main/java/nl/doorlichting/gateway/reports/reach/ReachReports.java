package nl.doorlichting.gateway.reports.reach;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.ReachAnswer;
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
        var asked = sources(only).stream().map(source -> ask(source, question)).toList();
        var report = Uni.join().all(asked).andFailFast().map(parts -> {
            Completeness.check(parts.stream().map(Part::result).toList(), wanted);
            return ReachReport.from(question, parts);
        });
        return unknown.check(
                question.parameters(),
                report,
                found -> UnknownReferences.isOfNothing(found.notes()),
                wanted,
                ReachReport::without);
    }

    /** The report of a question that was answered before; empty when a source does not respond, or when none has anything. */
    Uni<Optional<ReachReport>> again(RoutingContext request, Question question, ReachSource only) {
        var asked = sources(only).stream()
                .map(source -> part(
                        source,
                        switch (source) {
                            case INVENTORY -> reporting.reach(request, question);
                            case TRAINING -> training.reach(request, question);
                        }))
                .toList();
        return Uni.join()
                .all(asked)
                .andFailFast()
                .map(parts -> Optional.of(ReachReport.from(question, parts))
                        .filter(report -> report.complete() && !UnknownReferences.isOfNothing(report.notes())));
    }

    private static List<ReachSource> sources(ReachSource only) {
        return Stream.of(ReachSource.values())
                .filter(source -> only == null || source == only)
                .toList();
    }

    /**
     * The sources as one table.
     *
     * @param complete false when a source did not answer, or nothing is in it and a service did not answer whether what was asked for
     *     exists
     */
    record Table(boolean complete, boolean isEmpty, byte[] content) {
        Table incomplete() {
            return new Table(false, isEmpty, content);
        }
    }

    /** The table of the sources; fails as the report does. */
    Uni<Table> table(Question question, ReachSource only, Completeness wanted) {
        var sources = sources(only);
        var asked = sources.stream()
                .map(source -> switch (source) {
                    case INVENTORY -> reporting.reachTable(question);
                    case TRAINING -> training.reachTable(question);
                })
                .toList();
        var table = Uni.join().all(asked).andFailFast().map(found -> {
            var complete = Completeness.check(found, wanted);
            var bySource = new EnumMap<ReachSource, Optional<byte[]>>(ReachSource.class);
            sources.forEach(source ->
                    bySource.put(source, found.get(sources.indexOf(source)).body()));
            return new Table(complete, haveNoRows(found), ReachReportTable.of(bySource));
        });
        return unknown.check(
                question.parameters(), table, Table::isEmpty, wanted, (made, missing) -> made.incomplete());
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
        return part(
                source,
                switch (source) {
                    case INVENTORY -> reporting.reach(question);
                    case TRAINING -> training.reach(question);
                });
    }

    private static Uni<Part> part(ReachSource source, Uni<UpstreamResult<ReachAnswer>> answer) {
        return answer.map(result -> new Part(service(source), source, result));
    }

    /** The service that has the figures of this source. */
    static Service service(ReachSource source) {
        return source == ReachSource.INVENTORY ? Service.REPORTING : Service.TRAINING;
    }
}
