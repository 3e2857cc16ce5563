package nl.doorlichting.domain.figures;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The rule of filters: a fact is asked for when it states any of the values wanted, of each dimension filtered by. What
 * fails only by not stating a value is left out with a note, unless {@link Dimension#NOT_STATED} is wanted.
 */
final class Filters {

    /** Whether a fact is what the filters want. */
    enum Asked {
        YES,
        /** Of a divided municipality, of which some part may be in the place asked for. */
        PERHAPS,
        /** Some of its several municipalities are in the place asked for, and others are not. */
        SEVERAL_PLACES,
        /** It fails a filter, and each that it fails is on something that it does not state. */
        NOT_STATED,
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
        for (Dimension filter : question.only().keySet()) {
            if (!passes(fact, placement, filter)) {
                failed.add(filter);
            }
        }
        if (failed.isEmpty()) {
            return Asked.YES;
        }
        Set<Dimension> ofPlace = places.filters();
        if (places.isPerhapsInside(placement)) {
            if (ofPlace.containsAll(failed)) {
                return placement.isOfSeveralPlaces() ? Asked.SEVERAL_PLACES : Asked.PERHAPS;
            }
            if (!placement.isOfSeveralPlaces()) {
                failed.removeAll(ofPlace);
            }
        }
        return failed.stream().allMatch(filter -> statesNone(fact, filter)) ? Asked.NOT_STATED : Asked.NO;
    }

    private boolean passes(Fact<?> fact, Places.Placement placement, Dimension filter) {
        boolean wantsNone = question.wants(filter, Dimension.NOT_STATED);
        if (filter.kind() == Dimension.Kind.PLACE) {
            return fact.municipalities() == null
                    || wantsNone && isInNone(fact, placement, filter)
                    || places.isInside(placement, filter);
        }
        return !fact.isKnown(filter)
                || (fact.of(filter).isEmpty()
                        ? wantsNone
                        : !Collections.disjoint(fact.of(filter), question.only().get(filter)));
    }

    // A tally stands in no place, wherever it is of.
    private boolean isInNone(Fact<?> fact, Places.Placement placement, Dimension filter) {
        return fact.inclusion().isTally() || places.valueOf(placement, filter) == null && !placement.isDivided();
    }

    private static boolean statesNone(Fact<?> fact, Dimension filter) {
        return filter.kind() == Dimension.Kind.PLACE
                ? fact.municipalities().isEmpty()
                : fact.of(filter).isEmpty();
    }
}
