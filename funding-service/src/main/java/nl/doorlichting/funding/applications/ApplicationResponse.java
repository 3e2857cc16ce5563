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
        List<CostLineResponse> costs,
        Money totalCost,
        @Schema(nullable = true) Money ownContribution,
        @Schema(nullable = true) Money otherFunding,
        @Schema(nullable = true) Money requestedAmount,
        @Schema(nullable = true) String officer,
        @Schema(nullable = true) Instant submittedAt,
        @Schema(nullable = true) LocalDate decisionDue,
        @Schema(nullable = true) CompletionResponse completion,
        @Schema(nullable = true) AssessmentResponse assessment,
        @Schema(nullable = true) DecisionResponse decision,
        List<EventResponse> history,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    static ApplicationResponse from(Application application, List<String> allowedActions) {
        var plan = application.plan;
        var financing = application.financing;
        var handling = application.handling;
        return new ApplicationResponse(
                application.id,
                application.organisationId,
                application.status,
                application.scheme,
                application.programme,
                application.fundingInstrument,
                plan.title,
                plan.description,
                plan.purpose,
                plan.track,
                plan.actionLine,
                plan.interventionTypes(),
                plan.phenomena(),
                plan.targetGroups(),
                plan.period(),
                plan.place(),
                plan.partnerMunicipalities(),
                application.costs.stream().map(CostLineResponse::from).toList(),
                ApplicationFinancing.money(financing.totalCost()),
                ApplicationFinancing.money(financing.ownContribution()),
                ApplicationFinancing.money(financing.otherFunding()),
                ApplicationFinancing.money(financing.requestedAmount()),
                handling == null ? null : handling.officer(),
                handling == null ? null : handling.submittedAt(),
                handling == null ? null : handling.decisionDue(),
                CompletionResponse.from(handling),
                AssessmentResponse.from(application),
                DecisionResponse.from(application),
                application.events.stream().map(EventResponse::from).toList(),
                application.createdAt,
                application.etag(),
                allowedActions);
    }
}
