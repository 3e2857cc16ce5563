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
 * @param scheme code of the scheme (regeling) of that programme under which the award was granted, as in
 *     APR-2026-SUBSIDIES; null for an award of version 0.1.0 that names none
 * @param fundingInstrument how the money goes out: DECENTRALISATION_GRANT or SUBSIDY
 * @param number number of the decision, by which letters name the award
 * @param organisationId number of the organisation that receives it, as in GM0988
 * @param applicationId id of the application that it was granted on; null where it was decided outside the system
 * @param projectId project of the same programme that the award pays for, by its id; null where none is named
 * @param title what the award is for, in a few words
 * @param status stage of the award: a code of the codelist award-statuses
 * @param amount what was granted, as last amended, in euros
 * @param totalCost all costs of the project as the last decision has them, in euros; null where no decision states them
 * @param purpose what the money is for: a code of the codelist funding-purposes. It decides which bounds of the scheme
 *     hold for the share that the state pays
 * @param settledAmount the final amount, in euros; null while the award is not settled, and for a decentralisation
 *     grant
 * @param reserved held for payments that are not released yet, in euros; 0.00 if nothing
 * @param disbursed payments that were released so far, in euros; 0.00 if nothing. What came back of claims is not taken
 *     off. Before the settlement these are advances
 * @param left what can still be paid, in euros: the amount to which there is a right, less reserved and disbursed; 0.00
 *     if nothing
 * @param reclaimed what was claimed back, in euros, also what of it came back, without cancelled claims; 0.00 if
 *     nothing
 * @param recovered what came back of the claims, in euros; 0.00 if nothing
 * @param reclaimable what was paid without right to it and is not claimed back yet, in euros; 0.00 if nothing
 * @param budgetLineId id of the budget line that the award is charged to; null while it is charged to none, as warning
 *     NO_BUDGET_LINE says
 * @param year budget year that the award is charged to, as in 2026
 * @param decidedOn day of the first decision, the grant
 * @param decidedBy official that took the first decision: the subject of its token, or what the record of a decision
 *     outside the system names
 * @param officer subject of the token of the official that handles the award; null while there is none
 * @param period days on which the activities take place, as last amended
 * @param accountabilityDue for a SUBSIDY the last day on which the recipient accounts for it; null for other awards
 * @param accountability how the recipient of a subsidy accounted for the money; null until it does, and for a
 *     decentralisation grant, for which a municipality accounts to its own council
 * @param track level at which the project works: a code of the codelist tracks; null where it is not stated
 * @param actionLine aim of the project: a code of the codelist action-lines; null where it is not stated
 * @param place where the project works, with municipalities that exist on a day of the period; null where it is not
 *     stated
 * @param partnerMunicipalities codes of municipalities that it serves besides those of its place, as in GM0518; empty
 *     if there are none
 * @param instalments the plan of payments by number, with what became of each part; those replaced are withdrawn; empty
 *     without a plan
 * @param decisions the grant and what was decided since, in that order; at least the grant
 * @param source where the decision is written, in words; null for an award that was decided here, and where an award
 *     that was decided outside the system does not state it
 * @param note remark of the person that recorded it, in words; null if there is none
 * @param includedIn id of the award tally that holds this award, so that no sum counts it twice; null where none does
 * @param warnings what stands in the way of the award: NO_BUDGET_LINE while it is charged to no budget line and so
 *     takes no payment; empty where nothing does. A later version can add codes
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
        Money recovered,
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
        @Schema(nullable = true) UUID includedIn,
        List<Warning> warnings,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    /** What stands in the way of an award. A later version can add codes. */
    @Schema(
            name = "AwardWarning",
            extensions = @Extension(name = "x-extensible-enum", value = "[\"NO_BUDGET_LINE\"]", parseValue = true))
    public enum Warning {
        /** It is charged to no budget line, so that nothing of it is paid until it is given one. */
        NO_BUDGET_LINE
    }

    /**
     * How the recipient accounted for an award.
     *
     * @param spent what the recipient spent of the award, in euros; 0.00 if nothing
     * @param report what was done with the money, in words
     * @param handedInOn day on which the recipient handed the account in
     * @param recordedBy subject of the token that recorded the account
     */
    @Schema(name = "AwardAccountability")
    public record Accountability(Money spent, String report, LocalDate handedInOn, String recordedBy) {}

    /**
     * A part of an award that is to be paid on a day.
     *
     * @param number number of the instalment, from 1, by which a payment names it; a number is used once, so a part
     *     that replaces another has one of its own
     * @param due day on which this part is to be paid
     * @param amount amount of this part, in euros
     * @param withdrawn true where an amendment or the withdrawal of the award took it out of the plan, so that it is
     *     not paid any more
     * @param disbursementId id of the payment that was made for it, also while that waits for its release; null while
     *     there is none
     * @param paidOn day on which its payment was released; null until then
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
     * @param kind which kind of decision: a code of the codelist award-decision-kinds
     * @param decidedOn day of the decision
     * @param decidedBy official that decided: the subject of its token, or what the record of a decision outside the
     *     system names
     * @param amount what the award comes to by this decision, in euros; 0.00 for a revocation or a withdrawal
     * @param exOfficio true for a settlement by the state itself, without the account of the recipient (Awb 4:47); else
     *     false
     * @param ground ground of the law on which a subsidy was revoked; null for other decisions
     * @param reasons grounds of the decision, in words; of a grant why it is against the order of allocation, null where
     *     it is not: of an award on an application they are in the decision of the application
     * @param movedFrom number of the organisation that a decentralisation grant left for its successor; null for other
     *     decisions
     * @param recordedBy subject of the token that recorded the decision
     */
    @Schema(name = "AwardDecision")
    public record Decision(
            Kind kind,
            LocalDate decidedOn,
            String decidedBy,
            Money amount,
            boolean exOfficio,
            @Schema(nullable = true) RevocationRequest.Ground ground,
            @Schema(nullable = true) String reasons,
            @Schema(nullable = true) String movedFrom,
            String recordedBy) {

        /** Which kind of decision about an award. Source: docs/design/rules.md#awards; Awb title 4.2. */
        @Schema(name = "AwardDecisionKind")
        public enum Kind {
            GRANT,
            AMENDMENT,
            SETTLEMENT,
            REVOCATION,
            WITHDRAWAL,
            REPLACEMENT,
            SUCCESSION
        }
    }
}
