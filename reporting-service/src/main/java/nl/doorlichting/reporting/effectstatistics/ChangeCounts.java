package nl.doorlichting.reporting.effectstatistics;

/** Indicators by their course; only those with a baseline and a later value can show change. */
record ChangeCounts(long all, long withBaseline, long improved, long unchanged, long worsened, long targetReached) {
    static final ChangeCounts NONE = new ChangeCounts(0, 0, 0, 0, 0, 0);

    ChangeCounts plus(ChangeCounts more) {
        return new ChangeCounts(
                all + more.all,
                withBaseline + more.withBaseline,
                improved + more.improved,
                unchanged + more.unchanged,
                worsened + more.worsened,
                targetReached + more.targetReached);
    }

    /** How many show whether anything changed. */
    long compared() {
        return improved + unchanged + worsened;
    }
}
