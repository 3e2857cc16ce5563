package nl.doorlichting.training.advicequestions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.vocabulary.AdviceQuestionStatus;
import nl.doorlichting.kernel.vocabulary.AdviceTheme;
import nl.doorlichting.kernel.vocabulary.AskerKind;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import org.hibernate.annotations.DynamicUpdate;

/** A question for advice (adviesvraag). */
@Entity
@Table(name = "advice_question")
// The application role may give the answer and change nothing else.
@DynamicUpdate
class AdviceQuestion {
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

    String question;

    @Column(name = "received_on")
    LocalDate receivedOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    String answer;

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

    /** A question received on that day, to be answered within so many days. */
    AdviceQuestion(UUID id, AdviceQuestionRequest request, LocalDate receivedOn, int termDays) {
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

    /** 409 a second time. */
    void answer(String text, LocalDate on, String by) {
        if (isAnswered()) {
            throw ProblemException.of(ProblemType.INVALID_STATE, "The question was answered on " + answeredOn + ".");
        }
        answer = text;
        answeredOn = on;
        answeredBy = by;
    }
}
