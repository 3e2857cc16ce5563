package nl.doorlichting.funding.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.AmountChecks;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft of an application (aanvraag): any field may be absent until it is submitted.
 *
 * @param organisationId number of the organisation that applies, as in GM0988; a grantee applies for its own only, so
 *     it can be absent in a new application. It cannot be changed: another value, or to empty it, is 400
 * @param scheme code of the scheme that is applied to, as in APR-2026-SUBSIDIES; none yet if absent
 * @param title title of the project, at most 200 characters
 * @param description what is going to be done, for whom and why
 * @param purpose what is applied for, which decides the bound of the scheme that holds; not stated yet if absent
 * @param period days of the project; not stated yet if absent
 * @param place where the project works, with municipalities that exist on a day of the period; absent while the draft
 *     does not state it
 * @param partnerMunicipalities codes of municipalities that take part besides those of the place, as in GM0518; none if
 *     absent
 * @param costs cost breakdown, line by line; its sum is the total cost; empty if absent
 * @param ownContribution what the applicant pays itself, in euros; nothing if absent
 * @param otherFunding what third parties pay, in euros; nothing if absent
 * @param requestedAmount what the state is asked to pay, in euros: with ownContribution and otherFunding it makes the
 *     whole cost; not stated yet if absent
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
        @Size(max = 200) List<@NotNull @Valid CostLine> costs,
        Money ownContribution,
        Money otherFunding,
        Money requestedAmount)
        implements HasCrossFieldRules {

    /**
     * One line of a cost breakdown; in a draft any field may be absent.
     *
     * @param category what the line pays for; not stated yet if absent
     * @param description what exactly is bought or done; not stated yet if absent
     * @param amount costs of the line, in euros, more than zero; not stated yet if absent
     */
    @Schema(name = "ApplicationCostLineRequest")
    public record CostLine(
            CostCategory category, @Size(max = 500) String description, Money amount) {}

    public ApplicationRequest {
        costs = costs == null ? List.of() : costs;
    }

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        AmountChecks.notNegative("/ownContribution", ownContribution, violations);
        AmountChecks.notNegative("/otherFunding", otherFunding, violations);
        AmountChecks.positive("/requestedAmount", requestedAmount, violations);
        for (int i = 0; i < costs.size(); i++) {
            var amount = costs.get(i) == null ? null : costs.get(i).amount();
            AmountChecks.positive("/costs/" + i + "/amount", amount, violations);
        }
        checkSum(violations);
        return violations;
    }

    /** Each line may be as large as an amount can be; their sum must still be one. */
    private void checkSum(List<Violation> violations) {
        try {
            Money.sum(Money.EURO, amounts());
        } catch (IllegalArgumentException tooLarge) {
            violations.add(Violation.body(
                    "/costs", ViolationCode.OUT_OF_RANGE, Map.of(), Text.of("application.costs-too-large")));
        }
    }

    /** The amounts that the cost lines state. */
    List<Money> amounts() {
        return costs.stream()
                .filter(Objects::nonNull)
                .map(CostLine::amount)
                .filter(Objects::nonNull)
                .toList();
    }
}
