package nl.doorlichting.gateway.dossier;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.ProjectTrainings;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.dossier.DossierParts.FundedProject;
import nl.doorlichting.gateway.dossier.DossierParts.RecordedProject;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportPart;

/** Calls the services for one project in parallel, each for what the caller may read of it. */
@ApplicationScoped
class ProjectDossiers {
    private final FundingClient funding;
    private final TrainingClient training;
    private final ReportingClient reporting;
    private final CurrentIdentityAssociation callers;

    ProjectDossiers(
            FundingClient funding,
            TrainingClient training,
            ReportingClient reporting,
            CurrentIdentityAssociation callers) {
        this.funding = funding;
        this.training = training;
        this.reporting = reporting;
        this.callers = callers;
    }

    /**
     * The dossier; fails without such a project, when no service responds, or when one does not and the caller wants all.
     *
     * @param asOf recorded time; null for now
     */
    Uni<ProjectDossier> dossier(UUID project, Instant asOf, Completeness wanted) {
        return callers.getDeferredIdentity()
                .map(caller -> DossierAccess.of(caller.getRoles()))
                .chain(access -> Uni.combine()
                        .all()
                        .unis(
                                funded(project, asOf, access),
                                trainings(project, asOf, access),
                                recorded(project, asOf, access))
                        .with((funded, trainings, recorded) -> new DossierParts(access, funded, trainings, recorded)))
                .invoke(parts -> Completeness.checkParts(parts.all(), wanted))
                .map(parts -> parts.dossier(project));
    }

    private Uni<ReportPart<FundedProject>> funded(UUID project, Instant asOf, DossierAccess access) {
        return access.money()
                ? ReportPart.of(funding.finances(project, asOf)
                        .map(Completeness::required)
                        .map(FundedProject::with))
                : ReportPart.of(Uni.combine()
                        .all()
                        .unis(
                                funding.project(project, asOf).map(Completeness::required),
                                funding.partsOf(project, asOf).map(Completeness::required))
                        .with(FundedProject::withoutMoney));
    }

    private Uni<ReportPart<ProjectTrainings>> trainings(UUID project, Instant asOf, DossierAccess access) {
        return access.trainings()
                ? ReportPart.of(training.trainingsOf(project, asOf).map(Completeness::required))
                : ReportPart.withheld();
    }

    private Uni<ReportPart<RecordedProject>> recorded(UUID project, Instant asOf, DossierAccess access) {
        if (access.records()) {
            return ReportPart.of(
                    reporting.records(project, asOf).map(Completeness::required).map(RecordedProject::with));
        }
        return access.reachSums()
                ? ReportPart.of(reporting
                        .reachSums(project, asOf)
                        .map(Completeness::required)
                        .map(RecordedProject::withoutRecords))
                : ReportPart.withheld();
    }
}
