package nl.doorlichting.gateway.reports.effects;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.UnknownReferences;

/** Asks both sources of effects in parallel and puts their figures side by side. */
@ApplicationScoped
public class EffectReports {
    private final ReportingClient reporting;
    private final TrainingClient training;
    private final UnknownReferences unknown;

    EffectReports(ReportingClient reporting, TrainingClient training, UnknownReferences unknown) {
        this.reporting = reporting;
        this.training = training;
        this.unknown = unknown;
    }

    /** The report; fails when no source responds, or when one does not and the caller wants both. */
    public Uni<EffectReport> report(Question question, Completeness wanted) {
        var report = Uni.combine()
                .all()
                .unis(reporting.effects(question), training.ratings(question))
                .with((inventories, trainings) -> {
                    Completeness.check(List.of(inventories, trainings), wanted);
                    return EffectReport.from(question, inventories, trainings);
                });
        return unknown.check(
                question.parameters(),
                report,
                found -> UnknownReferences.isOfNothing(found.notes()),
                wanted,
                EffectReport::without);
    }
}
