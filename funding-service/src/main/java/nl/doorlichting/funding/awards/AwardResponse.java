package nl.doorlichting.funding.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award (verlening) as it stands.
 *
 * @param applicationId the application it was granted on; null when it was decided outside the system
 * @param amount what was granted, as last amended
 * @param settledAmount the final amount; null until it is settled
 * @param reserved held for payments that are not released yet
 * @param disbursed released payments; before the settlement these are advances
 * @param left what can still be paid
 * @param reclaimed what was claimed back
 * @param reclaimable what was paid without right to it and is not claimed back yet
 * @param budgetLineId line that it is charged to; null while it stands without one
 * @param year budget year
 * @param accountability how the recipient accounted for it; null until it does
 * @param partnerMunicipalities municipalities that it serves besides those of its place
 * @param instalments the plan of payments, with what became of each part; those replaced are withdrawn
 * @param decisions the grant and what was decided since, in that order
 * @param warnings what stands in the way of it: NO_BUDGET_LINE while it is charged to no budget line and so takes no
 *     payment. More may be added
 */
public record AwardResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) String scheme,
        FundingInstrument fundingInstrument,
        String number,
        String organisationId,
        @Schema(nullable = true) UUID applicationId,
        @Schema(nullable = true) UUID projectId,
        String title,
        AwardStatus status,
        Money amount,
        @Schema(nullable = true) Money totalCost,
        FundingPurpose purpose,
        @Schema(nullable = true) Money settledAmount,
        Money reserved,
        Money disbursed,
        Money left,
        Money reclaimed,
        Money reclaimable,
        @Schema(nullable = true) UUID budgetLineId,
        int year,
        LocalDate decidedOn,
        String decidedBy,
        @Schema(nullable = true) String officer,
        Period period,
        @Schema(nullable = true) LocalDate accountabilityDue,
        @Schema(nullable = true) Accountability accountability,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) Place place,
        List<String> partnerMunicipalities,
        List<Instalment> instalments,
        List<Decision> decisions,
        @Schema(nullable = true) String source,
        @Schema(nullable = true) String note,
        List<Warning> warnings,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /** What stands in the way of an award. The document warns clients that more may be added. */
    @Schema(
            name = "AwardWarning",
            extensions = @Extension(name = "x-extensible-enum", value = "[\"NO_BUDGET_LINE\"]", parseValue = true))
    public enum Warning {
        /** It is charged to no budget line, so that nothing of it is paid until it is given one. */
        NO_BUDGET_LINE
    }

    /** How the recipient accounted for an award. */
    @Schema(name = "AwardAccountability")
    public record Accountability(Money spent, String report, LocalDate handedInOn, String recordedBy) {}

    /**
     * A part of an award that is to be paid on a day.
     *
     * @param number from 1 on; by which a disbursement names it
     * @param withdrawn replaced by an amendment
     * @param disbursementId the payment made for it; null while there is none
     */
    @Schema(name = "AwardInstalment")
    public record Instalment(
            int number,
            LocalDate due,
            Money amount,
            boolean withdrawn,
            @Schema(nullable = true) UUID disbursementId,
            @Schema(nullable = true) LocalDate paidOn) {}

    /**
     * What was decided about an award.
     *
     * @param amount what the award comes to by it
     * @param exOfficio settled by the state itself, without the recipient's account
     */
    @Schema(name = "AwardDecision")
    public record Decision(
            Kind kind,
            LocalDate decidedOn,
            String decidedBy,
            Money amount,
            boolean exOfficio,
            @Schema(nullable = true) RevocationRequest.Ground ground,
            @Schema(nullable = true) String reasons) {

        /** Source: docs/design/rules.md#awards; Awb title 4.2. */
        @Schema(name = "AwardDecisionKind")
        public enum Kind {
            GRANT,
            AMENDMENT,
            SETTLEMENT,
            REVOCATION
        }
    }
}
