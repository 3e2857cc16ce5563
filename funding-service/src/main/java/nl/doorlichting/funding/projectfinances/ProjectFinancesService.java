package nl.doorlichting.funding.projectfinances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.projects.Projects;

@ApplicationScoped
class ProjectFinancesService {
    private final FundingDataSet dataSet;
    private final Projects projects;
    private final ProjectFinancesQueries queries;

    ProjectFinancesService(FundingDataSet dataSet, Projects projects, ProjectFinancesQueries queries) {
        this.dataSet = dataSet;
        this.projects = projects;
        this.queries = queries;
    }

    @Transactional
    ProjectFinancesResponse of(UUID projectId) {
        var revision = dataSet.beginConsistentRead();
        var project = projects.get(projectId);
        var kinds = queries.kinds(projectId);
        var awards = kinds.awards() ? queries.awards(projectId) : ProjectFinancesQueries.Awards.NONE;
        return new ProjectFinancesResponse(
                project,
                kinds.parts() ? queries.parts(projectId) : List.of(),
                awards.each(),
                kinds.awards() ? queries.years(projectId) : List.of(),
                awards.total(),
                kinds.prizes() ? queries.prizes(projectId) : List.of(),
                kinds.procurements() ? queries.procurements(projectId) : List.of(),
                revision);
    }
}
