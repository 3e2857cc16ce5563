package nl.doorlichting.funding.awards;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.schemes.SchemeCondition;

/** The conditions of awards. The feature of conditions implements it, because it depends on awards. */
public interface AwardConditions {
    /**
     * Attaches its conditions to an award that is made in the transaction at hand: a copy of each of its scheme, and these.
     *
     * @param stated those that the decision attaches besides
     */
    void attachAll(UUID awardId, AwardBasis award, List<SchemeCondition> stated);
}
