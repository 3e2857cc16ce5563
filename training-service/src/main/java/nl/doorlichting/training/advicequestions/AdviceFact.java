package nl.doorlichting.training.advicequestions;

import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * What is known of one group of questions.
 *
 * @param period a tally's; null for questions one by one
 * @param records tallies or questions behind it
 * @param span the days between which the questions were received; null for a tally
 * @param open not answered, those past their term included; null for a tally
 * @param overdue past their term; null for a tally
 * @param days days from receipt to answer, over those answered one by one
 * @param timed how many those are
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

    /** So many of the questions, each of which was looked at: none of them is zero, not unknown. */
    static QuantitySum counted(long number, long of) {
        return new QuantitySum(2 * number, number, number, 0, of, 0, 0, 0, 0, 0);
    }
}
