package nl.doorlichting.training.learningmodules;

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
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(LearningModuleResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Learning modules", description = "Modules for self-study (leermodules), and their completions.")
class LearningModuleResource {
    static final String PATH = "/v1/learning-modules";

    private final LearningModuleService modules;

    LearningModuleResource(LearningModuleService modules) {
        this.modules = modules;
    }

    @POST
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record a learning module",
            description = "Records an e-learning module. A module with the same reference is 409.")
    public RestResponse<LearningModuleResponse> createLearningModule(
            @QueryParam("strict") Boolean strict, LearningModuleRequest request) {
        var created = modules.record(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @PATCH
    @Idempotent
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(summary = "Change a learning module", description = "All but its programme and reference.")
    public RestResponse<LearningModuleResponse> updateLearningModule(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(LearningModuleRequest.class) MergePatch patch) {
        return Responses.found(modules.change(id, ifMatch, patch));
    }

    @GET
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "List learning modules",
            description = "E-learning modules with the sum of their completions; with asOf as they were at a moment.")
    public Page<LearningModuleResponse> listLearningModules(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(LearningModuleRepository.class) PageParameters page) {
        return page.list(request -> modules.page(new Filter().equal("programme", programme), asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(summary = "Get one learning module", description = "With the sum of its completions.")
    public RestResponse<LearningModuleResponse> getLearningModule(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Moment, UTC: what was recorded then, with which nothing can be done; what is"
                                    + " recorded now when absent. 404 before the record was made.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(modules.get(id, asOf));
    }

    @POST
    @Idempotent
    @Path("/{id}/completions")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Record how many completed a learning module",
            description = "409 for a group and a period whose completions are recorded.")
    public RestResponse<LearningCompletionResponse> createLearningCompletion(
            @PathParam("id") UUID id, LearningCompletionRequest request) {
        return Responses.created(PATH + "/" + id + "/completions", modules.recordCompletions(id, request));
    }

    @GET
    @Path("/{id}/completions")
    @CsvExport
    @Allowed(TrainingAccess.READ_TRAINING_RESULTS)
    @Operation(
            summary = "List how many completed a learning module",
            description =
                    "Counts of people who completed the module, by period; with asOf as they were at a moment. No person"
                            + " is recorded.")
    public Page<LearningCompletionResponse> listLearningCompletions(
            @PathParam("id") UUID id,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(LearningCompletionRepository.class) PageParameters page) {
        var filter = RecordWithdrawal.narrow(new Filter(), withdrawn);
        return page.list(request -> modules.completions(id, filter, asOf.moment(), request));
    }

    @POST
    @Path("/{id}/completions/{completionId}/corrections")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct how many completed a learning module",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. What it stated"
                            + " before is kept, and no longer counted. 409 for a group and a period whose completions are"
                            + " recorded elsewhere, and once it is withdrawn.")
    @APIResponseSchema(
            value = LearningCompletionResponse.class,
            responseCode = "201",
            responseDescription = "The count as it is now")
    public RestResponse<LearningCompletionResponse> correctLearningCompletion(
            @PathParam("id") UUID id,
            @PathParam("completionId") UUID completionId,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    LearningCompletionCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id + "/completions", modules.correct(id, completionId, changes));
    }

    @POST
    @Path("/{id}/completions/{completionId}/withdrawal")
    @Idempotent
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Withdraw how many completed a learning module",
            description =
                    "The count is in no sum from now on; what it stated stays readable. 409 once it is withdrawn.")
    @APIResponseSchema(
            value = LearningCompletionResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<LearningCompletionResponse> withdrawLearningCompletion(
            @PathParam("id") UUID id, @PathParam("completionId") UUID completionId, RecordWithdrawalRequest request) {
        return Responses.found(modules.withdraw(id, completionId, request));
    }
}
