package nl.doorlichting.reporting.projectrecords;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.UUID;
import nl.doorlichting.platform.lists.PageRequest;

/** Puts together what is known of one project. */
@ApplicationScoped
class ProjectRecordService {
    private static final int LARGEST_PAGE = 200;

    private final ProjectFindings findings;
    private final ProjectOutcomes outcomes;

    ProjectRecordService(ProjectFindings findings, ProjectOutcomes outcomes) {
        this.findings = findings;
        this.outcomes = outcomes;
    }

    @Transactional
    ProjectRecordResponse get(UUID project) {
        return new ProjectRecordResponse(
                project,
                findings.reports(project),
                findings.reach(project),
                findings.indicators(project),
                outcomes.judgements(project),
                outcomes.lessons(project),
                outcomes.embeddings(project),
                outcomes.products(project));
    }

    /** The first page of a list of this project's. */
    static PageRequest firstPage(String path, UUID project) {
        var self = URI.create(path + "?projectId=" + project + "&pageSize=" + LARGEST_PAGE);
        return new PageRequest(LARGEST_PAGE, null, null, self);
    }
}
