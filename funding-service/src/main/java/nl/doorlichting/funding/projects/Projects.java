package nl.doorlichting.funding.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /** Records a project in the transaction at hand, which marks the figures as changed after this; returns its id. */
    public UUID make(ProjectRequest request) {
        return service.make(request);
    }

    /** Project records of the programme then, or now if the moment is null, parts of projects included; the null key holds those without instrument. */
    public Map<FundingInstrument, Long> countByInstrument(String programme, Instant asOf) {
        return projects.countByInstrument(programme, asOf);
    }

    /** 409 when a project is named that the programme does not have; null passes, and so does a project of no programme. */
    public void refuseUnknown(String programme, UUID id) {
        if (id != null && programme != null && !projects.isOf(programme, id)) {
            throw ProblemException.unknownReference("/projectId", id, Text.of("project.unknown", programme));
        }
    }
}
