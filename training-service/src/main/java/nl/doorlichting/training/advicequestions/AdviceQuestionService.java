package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.personaldata.PersonalData;

/** Takes questions, has them answered, and shows each to its asker and to the coordinator. */
@ApplicationScoped
class AdviceQuestionService {
    private final AdviceQuestionRepository questions;
    private final AdviceTerms terms;
    private final TrainingDataSet dataSet;
    private final PersonalData data;
    private final CurrentCaller caller;
    private final Clock clock;

    AdviceQuestionService(
            AdviceQuestionRepository questions,
            AdviceTerms terms,
            TrainingDataSet dataSet,
            PersonalData data,
            CurrentCaller caller,
            Clock clock) {
        this.questions = questions;
        this.terms = terms;
        this.dataSet = dataSet;
        this.data = data;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    AdviceQuestionResponse ask(AdviceQuestionRequest request) {
        var receivedOn = terms.receivedOn(request, isCoordinator());
        refuseSecond(request);
        var now = clock.instant();
        var question = new AdviceQuestion(Ids.next(now), request, receivedOn, terms.days(), data)
                .recorded(now, caller.get().subject());
        questions.persist(question);
        dataSet.changed();
        return withoutTexts(question);
    }

    @Transactional
    AdviceQuestionResponse answer(UUID id, AdviceAnswerRequest request) {
        var question = questions.findForChange(id).orElseThrow(ProblemException::notFound);
        question.answer(
                request.answer(),
                terms.answeredOn(request, question),
                caller.get().subject(),
                data);
        questions.flush();
        dataSet.changed();
        return withoutTexts(question);
    }

    /** What the question says and who asked it is forgotten; it counts as before. */
    @Transactional
    AdviceQuestionResponse erase(UUID id) {
        var question = questions.findForChange(id).filter(this::isVisible).orElseThrow(ProblemException::notFound);
        // By the database, which shows it to its asker no longer: what is answered is made of what is left.
        questions.getEntityManager().detach(question);
        question.erase(clock.instant());
        questions.erase(id, question.erasedAt);
        return withoutTexts(question);
    }

    @Transactional
    Page<AdviceQuestionResponse> page(Filter filter, AdviceQuestionStatus status, PageRequest request) {
        var visible = isCoordinator()
                ? filter
                : filter.equal("createdBy", caller.get().subject());
        var wanted = status == null ? visible : AdviceQuestionRepository.withStatus(visible, status, terms.today());
        return questions.page(wanted, request).map(this::response);
    }

    @Transactional
    AdviceQuestionResponse get(UUID id) {
        return questions
                .findByIdOptional(id)
                .filter(this::isVisible)
                .map(this::response)
                .orElseThrow(ProblemException::notFound);
    }

    private AdviceQuestionResponse response(AdviceQuestion question) {
        return response(question, question.question(data), question.answer(data));
    }

    /** The answer to a write: it is remembered for a repeated request, and what is erased must be forgotten there too. */
    private AdviceQuestionResponse withoutTexts(AdviceQuestion question) {
        return response(question, AdviceQuestion.ERASED, null);
    }

    private AdviceQuestionResponse response(AdviceQuestion question, String asked, String answered) {
        return AdviceQuestionResponse.from(question, asked, answered, terms.today(), allowedActions(question));
    }

    private List<String> allowedActions(AdviceQuestion question) {
        if (question.isErased()) {
            return List.of();
        }
        return isCoordinator() && !question.isAnswered() ? List.of("answer", "erasure") : List.of("erasure");
    }

    private boolean isVisible(AdviceQuestion question) {
        return isCoordinator() || question.createdBy.equals(caller.get().subject());
    }

    private boolean isCoordinator() {
        return caller.get().may(AccessRule.WRITE_TRAININGS);
    }

    private void refuseSecond(AdviceQuestionRequest request) {
        questions.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "The programme has a question with this reference.",
                    AdviceQuestionResource.PATH + "/" + existing.id);
        });
    }
}
