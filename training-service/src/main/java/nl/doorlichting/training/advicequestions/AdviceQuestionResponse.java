package nl.doorlichting.training.advicequestions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.platform.responses.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question for advice as stored; only its asker and the coordinator see it.
 *
 * @param status how far the question is; sums count it so too
 * @param phenomenon what the question is about: a code of the codelist phenomena; null where it is about none of them
 * @param organisationId organisation that asks, by its number, as in GM0988 (number of /v1/organisations); it is not
 *     checked; null where the person asks for none
 * @param question the question in words; empty once it is erased, and in answers to writes, which are stored for
 *     repeated requests. The table (/csv) has no column of it
 * @param receivedOn day of receipt
 * @param dueOn last day of the term to answer, which the installation sets as a number of days after receipt
 * @param answer the answer in words; null before there is one, once texts are erased, and in answers to writes. The
 *     table (/csv) has no column of it
 * @param answeredOn day on which the answer was given; null until then
 * @param daysToAnswer number of calendar days from receipt to answer, 0 on the same day; null until there is an answer
 * @param assignedTo subject of the token of the coordinator who is to answer; null where it is assigned to nobody, and to
 *     its asker
 * @param correctedAt moment at which the classification or the answer was last corrected; null where it never was
 * @param withdrawnAt moment from which the question counts nowhere; null unless it was withdrawn
 * @param erasedAt moment at which question, answer and asker were erased; null while they are kept
 * @param allowedActions what the caller may do with the question now: answer, assignment, corrections, erasure,
 *     withdrawal; empty where nothing is allowed
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
        @Schema(nullable = true) String assignedTo,
        @Schema(nullable = true) Instant correctedAt,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) Instant erasedAt,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /** Without the texts, which may speak of people. */
    @Override
    public String toString() {
        return "AdviceQuestionResponse " + id;
    }
}
