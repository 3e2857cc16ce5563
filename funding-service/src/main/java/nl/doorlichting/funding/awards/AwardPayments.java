package nl.doorlichting.funding.awards;

import java.util.UUID;

/** The payments of awards. The feature of disbursements implements it, because it depends on awards. */
public interface AwardPayments {
    /** Books the payments of an award that had no budget line on the line that it was given; 409 without room. */
    void charge(UUID awardId, UUID budgetLineId);
}
