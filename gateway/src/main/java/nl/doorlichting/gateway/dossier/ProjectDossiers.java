package nl.doorlichting.gateway.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.reports.Completeness;

/** Calls the three services for one project in parallel. */
@ApplicationScoped
class ProjectDossiers {
    private final FundingClient funding;
    private final TrainingClient training;
    private final ReportingClient reporting;

    ProjectDossiers(FundingClient funding, TrainingClient training, ReportingClient reporting) {
        this.funding = funding;
        this.training = training;
        this.reporting = reporting;
    }

    /** The dossier; fails without such a project, when no service responds, or when one does not and the caller wants all. */
    Uni<ProjectDossier> dossier(UUID project, Completeness wanted) {
        return Uni.combine()
                .all()
                .unis(funding.finances(project), training.trainingsOf(project), reporting.records(project))
                .with(DossierSourceResults::new)
                .invoke(parts -> Completeness.check(parts.all(), wanted))
                .map(parts -> parts.dossier(project));
    }
}
