package nl.doorlichting.training.advicequestions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;

/** A question for advice (adviesvraag). */
@Entity
@Table(name = "advice_question")
// The application role may give the answer and seal the texts, and change nothing else.
@DynamicUpdate
class AdviceQuestion {
    static final String ERASED = "";

    private static final String CLEAR = "";
    private static final String QUESTION = "/question";
    private static final String ANSWER = "/answer";

    @Id
    UUID id;

    String reference;
    String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_by")
    AskerKind askedBy;

    @Enumerated(EnumType.STRING)
    AdviceTheme theme;

    @Enumerated(EnumType.STRING)
    Phenomenon phenomenon;

    @Column(name = "organisation_id")
    String organisationId;

    // In the clear, as the last release writes it; here always empty. What stands there is newer than what is sealed.
    private String question;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    // Likewise, and null until there is one.
    private String answer;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "sealed_question")
    private byte[] sealedQuestion;

    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Column(name = "erased_at")
    Instant erasedAt;

    @Column(name = "answered_on")
    LocalDate answeredOn;

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected AdviceQuestion() {}

    /** A question received on that day, to be answered within so many days; sealed. */
    AdviceQuestion(UUID id, AdviceQuestionRequest request, LocalDate receivedOn, int termDays, PersonalData data) {
        this.id = id;
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

    AdviceQuestion recorded(Instant at, String by) {
        createdAt = at;
        createdBy = by;
        return this;
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

    /** As the database forgets it: see {@link AdviceQuestionRepository#erase}. */
    void erase(Instant at) {
        if (!isErased()) {
            erasedAt = at;
            version++;
        }
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** What was asked; empty once it was erased. */
    String question(PersonalData data) {
        return isErased() ? ERASED : open(question, sealedQuestion, QUESTION, data);
    }

    /** What was answered; null before, and once it was erased. */
    String answer(PersonalData data) {
        return isErased() || !isAnswered() ? null : open(answer, sealedAnswer, ANSWER, data);
    }

    /** Seals both texts with the current key; of what was erased nothing is left, also in the clear. */
    void seal(PersonalData data) {
        var asked = question(data);
        var answered = answer(data);
        question = CLEAR;
        answer = isAnswered() ? CLEAR : null;
        if (isErased()) {
            return;
        }
        keyId = data.currentKey();
        sealedQuestion = data.seal(asked, id + QUESTION);
        sealedAnswer = answered == null ? null : data.seal(answered, id + ANSWER);
    }

    /** For a statement that stores the texts and nothing else. */
    Query storeTexts(Query statement) {
        return statement
                .setParameter("question", question)
                .setParameter("answer", answer)
                .setParameter("keyId", keyId)
                .setParameter("sealedQuestion", sealedQuestion)
                .setParameter("sealedAnswer", sealedAnswer)
                .setParameter("id", id);
    }

    private String open(String clear, byte[] sealed, String place, PersonalData data) {
        return sealed == null || !clear.isEmpty() ? clear : data.open(keyId, sealed, id + place);
    }

    /** 409 a second time, and once the question was erased. */
    void answer(String text, LocalDate on, String by, PersonalData data) {
        if (isErased()) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The question was erased.");
        }
        if (isAnswered()) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The question was answered on " + answeredOn + ".");
        }
        answer = text;
        answeredOn = on;
        answeredBy = by;
        seal(data);
    }
}
