package nl.doorlichting.training.evaluations;

/**
 * What answers of one group add up to, and what steps show of it.
 *
 * @param shown of each question the received sums as they were at its last complete step
 */
record SteppedSums(EvaluationSums received, EvaluationSums shown) {
    static final SteppedSums NONE = new SteppedSums(EvaluationSums.NONE, EvaluationSums.NONE);

    SteppedSums plus(EvaluationSums answers) {
        var all = received.plus(answers);
        return new SteppedSums(all, shown.next(all));
    }

    /** What no step holds, to be counted with what others leave over. */
    EvaluationSums leftOver() {
        return received.minus(shown);
    }

    /** Counted, but not with this group: no further step comes. */
    SteppedSums closedPlus(EvaluationSums answers) {
        return new SteppedSums(received.plus(answers), shown);
    }
}
