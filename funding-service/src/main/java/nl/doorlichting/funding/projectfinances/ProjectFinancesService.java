package nl.doorlichting.funding.projectfinances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
        return new ProjectFinancesResponse(
                projects.get(projectId),
                queries.parts(projectId),
                queries.awards(projectId),
                queries.years(projectId),
                queries.total(projectId),
                queries.prizes(projectId),
                queries.procurements(projectId),
                revision);
    }
}
