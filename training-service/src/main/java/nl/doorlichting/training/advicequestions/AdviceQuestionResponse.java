package nl.doorlichting.training.advicequestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.vocabulary.AdviceQuestionStatus;
import nl.doorlichting.kernel.vocabulary.AdviceTheme;
import nl.doorlichting.kernel.vocabulary.AskerKind;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.web.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question for advice as stored; only its asker and the coordinator see it.
 *
 * @param dueOn last day of the term
 * @param daysToAnswer days from receipt to answer; null before
 * @param allowedActions answer, for a coordinator until it is answered
 */
public record AdviceQuestionResponse(
        UUID id,
        String programme,
        AdviceQuestionStatus status,
        AskerKind askedBy,
        AdviceTheme theme,
        @Schema(nullable = true) Phenomenon phenomenon,
        @Schema(nullable = true) String organisationId,
        String question,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Schema(nullable = true) String answer,
        @Schema(nullable = true) LocalDate answeredOn,
        @Schema(nullable = true) Integer daysToAnswer,
        @Schema(nullable = true) String reference,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    static AdviceQuestionResponse from(AdviceQuestion question, LocalDate today, boolean mayAnswer) {
        return new AdviceQuestionResponse(
                question.id,
                question.programme,
                question.status(today),
                question.askedBy,
                question.theme,
                question.phenomenon,
                question.organisationId,
                question.question,
                question.receivedOn,
                question.dueOn,
                question.answer,
                question.answeredOn,
                question.daysToAnswer(),
                question.reference,
                question.createdAt,
                "\"" + question.version + "\"",
                mayAnswer && !question.isAnswered() ? List.of("answer") : List.of());
    }
}
