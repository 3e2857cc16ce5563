package nl.doorlichting.training.trainingtypes;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
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

@Path(TrainingTypeResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Training types", description = "Kinds of training (soorten trainingen).")
class TrainingTypeResource {
    static final String PATH = "/v1/training-types";

    private final TrainingTypeService types;

    TrainingTypeResource(TrainingTypeService types) {
        this.types = types;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a training type",
            description = "Its code names it everywhere and never changes. A type with the same code is 409.")
    public RestResponse<TrainingTypeResponse> createTrainingType(TrainingTypeRequest request) {
        var created = types.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List training types",
            description =
                    "Types of trainings, which are data. Their codes are the codelist training-types. With asOf as they"
                            + " were at a moment.")
    public Page<TrainingTypeResponse> listTrainingTypes(
            @BeanParam PastParameter asOf, @BeanParam @SortedBy(TrainingTypeRepository.class) PageParameters page) {
        return page.list(request -> types.page(asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "Get one training type",
            description = "With its target group and the days after which personal data of its registrations are "
                    + "erased. With asOf as it was recorded then; 404 when it was not there yet.")
    public RestResponse<TrainingTypeResponse> getTrainingType(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(types.get(id, asOf.moment()));
    }

    @PATCH
    @Idempotent
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Change a training type",
            description = "Never its code. Another target group holds for what is recorded from now on; a shorter"
                    + " retention also for what is there.")
    public RestResponse<TrainingTypeResponse> updateTrainingType(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(TrainingTypeRequest.class) MergePatch patch) {
        return Responses.found(types.change(id, ifMatch, patch));
    }
}
