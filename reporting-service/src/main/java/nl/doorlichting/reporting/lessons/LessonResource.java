package nl.doorlichting.reporting.lessons;

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
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.ReviewedListParameter;
import nl.doorlichting.reporting.activity.StrictParameter;
import nl.doorlichting.reporting.publication.PublicationStatus;
import nl.doorlichting.reporting.publication.PublishableRecordService;
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

@Path(LessonResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Lessons", description = "Lessons and good practices (leerpunten, goede voorbeelden).")
class LessonResource {
    static final String PATH = "/v1/lessons";

    private final LessonService lessons;

    LessonResource(LessonService lessons) {
        this.lessons = lessons;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record a lesson",
            description = "It starts unpublished. It becomes public, so no person may be named in it. A lesson"
                    + " with the same reference is 409, and so is a second translation of a lesson in one language.")
    public RestResponse<LessonResponse> createLesson(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            LessonRequest request) {
        var created = lessons.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "List lessons",
            description = "Lessons and good practices, published or not. The catalogue has the published ones "
                    + "without a token.")
    public Page<LessonResponse> listLessons(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("projectId") @Separator(",") List<UUID> projectId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("kind") @Separator(",") List<LessonKind> kind,
            @QueryParam("status") @Separator(",") List<PublicationStatus> status,
            @Parameter(
                            description = "Only those that say another lesson in another language, or only lessons"
                                    + " of their own, of which each counts once.")
                    @QueryParam("translation")
                    Boolean translation,
            @BeanParam ReviewedListParameter recorded,
            @BeanParam @SortedBy(PublishableRecordService.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("activity.projectId", projectId)
                .equal("activity.organisationId", organisationId)
                .equal("kind", kind)
                .equal("status", status);
        return page.list(request -> lessons.page(
                lessons.correctionPending(
                        LessonService.narrow(recorded.narrow(filter), translation), recorded.correctionPending()),
                recorded.asOf(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one lesson",
            description = "With its status: published lessons are public through the catalogue. With asOf as it was"
                    + " recorded then; 404 when it was not there yet.")
    public RestResponse<LessonResponse> getLesson(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(lessons.get(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Change a lesson",
            description = "While it is a draft (409). 409 for the reference of another lesson, and for a second"
                    + " translation of a lesson in one language.")
    public RestResponse<LessonResponse> updateLesson(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(LessonRequest.class) MergePatch patch) {
        return Responses.found(lessons.update(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(summary = "Publish a lesson", description = "From now on the catalogue shows it.")
    @APIResponseSchema(value = LessonResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<LessonResponse> publishLesson(@PathParam("id") UUID id) {
        return Responses.found(lessons.publish(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WITHDRAW_RESULTS)
    @Operation(
            summary = "Withdraw a lesson",
            description = "It leaves the catalogue, where its address gives the reason (410), and lists. It is a draft"
                    + " that can be changed and published again, which ends the withdrawal. A public one is withdrawn by a"
                    + " reviewer.")
    @APIResponseSchema(value = LessonResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<LessonResponse> withdrawLesson(@PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(lessons.withdraw(id, request));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a public lesson",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. The correction waits"
                            + " for another reviewer (correctionPending), and the lesson stays as it is until then. 409 for a draft,"
                            + " which is changed by PATCH, and while another one waits.")
    @APIResponseSchema(
            value = LessonResponse.class,
            responseCode = "201",
            responseDescription = "As it stands now, with the correction waiting")
    public RestResponse<LessonResponse> correctLesson(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = LessonRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, lessons.correct(id, changes));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get the correction of a lesson that waits for a reviewer",
            description = "The lesson as it is once a reviewer approves it. 404 when none waits.")
    public RestResponse<LessonResponse> getPendingLessonCorrection(@PathParam("id") UUID id) {
        return Responses.found(lessons.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the correction of a lesson",
            description =
                    "The catalogue shows it from now on. 403 for the caller that proposed it, 409 when none waits.")
    @APIResponseSchema(value = LessonResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<LessonResponse> approveLessonCorrection(@PathParam("id") UUID id) {
        return Responses.found(lessons.approveCorrection(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the correction of a lesson",
            description = "The lesson stays as it is. 409 when none waits.")
    @APIResponseSchema(value = LessonResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<LessonResponse> rejectLessonCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(lessons.rejectCorrection(id, request));
    }
}
