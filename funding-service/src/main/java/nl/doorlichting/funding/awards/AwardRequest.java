package nl.doorlichting.funding.awards;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.RangeChecks;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An award that was decided outside the system.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param scheme code of the scheme (regeling) of that programme under which the award was granted
 * @param fundingInstrument how the money goes out: DECENTRALISATION_GRANT or SUBSIDY, as the scheme has it
 * @param number number of the decision, unique in its programme, by which letters name the award
 * @param organisationId number of the organisation that receives it, as in GM0988
 * @param projectId project of the same programme that the award pays for, by its id; none if absent
 * @param title what the award is for, in a few words
 * @param amount what the state gives, in euros, more than zero
 * @param totalCost what the project costs in all, in euros, at least amount; required where the scheme bounds the share
 *     of the state, else not stated if absent
 * @param purpose what the money is for: a code of the codelist funding-purposes. It decides which bounds of the scheme
 *     hold for the share that the state pays; PROJECT if absent
 * @param budgetLineId line of the programme's budget that the award is charged to, by its id; the scheme's if absent,
 *     and required where that has none
 * @param year budget year of the programme that the award is charged to, as in 2026; the year of the decision if absent
 * @param decidedOn day of the decision; not in the future
 * @param decidedBy official that decided: the subject of its token or, for a decision outside the system, what the
 *     record names; the caller if absent
 * @param officer subject of the token of the official that handles the award: one that handled an
 *     application or recorded an award before, or the caller; none if absent
 * @param period days on which the activities take place, all of them within the programme
 * @param accountabilityDue for a SUBSIDY the last day on which the recipient accounts for it, not before the decision
 *     and the first day of the period; if absent, 13 weeks after until of the period; 400 for other awards
 * @param track level at which the project works: a code of the codelist tracks; not stated if absent
 * @param actionLine aim of the project: a code of the codelist action-lines; not stated if absent
 * @param place where the project works, with municipalities that exist on a day of the period; not stated if absent
 * @param partnerMunicipalities codes of municipalities that it serves besides those of its place, as in GM0518; none if
 *     absent
 * @param instalments when which part is to be paid; together they come to the amount; no plan if absent or empty
 * @param source where the decision is written, in words: the document and its page or line; not stated if absent
 * @param includedIn id of the award tally of the same programme and instrument that holds this award, so that no sum
 *     counts it twice; none if absent
 * @param outOfOrderReason why it is granted although applications under its scheme, which allocates by RANKING, were
 *     refused; required where any were, else absent
 */
public record AwardRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 100) String scheme,
        @NotNull FundingInstrument fundingInstrument,
        @NotBlank @Size(max = 100) @NaturalId String number,
        @NotBlank @Size(max = 40) String organisationId,
        UUID projectId,
        @NotBlank @Size(max = 200) String title,
        @NotNull Money amount,
        Money totalCost,
        FundingPurpose purpose,
        UUID budgetLineId,
        @Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer year,
        @NotNull LocalDate decidedOn,
        @Size(min = 1, max = 200) String decidedBy,
        @Size(min = 1, max = 200) String officer,
        @NotNull Period period,
        LocalDate accountabilityDue,
        Track track,
        ActionLine actionLine,
        Place place,

        @Size(max = 500)
        List<@NotBlank @Pattern(regexp = "^GM[0-9]{4}$", message = FormTexts.MUNICIPALITY) String>
                partnerMunicipalities,

        @Size(max = 100) List<@NotNull @Valid Instalment> instalments,
        @Size(min = 1, max = 500) String source,
        @Size(min = 1, max = 2000) String note,
        UUID includedIn,
        @Size(min = 1, max = 2000) String outOfOrderReason)
        implements HasCrossFieldRules {
    static final int LONGEST_PROGRAMME = 40;

    private static final List<FundingInstrument> INSTRUMENTS =
            List.of(FundingInstrument.DECENTRALISATION_GRANT, FundingInstrument.SUBSIDY);

    /**
     * A part of an award, and the day on which it is to be paid.
     *
     * @param due day on which this part is to be paid, not before the award was granted
     * @param amount amount of this part, in euros, more than zero
     */
    @Schema(name = "AwardInstalmentRequest")
    public record Instalment(
            @NotNull LocalDate due, @NotNull Money amount) {}

    /**
     * What an amendment can change of an award. In an amendment null stays as it was.
     *
     * @param totalCost what the project costs in all; null when not stated
     * @param accountabilityDue null when it follows from the period
     */
    public record Terms(
            Money amount, Money totalCost, Period period, LocalDate accountabilityDue, List<Instalment> instalments) {

        /**
         * Notes days that are before the decision that they follow, and a day to account by before the period. Any of
         * the terms can be null.
         */
        public void checkDays(LocalDate decidedOn, Period days, List<Violation> violations) {
            var laterThanDecision =
                    days != null && (decidedOn == null || days.from().isAfter(decidedOn));
            var first = laterThanDecision ? days.from() : decidedOn;
            RangeChecks.notBefore("/accountabilityDue", accountabilityDue, first, violations);
            for (int i = 0; instalments != null && i < instalments.size(); i++) {
                if (instalments.get(i) != null) {
                    RangeChecks.notBefore(
                            "/instalments/" + i + "/due", instalments.get(i).due(), decidedOn, violations);
                }
            }
        }

        /** Notes amounts that are not above zero, and a total cost below the amount. Each of them may be null. */
        void check(List<Violation> violations) {
            RangeChecks.positive("/amount", amount, violations);
            if (amount != null && totalCost != null && totalCost.compareTo(amount) < 0) {
                violations.add(Violation.body(
                        "/totalCost/amount",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", amount.amount().toPlainString()),
                        Text.of("award.total-cost-below-amount")));
            }
            checkInstalmentAmounts(instalments, violations);
        }
    }

    public AwardRequest {
        purpose = purpose == null ? FundingPurpose.PROJECT : purpose;
        partnerMunicipalities = partnerMunicipalities == null ? List.of() : partnerMunicipalities;
        instalments = instalments == null ? List.of() : instalments;
    }

    /** @param caller subject that decided where none is stated */
    AwardBasis basis(String caller) {
        return new AwardBasis(
                programme,
                scheme,
                fundingInstrument,
                number,
                organisationId,
                null,
                purpose,
                year,
                decidedOn,
                decidedBy == null ? caller : decidedBy,
                PlaceColumns.of(place),
                partnerMunicipalities.stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(String[]::new),
                source);
    }

    AwardDescription description() {
        return new AwardDescription(title, projectId, officer, track, actionLine, budgetLineId, note, includedIn);
    }

    Terms terms() {
        return new Terms(amount, totalCost, period, accountabilityDue, instalments);
    }

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        if (fundingInstrument != null && !INSTRUMENTS.contains(fundingInstrument)) {
            violations.add(Violation.body(
                    "/fundingInstrument",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", INSTRUMENTS),
                    Text.of("award.instrument-not-here")));
        }
        if (fundingInstrument == FundingInstrument.DECENTRALISATION_GRANT) {
            refuseAccounting(accountabilityDue, violations);
        }
        terms().check(violations);
        checkSum(amount, instalments, violations);
        return violations;
    }

    /** Notes a day on which a decentralisation grant is accounted for to the state; null passes. */
    static void refuseAccounting(LocalDate accountabilityDue, List<Violation> violations) {
        if (accountabilityDue != null) {
            violations.add(Violation.body(
                    "/accountabilityDue", ViolationCode.NOT_ALLOWED, Text.of("award.accounted-to-council")));
        }
    }

    /**
     * Notes parts that are not above zero, or do not come to the amount together. The amount and the parts may be
     * null.
     */
    public static void checkInstalments(Money amount, List<Instalment> instalments, List<Violation> violations) {
        checkInstalmentAmounts(instalments, violations);
        checkSum(amount, instalments, violations);
    }

    private static void checkInstalmentAmounts(List<Instalment> instalments, List<Violation> violations) {
        for (int i = 0; instalments != null && i < instalments.size(); i++) {
            if (instalments.get(i) != null) {
                RangeChecks.positive(
                        "/instalments/" + i + "/amount", instalments.get(i).amount(), violations);
            }
        }
    }

    private static void checkSum(Money amount, List<Instalment> instalments, List<Violation> violations) {
        if (amount == null || instalments == null || instalments.isEmpty()) {
            return;
        }
        if (instalments.stream().anyMatch(part -> part == null || part.amount() == null)) {
            return;
        }
        // As plain numbers: the sum of many may be more than an amount can be.
        var sum = instalments.stream().map(part -> part.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(amount.amount()) != 0) {
            violations.add(instalmentsDiffer(amount.amount()));
        }
    }

    /** That the parts that are stated do not come to this together. */
    static Violation instalmentsDiffer(BigDecimal wanted) {
        var sum = wanted.toPlainString();
        return Violation.body(
                "/instalments",
                ViolationCode.OUT_OF_RANGE,
                Map.of("minimum", sum, "maximum", sum, "unit", "EUROS_TOGETHER"),
                Text.of("award.instalments-differ", sum));
    }
}
