package nl.doorlichting.funding.awards;

import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.schemes.FundingPurpose;

/**
 * An award as it was when another feature asked for it. It does not change with the award.
 *
 * @param amount what was granted, as last amended
 * @param totalCost null when not stated
 * @param budgetLineId line that its payments are charged to; null while it stands without one
 * @param reclaimable what was paid without right to it and is not claimed back yet
 */
public record AwardSnapshot(
        UUID id,
        String programme,
        String scheme,
        String number,
        String organisationId,
        FundingInstrument fundingInstrument,
        AwardStatus status,
        FundingPurpose purpose,
        Money amount,
        Money totalCost,
        UUID budgetLineId,
        int year,
        LocalDate decidedOn,
        Money reclaimable) {}
