package nl.doorlichting.funding.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application (aanvraag) as stored; in a draft null is not stated yet.
 *
 * @param organisationId number of the organisation that applies, as in GM0988
 * @param status where the application stands: a code of the codelist application-statuses
 * @param scheme code of the scheme that is applied to, as in APR-2026-SUBSIDIES; null while the draft states none
 * @param programme programme of the scheme, by its code, as in APR-2007-2011; null without a scheme
 * @param fundingInstrument how the money goes out: the instrument of the scheme; null without a scheme
 * @param title title of the project; null while the draft states none
 * @param description what is going to be done, for whom and why, in words; null while the draft does not state it
 * @param purpose what is applied for: a code of the codelist funding-purposes. It decides which bounds of the scheme
 *     hold for the share that the state pays; null while the draft does not state it
 * @param track level at which the project works: a code of the codelist tracks; null while the draft does not state it
 * @param actionLine aim of the project: a code of the codelist action-lines; null while the draft does not state it
 * @param interventionTypes what is done: codes of the codelist intervention-types; empty where the application states
 *     none
 * @param phenomena what the project is about: codes of the codelist phenomena; empty where the application states none
 * @param targetGroups whom the project is for: codes of the codelist target-groups; empty where the application states
 *     none
 * @param period days of the project; null while the draft states none
 * @param place where the project works, with municipalities that exist on a day of the period; null while the draft
 *     does not state it
 * @param partnerMunicipalities codes of municipalities that take part besides those of the place, as in GM0518; empty
 *     if there are none
 * @param costs cost breakdown, line by line, whose sum is the total cost; empty if it has none yet
 * @param totalCost sum of the cost lines that state an amount, in euros; 0.00 while none does
 * @param ownContribution what the applicant pays itself, in euros; null where the application states nothing, which
 *     counts as nothing
 * @param otherFunding what third parties pay, in euros; null where the application states nothing, which counts as
 *     nothing
 * @param requestedAmount what the state is asked to pay, in euros; null while the draft states none
 * @param officer subject of the token of the official that handles the application; null until one acts on it or it is
 *     assigned
 * @param submittedAt moment at which the application was first submitted; null until then
 * @param decisionDue last day to decide: eight weeks after it was submitted (Awb 4:13), later by the days that the
 *     applicant had to complete it (Awb 4:15). While it is INCOMPLETE, the day that holds if the applicant lets its
 *     deadline pass. It stays after the decision; null until it is first submitted
 * @param completion the last request to complete it; it stays after the applicant did so; null where the applicant was
 *     never asked
 * @param assessment how the application was last assessed; null until then
 * @param decision how the application was decided; null until then
 * @param awardId id of the award that the grant made; null unless the application is granted
 * @param history steps that were taken, oldest first: each submission, request to complete, assignment, assessment,
 *     decision and withdrawal, assignments from product 0.2.0 on; empty while there is none
 */
public record ApplicationResponse(
        UUID id,
        String organisationId,
        ApplicationStatus status,
        @Schema(nullable = true) String scheme,
        @Schema(nullable = true) String programme,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        @Schema(nullable = true) String title,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) FundingPurpose purpose,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        List<TargetGroup> targetGroups,
        @Schema(nullable = true) Period period,
        @Schema(nullable = true) Place place,
        List<String> partnerMunicipalities,
        List<CostLine> costs,
        Money totalCost,
        @Schema(nullable = true) Money ownContribution,
        @Schema(nullable = true) Money otherFunding,
        @Schema(nullable = true) Money requestedAmount,
        @Schema(nullable = true) String officer,
        @Schema(nullable = true) Instant submittedAt,
        @Schema(nullable = true) LocalDate decisionDue,
        @Schema(nullable = true) Completion completion,
        @Schema(nullable = true) Assessment assessment,
        @Schema(nullable = true) Decision decision,
        @Schema(nullable = true) UUID awardId,
        List<Event> history,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    /**
     * One line of a cost breakdown as stored; null is not stated yet.
     *
     * @param category what the line pays for: a code of the codelist cost-categories; null while the draft does not
     *     state it
     * @param description what exactly is bought or done; null while the draft does not state it
     * @param amount costs of the line, in euros; null while the draft does not state them
     */
    @Schema(name = "ApplicationCostLine")
    public record CostLine(
            @Schema(nullable = true) CostCategory category,
            @Schema(nullable = true) String description,
            @Schema(nullable = true) Money amount) {}

    /**
     * The last request to complete an application (Awb 4:5).
     *
     * @param requestedOn day on which the applicant was asked
     * @param deadline last day to complete the application
     * @param missing what was missing, in the words that the applicant was sent
     * @param completedOn day on which it was submitted again; null while it was not
     */
    @Schema(name = "ApplicationCompletion")
    public record Completion(
            LocalDate requestedOn,
            LocalDate deadline,
            String missing,
            @Schema(nullable = true) LocalDate completedOn) {}

    /**
     * How an application was assessed.
     *
     * @param scores one score for each of the five criteria, from 1 (poor) to 5 (very good)
     * @param totalScore sum of the scores, each multiplied by the weight that the scheme gives its criterion, by 1
     *     where it gives none; null for an assessment of version 0.1.0, which had no total
     * @param advice advice on the decision, in words
     * @param assessedBy subject of the token of the official that assessed the application
     */
    @Schema(name = "ApplicationAssessment")
    public record Assessment(
            List<Score> scores,
            @Schema(nullable = true) Integer totalScore,
            String advice,
            Instant assessedAt,
            String assessedBy) {}

    /**
     * How an application was decided.
     *
     * @param outcome granted, refused or not considered; it is the status from then on
     * @param reasons grounds of the decision, in words
     * @param outOfOrderReason why it was decided against the order of allocation of the scheme; null unless it was
     * @param awardedAmount amount that is granted, in euros; null unless granted
     * @param decidedAt moment at which the decision was recorded
     * @param decidedBy subject of the token of the official that decided
     */
    @Schema(name = "ApplicationDecision")
    public record Decision(
            DecisionRequest.Outcome outcome,
            String reasons,
            @Schema(nullable = true) String outOfOrderReason,
            @Schema(nullable = true) Money awardedAmount,
            Instant decidedAt,
            String decidedBy) {}

    /**
     * One step that was taken with an application.
     *
     * @param transition what was done: the last part of the path of the operation, as in submission
     * @param status status from then on
     * @param note what was written with the step: what is missing, why an assessment is corrected, or the reasons of the
     *     decision or the withdrawal, in words; of an assignment the subject that it was assigned to; null for a step
     *     without such words
     * @param scores the score that an assessment gave each criterion; null for other steps
     * @param advice advice on the decision that an assessment gave, in words; null for other steps, and for an assessment
     *     of version 0.1.0 that was corrected
     * @param at moment at which the step was taken
     * @param recordedBy subject of the token that took the step
     */
    @Schema(name = "ApplicationEvent")
    public record Event(
            String transition,
            ApplicationStatus status,
            @Schema(nullable = true) String note,
            @Schema(nullable = true) List<Score> scores,
            @Schema(nullable = true) String advice,
            Instant at,
            String recordedBy) {}
}
