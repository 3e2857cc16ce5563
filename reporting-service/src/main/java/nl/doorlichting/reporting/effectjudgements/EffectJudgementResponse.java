package nl.doorlichting.reporting.effectjudgements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.reporting.activity.RecordWarning;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A verdict as it stands in one version.
 *
 * @param inherited names of the fields that the verdict does not state and its report's entry of the project does
 * @param assessedBy person or institution that gave the verdict, as its source names it
 * @param assessedOn day of the verdict; null where not known
 * @param evidenceLevel strength of the evidence, from 0 (opinion) to 4 (controlled, repeated); null where not known
 * @param theoryOfChange how the intervention was to work, in words; null where it is not stated
 * @param findings cautions for its use, such as VERDICT_ABOVE_EVIDENCE
 * @param published whether this version is public
 * @param reason why the version before was wrong, in words; null in the first version
 */
public record EffectJudgementResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) UUID reportId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        List<String> inherited,
        Verdict verdict,
        JudgementConcern concerns,
        String assessedBy,
        @Schema(nullable = true) LocalDate assessedOn,
        @Schema(nullable = true) Integer evidenceLevel,
        @Schema(nullable = true) String theoryOfChange,
        Emmie emmie,
        SideEffects sideEffects,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        List<RecordWarning> findings,
        boolean published,
        int version,
        @Schema(nullable = true) String reason,
        Instant recordedAt,
        String recordedBy,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }

    /**
     * Answers to the EMMIE questions; null where there is none.
     *
     * @param effect what changed and how strongly, in words; null where it is not stated
     * @param mechanism why it works, in words; null where it is not stated
     * @param moderators for whom and under which circumstances it works, in words; null where it is not stated
     * @param implementation what it takes to carry it out, in words; null where it is not stated
     * @param economicCost what it costs and who bears the cost, in words; null where it is not stated
     */
    @Schema(name = "EffectJudgementEmmie")
    public record Emmie(
            @Schema(nullable = true) String effect,
            @Schema(nullable = true) String mechanism,
            @Schema(nullable = true) String moderators,
            @Schema(nullable = true) String implementation,
            @Schema(nullable = true) String economicCost) {}

    /**
     * Effects that were not intended.
     *
     * @param positive welcome side effects, one text each
     * @param negative unwelcome side effects, one text each
     */
    @Schema(name = "EffectJudgementSideEffects")
    public record SideEffects(List<String> positive, List<String> negative) {}

    /** Every version of a verdict, the oldest first. */
    @Schema(name = "EffectJudgementHistory")
    public record History(List<EffectJudgementResponse> items) {}
}
