package nl.doorlichting.training.advicequestions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.training.advicequestions.AdviceQuestionHistory.AdviceQuestionVersion;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;

/** What a question stated before a correction or its withdrawal, and why it was changed. */
@Entity
@Table(name = "advice_question_change")
// The application role may seal the texts, and change nothing else.
@DynamicUpdate
class AdviceQuestionChange {
    private static final String ANSWER = "/former-answer";
    private static final String REASON = "/reason";

    @Id
    private UUID id;

    @Column(name = "question_id")
    private UUID questionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "asked_by")
    private AskerKind askedBy;

    @Enumerated(EnumType.STRING)
    private AdviceTheme theme;

    @Enumerated(EnumType.STRING)
    private Phenomenon phenomenon;

    @Column(name = "organisation_id")
    private String organisationId;

    @Column(name = "answered_on")
    private LocalDate answeredOn;

    private boolean withdraws;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "sealed_answer")
    private byte[] sealedAnswer;

    @Column(name = "sealed_reason")
    private byte[] sealedReason;

    /** For the persistence provider. */
    protected AdviceQuestionChange() {}

    /**
     * A change of a question.
     *
     * @param stated what the question stated before, with the reason of the change
     */
    AdviceQuestionChange(
            UUID id,
            UUID questionId,
            AdviceQuestionCorrectionRequest stated,
            boolean withdraws,
            Instant changedAt,
            String changedBy,
            PersonalData data) {
        this.id = id;
        this.questionId = questionId;
        this.askedBy = stated.askedBy();
        this.theme = stated.theme();
        this.phenomenon = stated.phenomenon();
        this.organisationId = stated.organisationId();
        this.answeredOn = stated.answeredOn();
        this.withdraws = withdraws;
        this.changedAt = changedAt;
        this.changedBy = changedBy;
        seal(stated.answer(), stated.reason(), data);
    }

    /** Seals both texts with the current key. */
    void seal(PersonalData data) {
        seal(answer(data), reason(data), data);
    }

    private void seal(String answer, String reason, PersonalData data) {
        keyId = data.currentKey();
        sealedAnswer = answer == null ? null : data.seal(answer, id + ANSWER);
        sealedReason = reason == null ? null : data.seal(reason, id + REASON);
    }

    /** The answer before; null where there was none, and once it is erased. */
    String answer(PersonalData data) {
        return sealedAnswer == null ? null : data.open(keyId, sealedAnswer, id + ANSWER);
    }

    /** Why it was changed; null once it is erased. */
    String reason(PersonalData data) {
        return sealedReason == null ? null : data.open(keyId, sealedReason, id + REASON);
    }

    /** For the desk with who made the change. */
    AdviceQuestionVersion toVersion(PersonalData data, boolean desk) {
        return new AdviceQuestionVersion(
                askedBy,
                theme,
                phenomenon,
                organisationId,
                answer(data),
                answeredOn,
                withdraws,
                reason(data),
                changedAt,
                desk ? changedBy : null);
    }
}
