package nl.doorlichting.training.advicequestions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A tally of questions as it stands now, or with asOf as it was then: numbers that their source gives only as a total.
 *
 * @param askedBy kind of asker: a code of the codelist asker-kinds; null where the numbers are over all askers
 * @param theme theme of the questions: a code of the codelist advice-themes; null where the numbers are over all themes
 * @param received number of questions that were received in the period; null where it is not stated
 * @param answered number of questions that were answered in the period; null where it is not stated
 * @param reason why the tally before was wrong, in words; null as first recorded
 * @param withdrawal why the tally counts nowhere any more; null unless it was withdrawn
 */
public record AdviceQuestionTallyResponse(
        UUID id,
        String programme,
        Period period,
        @Schema(nullable = true) AskerKind askedBy,
        @Schema(nullable = true) AdviceTheme theme,
        @Schema(nullable = true) Quantity received,
        @Schema(nullable = true) Quantity answered,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String recordedBy,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
