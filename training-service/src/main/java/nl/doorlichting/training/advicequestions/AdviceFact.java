package nl.doorlichting.training.advicequestions;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * The sums of one group of questions.
 *
 * @param period of a tally; null for questions one by one
 * @param records number of tallies or questions
 * @param span the days between which the questions were received; null for a tally
 * @param open not answered, also past their term; null for a tally
 * @param overdue past their term; null for a tally
 * @param days sum of days from receipt to answer, of questions one by one
 * @param timed number of questions in that sum
 */
record AdviceFact(
        AdviceKey key,
        Period period,
        long records,
        Period span,
        QuantitySum received,
        QuantitySum answered,
        Long open,
        Long overdue,
        long days,
        long timed) {

    boolean isTally() {
        return period != null;
    }

    /** A counted number of questions: 0 is zero and not unknown. */
    static QuantitySum counted(long number, long of) {
        return new QuantitySum(2 * number, number, number, 0, of, 0, 0, 0, 0, 0);
    }
}
