package nl.doorlichting.training.advicequestions;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * The sums of one group of questions.
 *
 * @param days of the tallies, or the days between which the questions were received
 * @param oneByOne null for tallies
 */
record AdviceFigure(Period days, QuantitySum received, QuantitySum answered, OneByOne oneByOne) {

    /**
     * What is known of questions that are recorded one by one.
     *
     * @param open not answered, and within their term
     * @param overdue not answered, and past their term
     * @param days sum of days from receipt to answer
     * @param timed number of questions in that sum
     */
    record OneByOne(long open, long overdue, long days, long timed) {
        OneByOne plus(OneByOne more) {
            return new OneByOne(open + more.open, overdue + more.overdue, days + more.days, timed + more.timed);
        }
    }

    boolean isTally() {
        return oneByOne == null;
    }

    /** A counted number of questions: 0 is zero and not unknown. */
    static QuantitySum counted(long number, long of) {
        return new QuantitySum(2 * number, number, number, 0, of, 0, 0, 0, 0, 0);
    }
}
