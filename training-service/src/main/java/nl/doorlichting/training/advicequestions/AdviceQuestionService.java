package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.personaldata.PersonalData;

/** Records questions and their answers, and shows a question to its asker and to the coordinator. */
@ApplicationScoped
class AdviceQuestionService {
    private final AdviceQuestionRepository questions;
    private final AdviceConfig config;
    private final TrainingDataSet dataSet;
    private final PersonalData data;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    AdviceQuestionService(
            AdviceQuestionRepository questions,
            AdviceConfig config,
            TrainingDataSet dataSet,
            PersonalData data,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.questions = questions;
        this.config = config;
        this.dataSet = dataSet;
        this.data = data;
        this.caller = caller;
        this.calendar = calendar;
    }

    @Transactional
    AdviceQuestionResponse ask(AdviceQuestionRequest request) {
        var receivedOn = receivedOn(request);
        questions.refuseDuplicate(
                request.programme(),
                request.reference(),
                Text.of("advice.reference-taken"),
                AdviceQuestionResource.PATH);
        var now = calendar.now();
        var question = new AdviceQuestion(
                Ids.next(now),
                request,
                receivedOn,
                config.termDays(),
                now,
                caller.get().subject(),
                data);
        questions.persist(question);
        dataSet.markChanged();
        return withoutTexts(question);
    }

    @Transactional
    AdviceQuestionResponse answer(UUID id, AdviceAnswerRequest request) {
        var question = questions.lock(id);
        var answeredOn = statedOrToday("/answeredOn", request.answeredOn(), question.receivedOn());
        question.answer(request.answer(), answeredOn, caller.get().subject(), data);
        questions.flush();
        dataSet.markChanged();
        return withoutTexts(question);
    }

    /** Erases the texts and the asker; the question is counted as before. */
    @Transactional
    AdviceQuestionResponse erase(UUID id) {
        var question = visible(questions.lock(id));
        // The database erases the row and then hides it from its asker, so that the answer comes from the entity.
        questions.getEntityManager().detach(question);
        question.erase(calendar.now());
        questions.erase(id, question.erasedAt());
        return withoutTexts(question);
    }

    @Transactional
    Page<AdviceQuestionResponse> page(Filter filter, AdviceQuestionStatus status, PageRequest request) {
        var visible = isCoordinator()
                ? filter
                : filter.equal("createdBy", caller.get().subject());
        var wanted = status == null ? visible : AdviceQuestionRepository.withStatus(visible, status, calendar.today());
        return questions.page(wanted, request).map(this::response);
    }

    @Transactional
    AdviceQuestionResponse get(UUID id) {
        return response(visible(questions.get(id)));
    }

    private AdviceQuestionResponse response(AdviceQuestion question) {
        return response(question, question.question(data), question.answer(data));
    }

    /** The answer to a write. It is stored for a repeated request, so it has no text that can be erased. */
    private AdviceQuestionResponse withoutTexts(AdviceQuestion question) {
        return response(question, AdviceQuestion.ERASED, null);
    }

    private AdviceQuestionResponse response(AdviceQuestion question, String asked, String answered) {
        return question.toResponse(asked, answered, calendar.today(), allowedActions(question));
    }

    private List<String> allowedActions(AdviceQuestion question) {
        if (question.isErased()) {
            return List.of();
        }
        return isCoordinator() && !question.isAnswered()
                ? List.of("answer", AdviceQuestion.ERASURE)
                : List.of(AdviceQuestion.ERASURE);
    }

    /** 404 when the caller may not see it. */
    private AdviceQuestion visible(AdviceQuestion question) {
        if (!isCoordinator() && !question.wasAskedBy(caller.get().subject())) {
            throw ProblemException.notFound();
        }
        return question;
    }

    private boolean isCoordinator() {
        return caller.get().may(TrainingAccess.WRITE_TRAININGS);
    }

    /** 403 when another caller than a coordinator states the day. */
    private LocalDate receivedOn(AdviceQuestionRequest request) {
        if (request.receivedOn() != null && !isCoordinator()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("advice.received-on-by-coordinator"));
        }
        return statedOrToday("/receivedOn", request.receivedOn(), Period.EARLIEST);
    }

    /** The stated day, else today; 400 for a day before the earliest or after today. */
    private LocalDate statedOrToday(String pointer, LocalDate stated, LocalDate earliest) {
        var today = calendar.today();
        if (stated == null) {
            return today;
        }
        if (stated.isAfter(today) || stated.isBefore(earliest)) {
            throw ProblemException.violation(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", earliest.toString(), "maximum", today.toString()),
                    Text.of("advice.day-between", earliest)));
        }
        return stated;
    }
}
