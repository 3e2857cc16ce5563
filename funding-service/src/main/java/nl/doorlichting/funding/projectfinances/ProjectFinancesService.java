package nl.doorlichting.funding.projectfinances;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.platform.records.RecordedPast;

@ApplicationScoped
class ProjectFinancesService {
    private final FundingDataSet dataSet;
    private final Projects projects;
    private final ProjectFinancesQueries queries;
    private final RecordedPast past;

    ProjectFinancesService(
            FundingDataSet dataSet, Projects projects, ProjectFinancesQueries queries, RecordedPast past) {
        this.dataSet = dataSet;
        this.projects = projects;
        this.queries = queries;
        this.past = past;
    }

    /**
     * The money of the project; 404 for a moment before it was recorded.
     *
     * @param asOf recorded time; null for now
     */
    @Transactional
    ProjectFinancesResponse of(UUID projectId, Instant asOf) {
        var revision = dataSet.beginConsistentRead();
        past.read(asOf);
        var project = projects.get(projectId);
        var recorded = queries.of(projectId, asOf);
        return new ProjectFinancesResponse(
                project,
                recorded.parts(),
                recorded.awards(),
                recorded.years(),
                recorded.total(),
                recorded.prizes(),
                recorded.procurements(),
                revision);
    }
}
