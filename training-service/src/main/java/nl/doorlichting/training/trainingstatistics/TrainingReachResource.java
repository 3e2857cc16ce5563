package nl.doorlichting.training.trainingstatistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/training-statistics/reach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Training statistics", description = "Sums of sessions and training tallies.")
class TrainingReachResource {
    private final TrainingReachService reach;
    private final MunicipalityRegister register;

    TrainingReachResource(TrainingReachService reach, MunicipalityRegister register) {
        this.reach = reach;
        this.register = register;
    }

    @GET
    @FiguresOf(Structure.REACH)
    @Allowed(TrainingAccess.READ_REPORTS)
    @Operation(
            summary = "Sum the reach of the trainings",
            description = "Participations in held sessions by up to three dimensions.")
    public ReachAnswer getTrainingReach(@Context UriInfo uri) {
        return reach.answer(new FigureParameters(Structure.REACH, uri).toQuestion(register));
    }
}
