package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;

import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Facts for tests: exactly counted pupils without a place, unless a test states otherwise. */
final class ReachFacts {

    private static final String TALLY = "the tally";
    private static final Inclusion.Group PUPILS =
            new Inclusion.Group("programme", TargetGroup.YOUTH_AND_PUPILS.name(), null);

    private ReachFacts() {}

    static Fact<QuantitySum> fact(Period period, long pupils) {
        return of(Fact.of(1, QuantitySum.of(new Quantity.Exact(pupils))).during(period), TargetGroup.YOUTH_AND_PUPILS);
    }

    static Fact<QuantitySum> of(Fact<QuantitySum> fact, TargetGroup group) {
        return fact.stating(Map.of(TARGET_GROUP, Set.of(group)));
    }

    static Fact<QuantitySum> in(Fact<QuantitySum> fact, String municipality) {
        return fact.in(Set.of(municipality));
    }

    static Fact<QuantitySum> inSeveralPlaces(Fact<QuantitySum> fact) {
        return fact.in(Set.of("GM0988", "GM1507"));
    }

    /** A total from its source. */
    static Fact<QuantitySum> tally(Fact<QuantitySum> fact) {
        return included(fact, Inclusion.tally(TALLY, PUPILS));
    }

    static Fact<QuantitySum> inTally(Fact<QuantitySum> fact) {
        return included(fact, Inclusion.in(TALLY));
    }

    static Fact<QuantitySum> perhapsInTally(Fact<QuantitySum> fact) {
        return included(fact, Inclusion.unknown(PUPILS));
    }

    static Fact<QuantitySum> included(Fact<QuantitySum> fact, Inclusion inclusion) {
        return fact.included(inclusion);
    }
}
