package nl.doorlichting.domain.publishedtables;

/** What an audit may cost, in steps of a few nanoseconds or a byte of memory each, and how much of it is spent. */
final class SearchLimit {
    static final long MOST_WORK = 60_000_000;
    static final int MOST_TRIALS = 30_000;

    private int trials;
    private long work;
    /** How much work there may be at the end of this search. */
    private long mostWork;
    /** Whether the search ended before all was tried. */
    private boolean ended;

    /** Starts a search that gets a share of the work that is left until a limit. */
    void search(long until, int searches) {
        trials = 0;
        ended = false;
        mostWork = work + Math.max(0, until - work) / Math.max(1, searches);
    }

    /** Whether the search goes on after this work. */
    boolean goesOn(long steps) {
        work += steps;
        ended |= work > mostWork || trials > MOST_TRIALS;
        return !ended;
    }

    /** Counts work that ends no search by itself. */
    void spend(long steps) {
        work += steps;
    }

    /** Counts a set of cells, or a move, that was tried. */
    void trial() {
        trials++;
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    long work() {
        return work;
    }
}
