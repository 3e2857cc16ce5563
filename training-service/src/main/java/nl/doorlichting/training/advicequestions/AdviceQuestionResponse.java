package nl.doorlichting.training.advicequestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.platform.responses.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question for advice as stored; only its asker and the coordinator see it.
 *
 * @param status how far the question is
 * @param phenomenon what it is about: a code of the codelist phenomena; null where the question is about none of them
 * @param organisationId number of the organisation that asks, as in GM0988 (number of /v1/organisations); it is not
 *     checked; null where the person asks for none
 * @param question the question in words; empty once it is erased, and in answers to writes, which are stored for
 *     repeated requests
 * @param receivedOn day of receipt
 * @param dueOn last day of the term to answer
 * @param answer the answer in words; null before there is one, once texts are erased, and in answers to writes
 * @param daysToAnswer number of days from receipt to answer; null until there is one
 * @param erasedAt moment at which question, answer and asker were erased; null while they are kept
 * @param allowedActions what the caller may do with it now: answer, for a coordinator until it is answered, and
 *     erasure; empty where nothing is allowed
 */
public record AdviceQuestionResponse(
        UUID id,
        String programme,
        AdviceQuestionStatus status,
        AskerKind askedBy,
        AdviceTheme theme,
        @Schema(nullable = true) Phenomenon phenomenon,
        @Schema(nullable = true) String organisationId,
        @Personal String question,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Personal @Schema(nullable = true) String answer,
        @Schema(nullable = true) LocalDate answeredOn,
        @Schema(nullable = true) Integer daysToAnswer,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) Instant erasedAt,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }

    /** Without the texts, which may speak of people. */
    @Override
    public String toString() {
        return "AdviceQuestionResponse " + id;
    }
}
