package nl.doorlichting.gateway.reports.training;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.UnknownReferences;

/** Asks the one source of trainings. */
@ApplicationScoped
public class TrainingReports {
    private final TrainingClient training;
    private final UnknownReferences unknown;

    TrainingReports(TrainingClient training, UnknownReferences unknown) {
        this.training = training;
        this.unknown = unknown;
    }

    /** The report; fails when the service does not respond. */
    public Uni<TrainingReport> report(Question question) {
        return answer(question).map(TrainingReport::from);
    }

    Uni<TrainingAnswer> answer(Question question) {
        var answer = training.trainings(question).map(Completeness::required);
        return unknown.check(
                question.parameters(), answer, found -> UnknownReferences.isOfNothing(ReportNote.of(found.notes())));
    }
}
