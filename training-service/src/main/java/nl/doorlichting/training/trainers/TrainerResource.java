package nl.doorlichting.training.trainers;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(TrainerResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Trainers", description = "Who gives trainings, and by whom they were trained (train-de-trainer).")
class TrainerResource {
    static final String PATH = "/v1/trainers";

    private final TrainerService trainers;

    TrainerResource(TrainerService trainers) {
        this.trainers = trainers;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(summary = "Record a trainer", description = "409 for a subject that is known.")
    public RestResponse<TrainerResponse> createTrainer(TrainerRequest request) {
        var created = trainers.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @PATCH
    @Idempotent
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(summary = "Change a trainer", description = "Its label and organisationId only.")
    public RestResponse<TrainerResponse> updateTrainer(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(TrainerRequest.class) MergePatch patch) {
        return Responses.found(trainers.change(id, ifMatch, patch));
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAINERS)
    @Operation(
            summary = "List trainers",
            description =
                    "All to a coordinator; to a trainer the trainer's own record. With asOf, which is for coordinators, as"
                            + " they and what they gave were recorded then, without labels.")
    public Page<TrainerResponse> listTrainers(
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("trainedBy") @Separator(",") List<UUID> trainedBy,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(TrainerRepository.class) PageParameters page) {
        return page.list(request -> trainers.page(
                new Filter().equal("organisationId", organisationId).equal("trainedBy", trainedBy),
                asOf.moment(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAINERS)
    @Operation(
            summary = "Get one trainer",
            description =
                    "A trainer sees itself only; a coordinator sees all. Names are personal data. With asOf, which is for"
                            + " coordinators, as it was recorded then, without its label; 404 when it was not there yet.")
    public RestResponse<TrainerResponse> getTrainer(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(trainers.get(id, asOf.moment()));
    }
}
