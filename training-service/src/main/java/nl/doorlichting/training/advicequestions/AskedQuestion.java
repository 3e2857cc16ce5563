package nl.doorlichting.training.advicequestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.training.personaldata.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is kept of one question for advice, with its texts. */
public record AskedQuestion(
        UUID id,
        String programme,
        AskerKind askedBy,
        AdviceTheme theme,
        @Schema(nullable = true) Phenomenon phenomenon,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) String reference,
        String question,
        LocalDate receivedOn,
        @Schema(nullable = true) String answer,
        @Schema(nullable = true) LocalDate answeredOn,
        String subject,
        Instant createdAt) {

    static AskedQuestion from(AdviceQuestion question, PersonalData data) {
        return new AskedQuestion(
                question.id,
                question.programme,
                question.askedBy,
                question.theme,
                question.phenomenon,
                question.organisationId,
                question.reference,
                question.question(data),
                question.receivedOn,
                question.answer(data),
                question.answeredOn,
                question.createdBy,
                question.createdAt);
    }

    /** Without the texts, which may speak of people. */
    @Override
    public String toString() {
        return "AskedQuestion[id=" + id + "]";
    }
}
