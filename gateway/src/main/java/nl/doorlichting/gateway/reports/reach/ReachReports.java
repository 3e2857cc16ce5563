package nl.doorlichting.gateway.reports.reach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.UnknownReferences;
import nl.doorlichting.gateway.reports.reach.ReachReport.Part;

/** Asks the sources in parallel and puts their figures side by side. */
@ApplicationScoped
class ReachReports {
    private final ReportingClient reporting;
    private final TrainingClient training;
    private final UnknownReferences unknown;

    ReachReports(ReportingClient reporting, TrainingClient training, UnknownReferences unknown) {
        this.reporting = reporting;
        this.training = training;
        this.unknown = unknown;
    }

    /** The report; fails when no source responds, or when one does not and the caller requires all. */
    Uni<ReachReport> report(Question question, ReachSource only, Completeness wanted) {
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

    /** The table of the sources; fails without one of them. */
    Uni<byte[]> table(Question question, ReachSource only) {
        var asked = Stream.of(ReachSource.values())
                .filter(source -> only == null || source == only)
                .map(source -> switch (source) {
                    case INVENTORY -> reporting.reachTable(question);
                    case TRAINING -> training.reachTable(question);
                })
                .toList();
        var whole = Uni.join().all(asked).andFailFast().map(tables -> {
            Completeness.check(tables, Completeness.REQUIRED);
            return ReachReportTable.of(
                    tables.stream().map(table -> table.body().orElseThrow()).toList());
        });
        return unknown.check(question.parameters(), whole, table -> afterFirstLine(table) == table.length);
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
