package nl.doorlichting.funding.schemes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A new scheme (regeling).
 *
 * @param programme code of the programme, such as APR-2007-2011. It cannot be changed: another value is 400
 * @param code code by which applications and awards name the scheme, unique, capitals or small letters. It cannot be
 *     changed: another value is 400
 * @param name name in English
 * @param nameDutch Dutch name, by which the scheme was published; absent where it is the same
 * @param description what the scheme pays for, in English, for organisations that may apply; absent where none is given
 * @param descriptionDutch what the scheme pays for, in Dutch; absent where none is given
 * @param applyUrl address of the page where organisations apply, with https; absent where there is none
 * @param fundingInstrument what can be applied for: DECENTRALISATION_GRANT or SUBSIDY. It cannot be changed once an
 *     application or an award names the scheme: another value is 400
 * @param applicantKinds kinds of organisations that may apply, at least one: codes of the codelist organisation-kinds;
 *     no other kind may. In a PATCH the list takes the place of the stored one
 * @param openFrom first day to apply, before the end of its programme; always open until its end if absent
 * @param openUntil first day on which it is too late to apply, after openFrom, or without that after the first day of the
 *     programme; the scheme stays open until its
 *     programme ends if absent. It never stays open longer than that
 * @param bounds the state's share of the cost, in percent, by purpose; the share is free if absent. Bounds that hold
 *     already cannot be changed once an application or an award names the scheme, apart from their end. In a PATCH the
 *     list takes the place of the stored one, and [] empties it
 * @param ceiling highest sum of all awards under the scheme (subsidieplafond, Awb 4:25), in euros, more than zero and
 *     not below what its awards come to; no ceiling if absent. In a PATCH it is sent whole
 * @param allocationOrder in which order applications are decided (Awb 4:26): ORDER_OF_RECEIPT or RANKING;
 *     DISTRIBUTION is 400. Required with a ceiling, possible without one; no order if absent
 * @param weights by what the score of each criterion is multiplied, each criterion at most once; one that is not named
 *     counts once; only with RANKING, and all count once if absent. They cannot be changed once an application or an
 *     award names the scheme: other values are 400. In a PATCH the list takes the place of the stored one, and []
 *     empties it
 * @param budgetLineId id of the line of the programme's budget that awards are charged to where they name none; none if
 *     absent
 * @param conditions duties that each award under the scheme gets a copy of when it is made; none if absent. A change
 *     leaves the awards that were made before as they are. In a PATCH the list takes the place of the stored one, and
 *     [] empties it
 * @param source where the scheme is written, in words: the document and its page or line
 */
public record SchemeRequest(
        @NotBlank @Size(max = 40) String programme,

        @NotBlank @Size(max = 40) @Pattern(regexp = CODE, message = FormTexts.CODE)
        String code,

        @NotBlank @Size(max = 200) String name,
        @Size(min = 1, max = 200) String nameDutch,
        @Size(min = 1, max = 5000) String description,
        @Size(min = 1, max = 5000) String descriptionDutch,

        @Size(max = 500) @Pattern(regexp = ADDRESS, message = FormTexts.ADDRESS)
        String applyUrl,

        @NotNull FundingInstrument fundingInstrument,
        @NotEmpty @Size(max = 10) List<@NotNull OrganisationKind> applicantKinds,
        LocalDate openFrom,
        LocalDate openUntil,
        @Size(max = 100) List<@NotNull @Valid SchemeBoundRequest> bounds,
        Money ceiling,
        AllocationOrder allocationOrder,
        @Size(max = 5) List<@NotNull @Valid CriterionWeight> weights,
        UUID budgetLineId,
        @Size(max = 100) List<@NotNull @Valid SchemeConditionRequest> conditions,
        @NotBlank @Size(max = 500) String source)
        implements HasCrossFieldRules {

    /** It stands in addresses and in other records: no spaces and no control characters. */
    private static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    private static final String ADDRESS = "^https://\\S+$";

    private static final List<FundingInstrument> INSTRUMENTS =
            List.of(FundingInstrument.DECENTRALISATION_GRANT, FundingInstrument.SUBSIDY);

    // Source: docs/design/rules.md#co-financing; Awb 4:25-4:26.
    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        if (fundingInstrument != null && !INSTRUMENTS.contains(fundingInstrument)) {
            violations.add(Violation.body(
                    "/fundingInstrument",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", INSTRUMENTS),
                    Text.of("scheme.instrument")));
        }
        checkOrder("/openUntil", openFrom, openUntil, violations);
        RangeChecks.positive("/ceiling", ceiling, violations);
        if (ceiling != null && allocationOrder == null) {
            violations.add(Violation.body(
                    "/allocationOrder", ViolationCode.REQUIRED, Text.of("scheme.allocation-order-required")));
        }
        if (allocationOrder != null && !AllocationOrder.ENFORCED.contains(allocationOrder)) {
            violations.add(Violation.body(
                    "/allocationOrder",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", AllocationOrder.ENFORCED),
                    Text.of("scheme.allocation-order-not-enforced")));
        }
        checkWeights(violations);
        checkBounds(violations);
        SchemeConditionRequest.check(conditions, violations);
        return violations;
    }

    private void checkWeights(List<Violation> violations) {
        if (weights == null || weights.isEmpty()) {
            return;
        }
        if (allocationOrder != AllocationOrder.RANKING) {
            violations.add(
                    Violation.body("/weights", ViolationCode.NOT_ALLOWED, Text.of("scheme.weights-without-ranking")));
        }
        var seen = EnumSet.noneOf(AssessmentCriterion.class);
        for (int i = 0; i < weights.size(); i++) {
            var criterion = weights.get(i) == null ? null : weights.get(i).criterion();
            if (criterion != null && !seen.add(criterion)) {
                violations.add(Violation.body(
                        "/weights/" + i + "/criterion", ViolationCode.NOT_ALLOWED, Text.of("scheme.criterion-twice")));
            }
        }
    }

    private void checkBounds(List<Violation> violations) {
        for (int i = 0; bounds != null && i < bounds.size(); i++) {
            if (bounds.get(i) != null) {
                bounds.get(i).check("/bounds/" + i, violations);
                checkOverlap(i, violations);
            }
        }
    }

    /** Notes shares that are no percentages. The first release took them: a scheme keeps those that are stored. */
    void checkPercent(List<ShareBound> stored, List<Violation> violations) {
        for (int i = 0; bounds != null && i < bounds.size(); i++) {
            if (bounds.get(i) != null) {
                bounds.get(i).checkPercent("/bounds/" + i, stored, violations);
            }
        }
    }

    private void checkOverlap(int index, List<Violation> violations) {
        for (int other = 0; other < index; other++) {
            if (bounds.get(index).overlaps(bounds.get(other))) {
                violations.add(Violation.body(
                        "/bounds/" + index,
                        ViolationCode.NOT_ALLOWED,
                        Map.of("overlaps", "/bounds/" + other),
                        Text.of("scheme.bounds-overlap")));
                return;
            }
        }
    }

    /** Notes days on which it would never be open, by the days of its programme. */
    void checkOpens(Period programme, List<Violation> violations) {
        if (openFrom == null) {
            checkOrder("/openUntil", programme.from(), openUntil, violations);
        } else if (!openFrom.isBefore(programme.until())) {
            violations.add(Violation.body(
                    "/openFrom",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", programme.until().minusDays(1).toString()),
                    Text.of("scheme.opens-after-programme", programme.until())));
        }
    }

    /** Notes an end that is not after the beginning; null passes. */
    static void checkOrder(String pointer, LocalDate from, LocalDate until, List<Violation> violations) {
        if (from != null && until != null && !from.isBefore(until)) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1).toString()),
                    Text.of("scheme.end-not-after-begin")));
        }
    }
}
