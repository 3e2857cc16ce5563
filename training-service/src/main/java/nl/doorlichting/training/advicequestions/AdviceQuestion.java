package nl.doorlichting.training.advicequestions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedEntity;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/** A question for advice (adviesvraag). */
@Entity
@Table(name = "advice_question")
// The application role may not change what was asked, and when.
@DynamicUpdate
class AdviceQuestion extends VersionedEntity {
    static final String ERASED = "";

    /** What can be done with a question until it is erased. */
    static final String ERASURE = "erasure";

    static final String ANSWERING = "answer";
    static final String ASSIGNMENT = "assignment";
    static final String CORRECTIONS = "corrections";
    static final String WITHDRAWAL = "withdrawal";

    private static final String CLEAR = "";
    private static final String QUESTION = "/question";
    private static final String ANSWER = "/answer";

    private String reference;
    private String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_by")
    private AskerKind askedBy;

    @Enumerated(EnumType.STRING)
    private AdviceTheme theme;

    @Enumerated(EnumType.STRING)
    private Phenomenon phenomenon;

    @Column(name = "organisation_id")
    private String organisationId;

    // In the clear, as the last release writes it; this release leaves it empty. A text here is newer than a sealed
    // one. A seal with another key changes nothing that a client reads, so that it gives no new version.
    @OptimisticLock(excluded = true)
    private String question;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    // Likewise, and null until there is one.
    @OptimisticLock(excluded = true)
    private String answer;

    @OptimisticLock(excluded = true)
    @Column(name = "key_id")
    private String keyId;

    @OptimisticLock(excluded = true)
    @Column(name = "sealed_question")
    private byte[] sealedQuestion;

    @OptimisticLock(excluded = true)
    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Column(name = "erased_at")
    private Instant erasedAt;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    @Column(name = "answered_by")
    private String answeredBy;

    @Column(name = "assigned_to")
    private String assignedTo;

    @Column(name = "corrected_at")
    private Instant correctedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    /** For the persistence provider. */
    protected AdviceQuestion() {}

    /** A question received on this day, to be answered within so many days. */
    AdviceQuestion(
            UUID id,
            AdviceQuestionRequest request,
            LocalDate receivedOn,
            int termDays,
            Instant createdAt,
            String createdBy,
            PersonalData data) {
        super(id, createdAt, createdBy);
        this.reference = request.reference();
        this.programme = request.programme();
        this.askedBy = request.askedBy();
        this.theme = request.theme();
        this.phenomenon = request.phenomenon();
        this.organisationId = request.organisationId();
        this.question = request.question();
        this.receivedOn = receivedOn;
        this.dueOn = receivedOn.plusDays(termDays);
        seal(data);
    }

    /** The request that would ask the question, with this text. */
    AdviceQuestionRequest toRequest(String text) {
        return new AdviceQuestionRequest(
                programme, askedBy, theme, phenomenon, text, receivedOn, organisationId, reference);
    }

    /** With these texts; to the desk with the coordinator it is assigned to. */
    AdviceQuestionResponse toResponse(String asked, String answered, LocalDate today, boolean desk) {
        return new AdviceQuestionResponse(
                id(),
                programme,
                status(today),
                askedBy,
                theme,
                phenomenon,
                organisationId,
                asked,
                receivedOn,
                dueOn,
                answered,
                answeredOn,
                daysToAnswer(),
                desk ? assignedTo : null,
                correctedAt,
                withdrawnAt,
                reference,
                erasedAt,
                createdAt(),
                etag(),
                actions(desk));
    }

    /** What can be done with it, by the desk or by its asker. */
    private List<String> actions(boolean desk) {
        if (isErased()) {
            return List.of();
        }
        if (withdrawnAt != null) {
            return List.of(ERASURE);
        }
        if (isAnswered()) {
            return desk ? List.of(CORRECTIONS, ERASURE, WITHDRAWAL) : List.of(ERASURE);
        }
        return desk ? List.of(ANSWERING, ASSIGNMENT, CORRECTIONS, ERASURE, WITHDRAWAL) : List.of(ERASURE, WITHDRAWAL);
    }

    /** 409 when this cannot be done with it. */
    void require(String action, boolean desk) {
        if (!actions(desk).contains(action)) {
            throw ProblemException.invalidState(whyRefused(), actions(desk));
        }
    }

    private Text whyRefused() {
        if (isErased()) {
            return Text.of("advice.erased");
        }
        return withdrawnAt == null ? Text.of("advice.answered", answeredOn) : Text.of("record.withdrawn-already");
    }

    AdviceQuestionStatus status(LocalDate today) {
        if (withdrawnAt != null) {
            return AdviceQuestionStatus.WITHDRAWN;
        }
        if (isAnswered()) {
            return AdviceQuestionStatus.ANSWERED;
        }
        return dueOn.isBefore(today) ? AdviceQuestionStatus.OVERDUE : AdviceQuestionStatus.OPEN;
    }

    boolean isAnswered() {
        return answeredOn != null;
    }

    /** Days from receipt to answer; null before. */
    Integer daysToAnswer() {
        return isAnswered() ? Math.toIntExact(ChronoUnit.DAYS.between(receivedOn, answeredOn)) : null;
    }

    /** The same change as {@link AdviceQuestionRepository#erase} makes in the database. */
    void erase(Instant at) {
        if (!isErased()) {
            erasedAt = at;
            countVersion();
        }
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** The text of the question; empty once it is erased. */
    String question(PersonalData data) {
        return isErased() ? ERASED : open(question, sealedQuestion, QUESTION, data);
    }

    /** The text of the answer; null before there is one, and once it is erased. */
    String answer(PersonalData data) {
        return isErased() || !isAnswered() ? null : open(answer, sealedAnswer, ANSWER, data);
    }

    /** Seals both texts with the current key. An erased question keeps no text, also not in the clear. */
    void seal(PersonalData data) {
        var asked = question(data);
        var answered = answer(data);
        question = CLEAR;
        answer = isAnswered() ? CLEAR : null;
        if (isErased()) {
            return;
        }
        keyId = data.currentKey();
        sealedQuestion = data.seal(asked, id() + QUESTION);
        sealedAnswer = answered == null ? null : data.seal(answered, id() + ANSWER);
    }

    private String open(String clear, byte[] sealed, String place, PersonalData data) {
        return sealed == null || !clear.isEmpty() ? clear : data.open(keyId, sealed, id() + place);
    }

    void answer(String text, LocalDate on, String by, PersonalData data) {
        answer = text;
        answeredOn = on;
        answeredBy = by;
        seal(data);
    }

    /** Assigns it to a coordinator; null to nobody. */
    void assign(String subject) {
        assignedTo = subject;
    }

    /** The correction that would change nothing; it has no reason. */
    AdviceQuestionCorrectionRequest toCorrection(PersonalData data) {
        return new AdviceQuestionCorrectionRequest(
                null, askedBy, theme, phenomenon, organisationId, answer(data), answeredOn);
    }

    /** Replaces how it is classified and, once there is one, its answer. */
    void correct(AdviceQuestionCorrectionRequest request, Instant at, String by, PersonalData data) {
        askedBy = request.askedBy();
        theme = request.theme();
        phenomenon = request.phenomenon();
        organisationId = request.organisationId();
        correctedAt = at;
        if (isAnswered()) {
            answer = request.answer();
            answeredOn = request.answeredOn();
            answeredBy = by;
        }
        seal(data);
    }

    /** From now on it counts nowhere. */
    void withdraw(Instant at) {
        withdrawnAt = at;
    }

    boolean wasAskedBy(String account) {
        return createdBy().equals(account);
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate answeredOn() {
        return answeredOn;
    }

    Instant erasedAt() {
        return erasedAt;
    }
}
