package nl.doorlichting.domain.figures;

/**
 * The rule of tallies: a tally counts everywhere but in a municipality, and what it may contain counts only there, where
 * the tally does not.
 */
final class Inclusions {
    private Inclusions() {}

    static boolean countsInRows(Fact<?> fact, Places.Placement placement, Question question) {
        return fact.inclusion().isAdded()
                || question.isBy(Dimension.MUNICIPALITY) && !(placement instanceof Places.Placement.Nowhere);
    }

    static boolean countsInTotals(Fact<?> fact) {
        return fact.inclusion().isAdded();
    }

    /** Where it stands: a tally in no municipality, because its parts may be there. */
    static Places.Placement placement(Fact<?> fact, Places.Placement placement, Question question) {
        if (fact.inclusion() != Inclusion.TALLY) {
            return placement;
        }
        // With a place filter a note says that the tally may be elsewhere.
        return placement instanceof Places.Placement.Unallocated && question.filtersByPlace()
                ? placement
                : Places.NOWHERE;
    }
}
