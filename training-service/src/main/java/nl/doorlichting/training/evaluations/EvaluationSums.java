package nl.doorlichting.training.evaluations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import nl.doorlichting.domain.disclosure.Disclosure;

/**
 * Sums of answers: of all received ones, or of those in complete steps. Each question has steps of its own, because a
 * question may have few answers.
 *
 * @param codes codes given
 * @param answers codes used
 * @param ratings sum of the ratings
 * @param squares sum of their squares
 */
public record EvaluationSums(
        long codes,
        long answers,
        long ratings,
        long squares,
        Agreement knowledgeGained,
        Agreement applicable,
        Agreement sharedWithPartners) {

    /** No codes given. */
    public static final EvaluationSums NONE =
            new EvaluationSums(0, 0, 0, 0, Agreement.NONE, Agreement.NONE, Agreement.NONE);

    private static final int DECIMALS = 2;

    /**
     * Answers to a question of yes or no.
     *
     * @param said number of answers
     * @param yes number of answers that are yes
     */
    public record Agreement(long said, long yes) {
        static final Agreement NONE = new Agreement(0, 0);

        /** One answer; null is none. */
        static Agreement of(Boolean answer) {
            return answer == null ? NONE : new Agreement(1, answer ? 1 : 0);
        }

        /** From 0 to 1, with two decimals; null where too few answered. */
        public BigDecimal share() {
            return Disclosure.isShown(said) ? ratio(yes, said) : null;
        }

        Agreement next(Agreement received) {
            return Disclosure.completesStep(said, received.said) ? received : this;
        }

        Agreement plus(Agreement other) {
            return new Agreement(said + other.said, yes + other.yes);
        }

        Agreement minus(Agreement other) {
            return new Agreement(said - other.said, yes - other.yes);
        }
    }

    /** Whether enough answered for anything to be shown. */
    public boolean enough() {
        return Disclosure.isShown(answers);
    }

    /**
     * The sums to be shown after these: for each question the received sums if they complete a step, else the sums shown
     * before.
     */
    EvaluationSums next(EvaluationSums received) {
        var step = Disclosure.completesStep(answers, received.answers) ? received : this;
        return new EvaluationSums(
                received.codes,
                step.answers,
                step.ratings,
                step.squares,
                knowledgeGained.next(received.knowledgeGained),
                applicable.next(received.applicable),
                sharedWithPartners.next(received.sharedWithPartners));
    }

    /** The mean rating with two decimals; null where too few answered. */
    public BigDecimal mean() {
        return enough() ? ratio(ratings, answers) : null;
    }

    /** The standard deviation of the ratings (of a sample, n - 1) with two decimals; null where too few answered. */
    public BigDecimal spread() {
        if (!enough()) {
            return null;
        }
        var deviations = BigDecimal.valueOf(answers * squares - ratings * ratings);
        return deviations
                .divide(BigDecimal.valueOf(answers * (answers - 1)), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * Codes used of codes given, from 0 to 1, with two decimals; null where too few answered. Also null where more answered
     * than codes were given: answers of a session that moved to another year, or is of another type now, stay where they
     * were, and its codes do not.
     */
    public BigDecimal responseRate() {
        return enough() && codes >= answers ? ratio(answers, codes) : null;
    }

    public EvaluationSums plus(EvaluationSums other) {
        return new EvaluationSums(
                codes + other.codes,
                answers + other.answers,
                ratings + other.ratings,
                squares + other.squares,
                knowledgeGained.plus(other.knowledgeGained),
                applicable.plus(other.applicable),
                sharedWithPartners.plus(other.sharedWithPartners));
    }

    EvaluationSums minus(EvaluationSums other) {
        return new EvaluationSums(
                codes - other.codes,
                answers - other.answers,
                ratings - other.ratings,
                squares - other.squares,
                knowledgeGained.minus(other.knowledgeGained),
                applicable.minus(other.applicable),
                sharedWithPartners.minus(other.sharedWithPartners));
    }

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
