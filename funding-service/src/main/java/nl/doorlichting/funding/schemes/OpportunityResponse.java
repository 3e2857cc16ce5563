package nl.doorlichting.funding.schemes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that organisations can apply for (subsidiemogelijkheid), as the public reads it.
 *
 * @param code code of the scheme, by which an application names it
 * @param programme code of the programme of the scheme, such as APR-2007-2011
 * @param name name in English
 * @param nameDutch Dutch name, by which the scheme was published; null where it is the same
 * @param description what the scheme pays for, in English; null where none is given
 * @param descriptionDutch what the scheme pays for, in Dutch; null where none is given
 * @param status whether organisations can apply today: OPEN, SOON or CLOSED
 * @param openFrom first day to apply; null where it was always open
 * @param openUntil first day on which it is too late to apply: the scheme's own, at the latest the day after its
 *     programme
 * @param fundingInstrument what can be applied for: DECENTRALISATION_GRANT or SUBSIDY
 * @param applicantKinds kinds of organisations that may apply, at least one: codes of the codelist organisation-kinds;
 *     no other kind may
 * @param bounds the state's share of the cost in percent, by purpose, today and later; empty where the share is free
 * @param ceiling highest sum of all awards under the scheme, in euros; null where there is none
 * @param left what is left below the ceiling, in euros, rounded down to tenths of the ceiling, so that two readings do not
 *     show what one award came to: 0.00 is less than a tenth; null without a ceiling
 * @param allocationOrder in which order applications are decided (Awb 4:26); null where none is set, which is possible
 *     without a ceiling only
 * @param weights by what the score of each criterion is multiplied under RANKING; a criterion that is not named counts
 *     once; empty where all do, and for other orders
 * @param conditions duties that each award under the scheme gets a copy of when it is made; empty where there are none
 * @param applyUrl address of the page where organisations apply; null where there is none
 * @param source where the scheme is written, in words: the document and its page or line
 */
public record OpportunityResponse(
        String code,
        String programme,
        String name,
        @Schema(nullable = true) String nameDutch,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) String descriptionDutch,
        OpportunityStatus status,
        @Schema(nullable = true) LocalDate openFrom,
        LocalDate openUntil,
        FundingInstrument fundingInstrument,
        List<OrganisationKind> applicantKinds,
        List<ShareBound> bounds,
        @Schema(nullable = true) Money ceiling,
        @Schema(nullable = true) Money left,
        @Schema(nullable = true) AllocationOrder allocationOrder,
        List<CriterionWeight> weights,
        List<SchemeCondition> conditions,
        @Schema(nullable = true) String applyUrl,
        String source) {
    private static final BigDecimal STEPS = BigDecimal.TEN;

    /**
     * Rounded down, so that it never promises more than there is, and to tenths of the ceiling: the difference of two
     * readings is so many tenths, and not the amount of an award. Source: docs/design/figures.md#budget.
     */
    static Money inSteps(BigDecimal left, BigDecimal ceiling) {
        var steps = left.max(BigDecimal.ZERO).multiply(STEPS).divideToIntegralValue(ceiling);
        return Money.euros(ceiling.multiply(steps).divide(STEPS, 2, RoundingMode.DOWN));
    }
}
