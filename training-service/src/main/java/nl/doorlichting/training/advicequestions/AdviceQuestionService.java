package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.coordinators.Coordinators;
import nl.doorlichting.training.personaldata.PersonalData;

/** Records questions and their answers, and shows a question to its asker and to the coordinator. */
@ApplicationScoped
class AdviceQuestionService implements BodyRules {
    private final AdviceQuestionRepository questions;
    private final AdviceQuestionChangeRepository changes;
    private final Coordinators coordinators;
    private final AdviceConfig config;
    private final TrainingDataSet dataSet;
    private final PersonalData data;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    AdviceQuestionService(
            AdviceQuestionRepository questions,
            AdviceQuestionChangeRepository changes,
            Coordinators coordinators,
            AdviceConfig config,
            TrainingDataSet dataSet,
            PersonalData data,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.questions = questions;
        this.changes = changes;
        this.coordinators = coordinators;
        this.config = config;
        this.dataSet = dataSet;
        this.data = data;
        this.caller = caller;
        this.calendar = calendar;
    }

    @Transactional
    AdviceQuestionResponse ask(AdviceQuestionRequest request) {
        var receivedOn = receivedOn(request);
        var organisation = organisation(request);
        questions.refuseDuplicate(
                request.programme(),
                request.reference(),
                Text.of("advice.reference-taken"),
                AdviceQuestionResource.PATH);
        var now = calendar.now();
        var question = new AdviceQuestion(
                Ids.next(now),
                request.ofOrganisation(organisation),
                receivedOn,
                config.termDays(),
                now,
                caller.get().subject(),
                data);
        questions.persist(question);
        coordinators.meet();
        dataSet.markChanged();
        return withoutTexts(question);
    }

    @Transactional
    AdviceQuestionResponse answer(UUID id, AdviceAnswerRequest request) {
        var question = questions.lock(id);
        question.require(AdviceQuestion.ANSWERING, true);
        var answeredOn = statedOrToday("/answeredOn", request.answeredOn(), question.receivedOn());
        question.answer(request.answer(), answeredOn, caller.get().subject(), data);
        return changed(question);
    }

    /** Assigns the question to a coordinator, or to nobody. */
    @Transactional
    AdviceQuestionResponse assign(UUID id, AdviceAssignmentRequest request) {
        var question = questions.lock(id);
        question.require(AdviceQuestion.ASSIGNMENT, true);
        coordinators.refuseUnknown("/assignedTo", request.assignedTo());
        question.assign(request.assignedTo());
        return changed(question);
    }

    /** What else is wrong with an assignment that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof AdviceAssignmentRequest request
                ? ProblemException.noted(() -> coordinators.refuseUnknown("/assignedTo", request.assignedTo()))
                : List.of();
    }

    /** Corrects the classification and the answer; what was stated before is kept. */
    @Transactional
    AdviceQuestionResponse correct(UUID id, MergePatch patch) {
        var question = questions.lock(id);
        question.require(AdviceQuestion.CORRECTIONS, true);
        var before = question.toCorrection(data);
        var request = patch.correctionOf(before, AdviceQuestionCorrectionRequest.class);
        checkAnswer(question, request);
        keep(question, before.because(request.reason()), false);
        question.correct(request, calendar.now(), caller.get().subject(), data);
        return changed(question);
    }

    /** From now on the question counts nowhere. Its asker may withdraw it until it is answered. */
    @Transactional
    AdviceQuestionResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var question = visible(questions.lock(id));
        question.require(AdviceQuestion.WITHDRAWAL, isCoordinator());
        keep(question, question.toCorrection(data).because(request.reason()), true);
        question.withdraw(calendar.now());
        return changed(question);
    }

    private void keep(AdviceQuestion question, AdviceQuestionCorrectionRequest stated, boolean withdraws) {
        var now = calendar.now();
        changes.persist(new AdviceQuestionChange(
                Ids.next(now),
                question.id(),
                stated,
                withdraws,
                now,
                caller.get().subject(),
                data));
    }

    /** An answer is corrected once there is one, and never removed. */
    private void checkAnswer(AdviceQuestion question, AdviceQuestionCorrectionRequest request) {
        if (question.isAnswered()) {
            ProblemException.together(
                    () -> requireAnswer(
                            "/answer",
                            request.answer() == null || request.answer().isBlank()),
                    () -> requireAnswer("/answeredOn", request.answeredOn() == null),
                    () -> statedOrToday("/answeredOn", request.answeredOn(), question.receivedOn()));
            return;
        }
        if (request.answer() != null || request.answeredOn() != null) {
            throw ProblemException.violation(Violation.body(
                    request.answer() == null ? "/answeredOn" : "/answer",
                    ViolationCode.NOT_ALLOWED,
                    Text.of("advice.not-answered")));
        }
    }

    private static void requireAnswer(String pointer, boolean missing) {
        if (missing) {
            throw ProblemException.violation(
                    Violation.body(pointer, ViolationCode.REQUIRED, Text.of("advice.answer-stays")));
        }
    }

    private AdviceQuestionResponse changed(AdviceQuestion question) {
        questions.flush();
        coordinators.meet();
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
    Page<AdviceQuestionResponse> page(AdviceQuestionQuery query, PageRequest request) {
        return questions.page(visible(query), request).map(this::response);
    }

    /** Texts are sealed, so each question is opened. */
    @Transactional
    AdviceQuestionMatches search(AdviceQuestionQuery query, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var read = questions.newest(visible(query).where("e.erasedAt is null"), AdviceQuestionMatches.MOST_READ + 1);
        var found = read.stream()
                .limit(AdviceQuestionMatches.MOST_READ)
                .map(this::response)
                .filter(one -> contains(one.question(), wanted) || contains(one.answer(), wanted))
                .limit(AdviceQuestionMatches.MOST_ITEMS + 1L)
                .toList();
        return new AdviceQuestionMatches(
                found.stream().limit(AdviceQuestionMatches.MOST_ITEMS).toList(),
                read.size() <= AdviceQuestionMatches.MOST_READ && found.size() <= AdviceQuestionMatches.MOST_ITEMS);
    }

    private static boolean contains(String text, String wanted) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private Filter visible(AdviceQuestionQuery query) {
        var filter = query.on(calendar.today(), isCoordinator());
        return isCoordinator() ? filter : filter.equal("createdBy", caller.get().subject());
    }

    /** What the question stated before each change. */
    @Transactional
    AdviceQuestionHistory history(UUID id) {
        var question = visible(questions.get(id));
        return new AdviceQuestionHistory(changes.of(question.id()).stream()
                .map(change -> change.toVersion(data, isCoordinator()))
                .toList());
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
        return question.toResponse(asked, answered, calendar.today(), isCoordinator());
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

    /** The stated organisation for a coordinator; for another caller that of its token, and 400 for another one. */
    private String organisation(AdviceQuestionRequest request) {
        if (isCoordinator()) {
            return request.organisationId();
        }
        var own = caller.get().organisation();
        if (request.organisationId() == null) {
            return request.askedBy() == AskerKind.CITIZEN ? null : own;
        }
        if (!request.organisationId().equals(own)) {
            throw ProblemException.violation(Violation.body(
                    "/organisationId", ViolationCode.NOT_ALLOWED, Text.of("advice.own-organisation-only")));
        }
        return own;
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
