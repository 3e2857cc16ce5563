package nl.doorlichting.domain.figures;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The rule of filters: a fact is asked for when it states any of the values wanted, of each dimension filtered by. */
final class Filters {

    /** Whether a fact is what the filters want. */
    enum Asked {
        YES,
        /** Of a divided municipality, of which some part may be in the place asked for. */
        PERHAPS,
        /** Some of its several municipalities are in the place asked for, and others are not. */
        SEVERAL_PLACES,
        NO
    }

    private final Question question;
    private final Places places;

    Filters(Question question, Places places) {
        this.question = question;
        this.places = places;
    }

    Asked asked(Fact<?> fact, Places.Placement placement) {
        Set<Dimension> failed = EnumSet.noneOf(Dimension.class);
        question.only().keySet().stream()
                .filter(filter -> !passes(fact, placement, filter))
                .forEach(failed::add);
        if (failed.isEmpty()) {
            return Asked.YES;
        }
        if (!question.placeFilters().containsAll(failed) || !places.isPerhapsInside(placement)) {
            return Asked.NO;
        }
        return placement.isOfSeveralPlaces() ? Asked.SEVERAL_PLACES : Asked.PERHAPS;
    }

    private boolean passes(Fact<?> fact, Places.Placement placement, Dimension filter) {
        if (filter.kind() == Dimension.Kind.PLACE) {
            return places.isInside(placement, filter);
        }
        // A dimension is absent when the source has applied its filter itself.
        return !fact.stated().containsKey(filter)
                || !Collections.disjoint(fact.of(filter), question.only().get(filter));
    }
}
