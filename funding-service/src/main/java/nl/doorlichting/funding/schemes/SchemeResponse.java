package nl.doorlichting.funding.schemes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A scheme (regeling) as stored.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param code code by which everything names the scheme
 * @param name name in English
 * @param nameDutch Dutch name, by which the scheme was published; null where it is the same
 * @param description what the scheme pays for, in English, for organisations that may apply; null where none is given
 * @param descriptionDutch what the scheme pays for, in Dutch; null where none is given
 * @param applyUrl address of the page where organisations apply; null where there is none
 * @param fundingInstrument what can be applied for: DECENTRALISATION_GRANT or SUBSIDY
 * @param applicantKinds kinds of organisations that may apply, at least one: codes of the codelist organisation-kinds;
 *     no other kind may
 * @param openFrom first day to apply; null where it was always open
 * @param openUntil first day on which it is too late to apply, as the scheme states it; null where it states none. It
 *     is open until its programme ends at the latest
 * @param bounds the state's share of the cost in percent, by purpose; empty when the share is free
 * @param ceiling highest sum of all awards under the scheme, in euros; null where there is none
 * @param allocationOrder in which order applications are decided (Awb 4:26); null where none is set, which is possible
 *     without a ceiling only
 * @param weights by what the score of each criterion is multiplied under RANKING; a criterion that is not named counts
 *     once; empty where all do, and for other orders
 * @param budgetLineId id of the line of the programme's budget that awards are charged to where they name none; null
 *     where none is fixed
 * @param conditions duties that each award under the scheme gets a copy of when it is made; empty where there are none
 * @param source where the scheme is written, in words: the document and its page or line
 */
public record SchemeResponse(
        UUID id,
        String programme,
        String code,
        String name,
        @Schema(nullable = true) String nameDutch,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) String descriptionDutch,
        @Schema(nullable = true) String applyUrl,
        FundingInstrument fundingInstrument,
        List<OrganisationKind> applicantKinds,
        @Schema(nullable = true) LocalDate openFrom,
        @Schema(nullable = true) LocalDate openUntil,
        List<ShareBound> bounds,
        @Schema(nullable = true) Money ceiling,
        @Schema(nullable = true) AllocationOrder allocationOrder,
        List<CriterionWeight> weights,
        @Schema(nullable = true) UUID budgetLineId,
        List<SchemeCondition> conditions,
        String source,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
