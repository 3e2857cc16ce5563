package nl.doorlichting.reporting.embeddings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.RecordWarning;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known, on a day, of whether something will last.
 *
 * @param language language of subject, by its two letters: nl or en
 * @param latest whether this is the statement with the latest statedOn about the same programme, project and subject, of
 *     those that do not wait for their first review
 * @param warnings codes with an explanation, of the latest statement only: EMBEDDING_STALE where statedOn is more than
 *     a year ago, EMBEDDING_ENDED where the day until is reached and the status is not NOT_SECURED; empty where neither
 *     holds, and of earlier statements
 * @param approvedBy subject of the token that approved the statement, or its last correction or withdrawal; null where no
 *     reviewer did
 * @param awaitsReview true where the statement counts nowhere yet, because it was recorded while the catalogue showed its
 *     project: it waits for a reviewer (POST /v1/embeddings/{id}/correction-approval)
 * @param correctionPending whether a correction or a withdrawal of the statement waits for a reviewer; false for a caller
 *     that is neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the statement that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
 */
public record EmbeddingResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        String subject,
        String language,
        LocalDate statedOn,
        EmbeddingStatus status,
        @Schema(nullable = true) String where,
        @Schema(nullable = true) String responsible,
        @Schema(nullable = true) LocalDate until,
        String source,
        @Schema(nullable = true) String note,
        boolean latest,
        List<RecordWarning> warnings,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) String approvedBy,
        boolean awaitsReview,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    static EmbeddingResponse from(
            Embedding one,
            boolean latest,
            LocalDate today,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions) {
        var content = one.content();
        return new EmbeddingResponse(
                one.id(),
                content.programme(),
                content.projectId(),
                content.organisationId(),
                content.track(),
                content.actionLine(),
                content.fundingInstrument(),
                content.interventionTypes(),
                content.phenomena(),
                content.place(),
                content.subject(),
                content.language(),
                content.statedOn(),
                content.status(),
                content.where(),
                content.responsible(),
                content.until(),
                content.source(),
                content.note(),
                latest,
                latest ? warnings(content, today) : List.of(),
                one.createdAt(),
                one.createdBy(),
                one.approvedBy(),
                one.awaitsReview(),
                correctionPending,
                rejected,
                one.correction(),
                one.withdrawal(),
                one.etag(),
                allowedActions);
    }

    private static List<RecordWarning> warnings(EmbeddingRequest content, LocalDate today) {
        var warnings = new ArrayList<RecordWarning>();
        if (EmbeddingRules.isStale(content.statedOn(), today)) {
            warnings.add(new RecordWarning(EmbeddingRules.STALE, Text.of("embedding.stale", content.statedOn())));
        }
        if (EmbeddingRules.hasEnded(content.status(), content.until(), today)) {
            warnings.add(new RecordWarning(EmbeddingRules.ENDED, Text.of("embedding.ended", content.until())));
        }
        return warnings;
    }
}
