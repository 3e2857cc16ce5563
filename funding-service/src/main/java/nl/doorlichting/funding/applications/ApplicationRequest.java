package nl.doorlichting.funding.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/**
 * A draft of an application (aanvraag): any field may be absent until it is submitted.
 *
 * @param organisationId number of the applicant; the caller's own organisation, also when absent
 * @param scheme code of the scheme that is applied to
 * @param purpose a project, or an exploratory study (verkenning)
 * @param partnerMunicipalities codes of municipalities that take part besides those of the place
 * @param costs the cost breakdown; its sum is the whole cost
 * @param ownContribution what the applicant pays itself; nothing when absent
 * @param otherFunding what others pay; nothing when absent
 * @param requestedAmount what the state is asked to pay: with the two above it makes the whole cost
 */
public record ApplicationRequest(
        @Size(min = 1, max = 40) String organisationId,
        @Size(min = 1, max = 40) String scheme,
        @Size(min = 1, max = 200) String title,
        @Size(min = 1, max = 10_000) String description,
        FundingPurpose purpose,
        Track track,
        ActionLine actionLine,
        @Size(max = 20) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 20) List<@NotNull Phenomenon> phenomena,
        @Size(max = 20) List<@NotNull TargetGroup> targetGroups,
        Period period,
        Place place,
        @Size(max = 500) List<@NotNull @Pattern(regexp = "^GM[0-9]{4}$") String> partnerMunicipalities,
        @Size(max = 200) List<@NotNull @Valid CostLineRequest> costs,
        Money ownContribution,
        Money otherFunding,
        Money requestedAmount)
        implements HasCrossFieldRules {

    static ApplicationRequest of(Application application) {
        var plan = application.plan;
        var financing = application.financing;
        return new ApplicationRequest(
                application.organisationId,
                application.scheme,
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
                application.costs.stream().map(CostLineRequest::of).toList(),
                ApplicationFinancing.money(financing.ownContribution()),
                ApplicationFinancing.money(financing.otherFunding()),
                ApplicationFinancing.money(financing.requestedAmount()));
    }

    public ApplicationRequest {
        costs = costs == null ? List.of() : costs;
    }

    @Override
    public List<Violation> crossViolations() {
        return ApplicationDraftRules.violations(this);
    }
}
