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
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.access.AccessRule;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
                            + " records a question asked elsewhere may state receivedOn; to others that is 403. The answer"
                            + " does not repeat the question.")
    public RestResponse<AdviceQuestionResponse> createAdviceQuestion(AdviceQuestionRequest request) {
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
            @QueryParam("programme") @Separator(",") List<String> programme,
            @Parameter(description = "OPEN is within its term, OVERDUE past it.") @QueryParam("status")
                    AdviceQuestionStatus status,
            @QueryParam("askedBy") @Separator(",") List<AskerKind> askedBy,
            @QueryParam("theme") @Separator(",") List<AdviceTheme> theme,
            @QueryParam("phenomenon") @Separator(",") List<Phenomenon> phenomenon,
            @BeanParam @SortedBy(AdviceQuestionRepository.class) PageParameters page) {
        return page.list(request -> questions.page(
                new Filter()
                        .equal("programme", programme)
                        .equal("askedBy", askedBy)
                        .equal("theme", theme)
                        .equal("phenomenon", phenomenon),
                status,
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(summary = "Get one question for advice", description = "404 to all but its asker and a coordinator.")
    public RestResponse<AdviceQuestionResponse> getAdviceQuestion(@PathParam("id") UUID id) {
        return Responses.found(questions.get(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/answer")
    @Allowed(TrainingAccess.WRITE_TRAININGS)
    @Operation(
            summary = "Answer a question for advice",
            description = "409 a second time, and once the question was erased. The answer repeats neither text.")
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
}
