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
 * @param scheme code of the scheme
 * @param programme the scheme's programme
 * @param fundingInstrument the scheme's
 * @param totalCost sum of the cost lines
 * @param officer subject of who handles it
 * @param submittedAt when it was received first
 * @param decisionDue last day to decide (Awb 4:13, 4:15); while incomplete as if it will not be completed in time
 * @param completion the last request to complete it
 * @param history every step taken, in order
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
        List<Event> history,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    /** One line of a cost breakdown as stored; null is not stated yet. */
    @Schema(name = "ApplicationCostLine")
    public record CostLine(
            @Schema(nullable = true) CostCategory category,
            @Schema(nullable = true) String description,
            @Schema(nullable = true) Money amount) {}

    /**
     * The last request to complete an application (Awb 4:5).
     *
     * @param deadline last day to complete it
     * @param missing what was missing, as the applicant was told
     * @param completedOn day that it was submitted again; null while it was not
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
     * @param scores one for each criterion, 1 (bad) to 5 (good)
     * @param advice what decides it, according to who assessed it
     */
    @Schema(name = "ApplicationAssessment")
    public record Assessment(List<Score> scores, String advice, Instant assessedAt) {}

    /**
     * How an application was decided.
     *
     * @param awardedAmount null unless granted
     */
    @Schema(name = "ApplicationDecision")
    public record Decision(
            DecisionRequest.Outcome outcome,
            String reasons,
            @Schema(nullable = true) Money awardedAmount,
            Instant decidedAt) {}

    /**
     * One step that was taken with an application.
     *
     * @param transition last segment of its path, such as submission
     * @param status what the application was from then on
     * @param note what the applicant was told, or told
     */
    @Schema(name = "ApplicationEvent")
    public record Event(
            String transition,
            ApplicationStatus status,
            @Schema(nullable = true) String note,
            Instant at) {}
}
