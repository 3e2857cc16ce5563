package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Facts for tests: exactly counted pupils without a place, unless a test states otherwise. */
final class ReachFacts {

    private ReachFacts() {}

    static ReachFact fact(Period period, long pupils) {
        QuantitySum sum = QuantitySum.of(new Quantity.Exact(pupils));
        return new ReachFact(period, TargetGroup.YOUTH_AND_PUPILS, null, false, Inclusion.ADDED, sum);
    }

    static ReachFact of(ReachFact fact, TargetGroup group) {
        return new ReachFact(
                fact.period(), group, fact.municipality(), fact.severalPlaces(), fact.inclusion(), fact.sum());
    }

    static ReachFact in(ReachFact fact, String municipality) {
        return new ReachFact(fact.period(), fact.targetGroup(), municipality, false, fact.inclusion(), fact.sum());
    }

    static ReachFact inSeveralPlaces(ReachFact fact) {
        return new ReachFact(fact.period(), fact.targetGroup(), null, true, fact.inclusion(), fact.sum());
    }

    static ReachFact included(ReachFact fact, Inclusion inclusion) {
        return new ReachFact(
                fact.period(), fact.targetGroup(), fact.municipality(), fact.severalPlaces(), inclusion, fact.sum());
    }
}
