package nl.doorlichting.training.advicequestions;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.audit.DryRun;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(AdviceQuestionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Advice questions", description = "Questions for advice (adviesvragen) and their answers.")
class AdviceQuestionResource {
    static final String PATH = "/v1/advice-questions";

    private final AdviceQuestionService questions;

    AdviceQuestionResource(AdviceQuestionService questions) {
        this.questions = questions;
    }

    @POST
    @Idempotent
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Ask for advice",
            description =
                    "For anyone with a token. Only the asker and the coordinator see the question. A coordinator who"
                            + " records a question asked elsewhere may state receivedOn; to others that is 403. The"
                            + " organisation of other callers is that of their token. The answer does not repeat the"
                            + " question. A question with the same reference is 409.")
    public RestResponse<AdviceQuestionResponse> createAdviceQuestion(
            @QueryParam("strict") Boolean strict, AdviceQuestionRequest request) {
        var created = questions.ask(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "List questions for advice",
            description =
                    "All to a coordinator, their own to others. As a table: without the texts of question and answer.")
    public Page<AdviceQuestionResponse> listAdviceQuestions(
            @BeanParam QuestionFilter filter,
            @BeanParam @SortedBy(AdviceQuestionRepository.class) PageParameters page) {
        var query = filter.toQuery();
        return page.list(request -> questions.page(query, request));
    }

    // A read by POST, because a name does not belong in a URL. The answer is not stored, so there is no key.
    @POST
    @DryRun
    @Path("/search")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Search the texts of questions for advice",
            description =
                    "Those of the list that contain a text in the question or its answer, with the filters of the list;"
                            + " without those that are erased. A key has no effect: the answer is never stored.")
    @APIResponse(responseCode = "200", description = "The questions found")
    public RestResponse<AdviceQuestionMatches> searchAdviceQuestions(
            @BeanParam QuestionFilter filter, AdviceQuestionSearchRequest request) {
        return RestResponse.ResponseBuilder.ok(questions.search(filter.toQuery(), request.text()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(summary = "Get one question for advice", description = "404 to all but its asker and a coordinator.")
    public RestResponse<AdviceQuestionResponse> getAdviceQuestion(@PathParam("id") UUID id) {
        return Responses.found(questions.get(id));
    }

    @GET
    @Path("/{id}/versions")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "List what a question for advice stated before",
            description =
                    "Before each correction and a withdrawal, with the reason, the oldest first: its classification and"
                            + " its answer. 404 to all but its asker and a coordinator.")
    public AdviceQuestionHistory listAdviceQuestionVersions(@PathParam("id") UUID id) {
        return questions.history(id);
    }

    @POST
    @Idempotent
    @Path("/{id}/assignment")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Assign a question for advice",
            description =
                    "To a coordinator, another one or nobody, until it is answered (409 then). A coordinator is known once"
                            + " it planned or changed a session or worked at the desk; another subject than those and the"
                            + " caller is 409 (reference-unknown). The asker does not see to whom.")
    @APIResponse(responseCode = "200", description = "The question as it is now")
    public RestResponse<AdviceQuestionResponse> assignAdviceQuestion(
            @PathParam("id") UUID id, AdviceAssignmentRequest request) {
        return Responses.found(questions.assign(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/corrections")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Correct a question for advice and its answer",
            description =
                    "Who asked, theme, phenomenon, organisation and, once there is one, the answer: the fields that"
                            + " change, with the reason. What is not named stays, and null removes; an answer is not removed. What"
                            + " was stated before is kept. The question itself stays. 409 once it is withdrawn or erased.")
    @APIResponseSchema(
            value = AdviceQuestionResponse.class,
            responseCode = "201",
            responseDescription = "The question as it is now, without texts")
    public RestResponse<AdviceQuestionResponse> correctAdviceQuestion(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AdviceQuestionCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, questions.correct(id, changes));
    }

    @POST
    @Idempotent
    @Path("/{id}/withdrawal")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Withdraw a question for advice",
            description =
                    "By its asker until it is answered, or by a coordinator. It counts nowhere from now on, and lists"
                            + " leave it out unless status names WITHDRAWN. The reason is personal data, as the question is. 409"
                            + " once it is withdrawn or erased.")
    @APIResponse(responseCode = "200", description = "The question as it is now")
    public RestResponse<AdviceQuestionResponse> withdrawAdviceQuestion(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(questions.withdraw(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/answer")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Answer a question for advice",
            description =
                    "409 a second time, and once the question was withdrawn or erased. The answer repeats neither text.")
    public RestResponse<AdviceQuestionResponse> createAdviceAnswer(
            @PathParam("id") UUID id, AdviceAnswerRequest request) {
        return Responses.created(PATH + "/" + id, questions.answer(id, request));
    }

    @POST
    @Idempotent
    @Path("/{id}/erasure")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Erase the texts of a question for advice",
            description = "By its asker or a coordinator, for ever; a job does the same some time after the answer."
                    + " Question, answer and asker are erased, the asker does not see the question any more, and it is"
                    + " counted as before. A second request of a coordinator changes nothing.")
    @APIResponse(responseCode = "200", description = "The question as it is now")
    public RestResponse<AdviceQuestionResponse> eraseAdviceQuestion(@PathParam("id") UUID id) {
        return Responses.found(questions.erase(id));
    }

    /** The filters of the list. */
    static class QuestionFilter {
        @QueryParam("programme")
        @Separator(",")
        List<String> programme;

        @Parameter(
                description =
                        "OPEN is within its term, OVERDUE past it, WITHDRAWN counts nowhere. Several values are separated"
                                + " by commas; all but withdrawn ones when absent.")
        @QueryParam("status")
        @Separator(",")
        List<AdviceQuestionStatus> status;

        @Parameter(description = "true: only questions past their term without an answer; false: only the others.")
        @QueryParam("overdue")
        Boolean overdue;

        @QueryParam("askedBy")
        @Separator(",")
        List<AskerKind> askedBy;

        @QueryParam("theme")
        @Separator(",")
        List<AdviceTheme> theme;

        @QueryParam("phenomenon")
        @Separator(",")
        List<Phenomenon> phenomenon;

        @Parameter(description = "Number of the organisation that asks. Several values are separated by commas.")
        @QueryParam("organisationId")
        @Separator(",")
        List<String> organisationId;

        @Parameter(
                description =
                        "Subject of the token of the coordinator who is to answer; NOT_STATED: questions assigned to"
                                + " nobody. Other callers than coordinators find none with it.",
                example = "8f14e45f-ceea-467f-9b2a-3c5d1e0a7b42")
        @QueryParam("assignedTo")
        String assignedTo;

        @Parameter(description = "First day of receipt.")
        @QueryParam("from")
        LocalDate from;

        @Parameter(description = "First day after the days of receipt.")
        @QueryParam("until")
        LocalDate until;

        /** 400 for days that end before they begin, as in lists of figures. */
        AdviceQuestionQuery toQuery() {
            if (from != null && until != null && !from.isBefore(until)) {
                throw ProblemException.violation(Violation.query(
                        "until",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", from.plusDays(1)),
                        Text.of("figures.until-not-after-from")));
            }
            var fields = new Filter()
                    .equal("programme", programme)
                    .equal("askedBy", askedBy)
                    .equal("theme", theme)
                    .equal("phenomenon", phenomenon)
                    .equal("organisationId", organisationId);
            if (from != null) {
                fields.where("e.receivedOn >= :from_day", "from_day", from);
            }
            if (until != null) {
                fields.where("e.receivedOn < :until_day", "until_day", until);
            }
            return new AdviceQuestionQuery(fields, status, overdue, assignedTo);
        }
    }
}
