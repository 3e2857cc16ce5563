package nl.doorlichting.funding.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft of an application (aanvraag): any field may be absent until it is submitted. A submission needs scheme,
 * title, description, purpose, period, place, requestedAmount, and costs with a category and an amount in each line.
 *
 * @param organisationId number of the organisation that applies, as in GM0988. In a new application it is the caller's
 *     own if absent, and any other is 404. It cannot be changed: another value, or to empty it, is 400
 * @param scheme code of the scheme that is applied to, as in APR-2026-SUBSIDIES; none yet if absent
 * @param title title of the project; none yet if absent
 * @param description what is going to be done, for whom and why, in words; none yet if absent
 * @param purpose what is applied for: a code of the codelist funding-purposes. It decides which bounds of the scheme
 *     hold for the share that the state pays; not stated yet if absent
 * @param track level at which the project works: a code of the codelist tracks; not stated yet if absent
 * @param actionLine aim of the project: a code of the codelist action-lines; not stated yet if absent
 * @param interventionTypes what is done: codes of the codelist intervention-types; none stated if absent or empty. In a
 *     PATCH the list takes the place of the stored one, and [] empties it
 * @param phenomena what the project is about: codes of the codelist phenomena; none stated if absent or empty. In a
 *     PATCH the list takes the place of the stored one, and [] empties it
 * @param targetGroups whom the project is for: codes of the codelist target-groups; none stated if absent or empty. In
 *     a PATCH the list takes the place of the stored one, and [] empties it
 * @param period days of the project, all of them within the programme of the scheme; not stated yet if absent. In a
 *     PATCH it is sent whole
 * @param place where the project works, with municipalities that exist on a day of the period; absent while the draft
 *     does not state it. In a PATCH its fields are merged: those that are not named stay
 * @param partnerMunicipalities codes of municipalities that take part besides those of the place, as in GM0518; none if
 *     absent. In a PATCH the list takes the place of the stored one, and [] empties it
 * @param costs cost breakdown, line by line; its sum is the total cost; empty if absent. In a PATCH the list takes the
 *     place of the stored one, and [] empties it
 * @param ownContribution what the applicant pays itself, in euros, not below zero; nothing if absent. In a PATCH it is
 *     sent whole
 * @param otherFunding what third parties pay, in euros, not below zero; nothing if absent. In a PATCH it is sent whole
 * @param requestedAmount what the state is asked to pay, in euros, more than zero: with ownContribution and
 *     otherFunding it makes the whole cost; not stated yet if absent. In a PATCH it is sent whole
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

        @Size(max = 500)
        List<@NotNull @Pattern(regexp = "^GM[0-9]{4}$", message = FormTexts.MUNICIPALITY) String> partnerMunicipalities,

        @Size(max = 200) List<@NotNull @Valid CostLine> costs,
        Money ownContribution,
        Money otherFunding,
        Money requestedAmount)
        implements HasCrossFieldRules {
    private static final String LARGEST_AMOUNT = "999999999999.99";

    /**
     * One line of a cost breakdown; in a draft any field may be absent.
     *
     * @param category what the line pays for: a code of the codelist cost-categories; not stated yet if absent
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
        RangeChecks.notNegative("/ownContribution", ownContribution, violations);
        RangeChecks.notNegative("/otherFunding", otherFunding, violations);
        RangeChecks.positive("/requestedAmount", requestedAmount, violations);
        for (int i = 0; i < costs.size(); i++) {
            var amount = costs.get(i) == null ? null : costs.get(i).amount();
            RangeChecks.positive("/costs/" + i + "/amount", amount, violations);
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
                    "/costs",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", LARGEST_AMOUNT, "unit", "EUROS_TOGETHER"),
                    Text.of("application.costs-too-large")));
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
