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
// The application role may give the answer and seal the texts, and change nothing else.
@DynamicUpdate
class AdviceQuestion extends VersionedEntity {
    static final String ERASED = "";

    /** What can be done with a question until it is erased. */
    static final String ERASURE = "erasure";

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

    AdviceQuestionResponse toResponse(String asked, String answered, LocalDate today, List<String> allowedActions) {
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
                reference,
                erasedAt,
                createdAt(),
                etag(),
                allowedActions);
    }

    AdviceQuestionStatus status(LocalDate today) {
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

    /** 409 for a second answer, and once the question is erased. */
    void answer(String text, LocalDate on, String by, PersonalData data) {
        if (isErased()) {
            throw ProblemException.invalidState(Text.of("advice.erased"), List.of());
        }
        if (isAnswered()) {
            throw ProblemException.invalidState(Text.of("advice.answered", answeredOn), List.of(ERASURE));
        }
        answer = text;
        answeredOn = on;
        answeredBy = by;
        seal(data);
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
