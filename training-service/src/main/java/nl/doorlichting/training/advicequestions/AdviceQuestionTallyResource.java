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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
            description =
                    "Numbers that their source gives only as a total: received, answered or both. One with the same"
                            + " reference is 409, and so is one that states the same of the same source.")
    public RestResponse<AdviceQuestionTallyResponse> createAdviceQuestionTally(
            @QueryParam("strict") Boolean strict, AdviceQuestionTallyRequest request) {
        var created = tallies.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(
            summary = "List tallies of questions for advice",
            description =
                    "Numbers of questions that a source gives only as a total, as they stand, or with asOf as they were"
                            + " at a moment.")
    public Page<AdviceQuestionTallyResponse> listAdviceQuestionTallies(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(AdviceQuestionTallyRepository.class) PageParameters page) {
        var filter = RecordWithdrawal.narrow(new Filter().equal("programme", programme), withdrawn);
        return page.list(request -> tallies.page(filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAININGS)
    @Operation(summary = "Get one tally of questions for advice", description = "The latest version.")
    public RestResponse<AdviceQuestionTallyResponse> getAdviceQuestionTally(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is"
                                    + " recorded now when absent. 404 before the record was made.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(tallies.get(id, asOf));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a tally of questions for advice",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. What it stated"
                            + " before is kept, and no longer counted. 409 for what another tally states, and once it is"
                            + " withdrawn.")
    @APIResponseSchema(
            value = AdviceQuestionTallyResponse.class,
            responseCode = "201",
            responseDescription = "The tally as it is now")
    public RestResponse<AdviceQuestionTallyResponse> correctAdviceQuestionTally(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    AdviceQuestionTallyCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, tallies.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Withdraw a tally of questions for advice",
            description = "It counts nowhere from now on; what it stated stays readable. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = AdviceQuestionTallyResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<AdviceQuestionTallyResponse> withdrawAdviceQuestionTally(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(tallies.withdraw(id, request));
    }
}
