package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

/** The projects, for other features. */
@ApplicationScoped
public class Projects {
    private final ProjectRepository projects;
    private final ProjectService service;

    Projects(ProjectRepository projects, ProjectService service) {
        this.projects = projects;
        this.service = service;
    }

    /** The project; 404 when it is not there or not visible to the caller. */
    public ProjectResponse get(UUID id) {
        return service.get(id);
    }

    /** Project records of the programme, parts of projects included; the null key holds those without instrument. */
    public Map<FundingInstrument, Long> countByInstrument(String programme) {
        return projects.countByInstrument(programme);
    }

    /** 409 when a project is named that the programme does not have; null passes. */
    public void refuseUnknown(String programme, UUID id) {
        if (id != null && !projects.isOf(programme, id)) {
            throw ProblemException.unknownReference("/projectId", Text.of("project.unknown", programme));
        }
    }
}
