package nl.doorlichting.training.evaluations;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What answers add up to, and what may be shown of it: nothing while fewer than {@link #FEWEST} answered.
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

    /** Below so many answers a mean says what single people answered. */
    public static final long FEWEST = 5;

    /** No codes given. */
    public static final EvaluationSums NONE =
            new EvaluationSums(0, 0, 0, 0, Agreement.NONE, Agreement.NONE, Agreement.NONE);

    private static final int DECIMALS = 2;

    /**
     * Answers to a question of yes or no.
     *
     * @param said those who answered it
     * @param yes those of them who said yes
     */
    public record Agreement(long said, long yes) {
        static final Agreement NONE = new Agreement(0, 0);

        /** From 0 to 1, with two decimals; null where too few answered. */
        public BigDecimal share() {
            return said < FEWEST ? null : ratio(yes, said);
        }

        Agreement plus(Agreement other) {
            return new Agreement(said + other.said, yes + other.yes);
        }
    }

    /** Whether enough answered for anything to be shown. */
    public boolean enough() {
        return answers >= FEWEST;
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

    /** Codes used of codes given, from 0 to 1, with two decimals; null where too few answered. */
    public BigDecimal responseRate() {
        return enough() ? ratio(answers, codes) : null;
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

    private static BigDecimal ratio(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
