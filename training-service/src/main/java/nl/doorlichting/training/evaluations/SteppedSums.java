package nl.doorlichting.training.evaluations;

/**
 * The sums of the answers of one group, and of its complete steps.
 *
 * @param shown of each question the received sums as they were at its last complete step
 */
record SteppedSums(EvaluationSums received, EvaluationSums shown) {
    static final SteppedSums NONE = new SteppedSums(EvaluationSums.NONE, EvaluationSums.NONE);

    SteppedSums plus(EvaluationSums answers) {
        var all = received.plus(answers);
        return new SteppedSums(all, shown.next(all));
    }

    /** The answers outside complete steps. */
    EvaluationSums leftOver() {
        return received.minus(shown);
    }

    /** Counts a late answer, which is shown with the remainder: this group gets no further step. */
    SteppedSums closedPlus(EvaluationSums answers) {
        return new SteppedSums(received.plus(answers), shown);
    }
}
