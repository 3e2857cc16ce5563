package nl.doorlichting.training.advicequestions;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(AdviceQuestionTallyResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Advice questions", description = "Questions for advice (adviesvragen) and their answers.")
class AdviceQuestionTallyResource {
    static final String PATH = "/v1/advice-question-tallies";

    private final AdviceQuestionTallyService tallies;

    AdviceQuestionTallyResource(AdviceQuestionTallyService tallies) {
        this.tallies = tallies;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a tally of questions for advice",
            description = "Numbers that their source gives only as a total: received, answered or both.")
    public RestResponse<AdviceQuestionTallyResponse> createAdviceQuestionTally(AdviceQuestionTallyRequest request) {
        var created = tallies.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List tallies of questions for advice",
            description = "Latest versions of numbers of questions that a source gives only as a total.")
    public Page<AdviceQuestionTallyResponse> listAdviceQuestionTallies(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @BeanParam @SortedBy(AdviceQuestionTallyRepository.class) PageParameters page) {
        return page.list(request -> tallies.page(new Filter().equal("programme", programme), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(summary = "Get one tally of questions for advice", description = "The latest version.")
    public RestResponse<AdviceQuestionTallyResponse> getAdviceQuestionTally(@PathParam("id") UUID id) {
        return Responses.found(tallies.get(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a tally of questions for advice",
            description = "A whole tally, with a reason; the version before is kept and no longer counted.")
    @APIResponseSchema(
            value = AdviceQuestionTallyResponse.class,
            responseCode = "201",
            responseDescription = "The tally as it is now")
    public RestResponse<AdviceQuestionTallyResponse> correctAdviceQuestionTally(
            @PathParam("id") UUID id, AdviceQuestionTallyCorrectionRequest request) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, request));
    }
}
