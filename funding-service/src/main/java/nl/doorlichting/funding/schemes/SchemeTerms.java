package nl.doorlichting.funding.schemes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * What a scheme holds applications and awards to.
 *
 * @param openFrom first day to apply; null when it was always open
 * @param openUntil first day that it is too late: the scheme's own, at the latest that after its programme
 * @param ceiling euros that awards may come to together (Awb 4:25); null without one
 * @param allocationOrder who goes first below the ceiling (Awb 4:26); null when not stated
 * @param weights how much each criterion counts; one that is not named counts once
 * @param budgetLineId line of the programme's budget that pays; null when not stated
 */
public record SchemeTerms(
        UUID id,
        String code,
        String programme,
        FundingInstrument fundingInstrument,
        Set<OrganisationKind> applicantKinds,
        LocalDate openFrom,
        LocalDate openUntil,
        BigDecimal ceiling,
        AllocationOrder allocationOrder,
        List<CriterionWeight> weights,
        UUID budgetLineId,
        List<ShareBound> bounds,
        List<SchemeCondition> conditions) {

    /** How often the score of this criterion counts. */
    public int weight(AssessmentCriterion criterion) {
        return weights.stream()
                .filter(one -> one.criterion() == criterion)
                .mapToInt(CriterionWeight::weight)
                .findFirst()
                .orElse(1);
    }

    public boolean openOn(LocalDate day) {
        return (openFrom == null || !day.isBefore(openFrom)) && day.isBefore(openUntil);
    }

    /** Notes an applicant of a kind that the scheme is not for. */
    public void checkApplicant(String pointer, OrganisationKind applicant, List<Violation> violations) {
        if (!applicantKinds.contains(applicant)) {
            var allowed = applicantKinds.stream().sorted().toList();
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.NOT_ALLOWED,
                    Map.of("applicant", applicant, "allowed", allowed),
                    Text.of("scheme.other-organisations", applicant)));
        }
    }

    /**
     * Notes a purpose that a scheme with bounds has none for on this day: that scheme does not pay for it.
     *
     * @return the bounds of the state's share for this purpose; empty without any
     */
    public Optional<ShareBound> checkPurpose(
            FundingPurpose purpose, LocalDate day, Text notPaid, List<Violation> violations) {
        var holding = bounds.stream().filter(bound -> bound.holdsOn(day)).toList();
        var found = holding.stream().filter(bound -> bound.purpose() == purpose).findFirst();
        if (found.isEmpty() && !bounds.isEmpty()) {
            var allowed = holding.stream().map(ShareBound::purpose).sorted().toList();
            violations.add(Violation.body("/purpose", ViolationCode.NOT_ALLOWED, Map.of("allowed", allowed), notPaid));
        }
        return found;
    }
}
