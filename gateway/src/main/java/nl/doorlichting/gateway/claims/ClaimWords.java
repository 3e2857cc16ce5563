package nl.doorlichting.gateway.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.Function;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.platform.texts.Text;

/** What is said of a claim for people, in every language. */
public final class ClaimWords {
    private ClaimWords() {}

    /**
     * A number of the claim with its unit, which is singular of one.
     *
     * @param shown the number as it is written
     */
    public static Text amount(BigDecimal number, String shown, ClaimUnit unit) {
        return Text.of("claims.amount", shown, unit(unit, number));
    }

    /** A unit as it stands behind this number. */
    public static Text unit(ClaimUnit unit, BigDecimal number) {
        return Text.of(
                switch (unit) {
                    case PARTICIPATIONS -> "claims.units.participations";
                    case PEOPLE -> "claims.units.people";
                    case SESSIONS -> "claims.units.sessions";
                    case PROJECTS -> "claims.units.projects";
                    case REPORTS -> "claims.units.reports";
                    case SIDE_EFFECTS -> "claims.units.side-effects";
                    case POINTS -> "claims.units.points";
                    case EUR -> "claims.units.eur";
                    case TIMES -> "claims.units.times";
                    case PERCENT -> "claims.units.percent";
                },
                number);
    }

    /** The number that the figures come to, as fine as the claim. One that fails is as fine as it needs to be seen to differ. */
    public static Text found(ClaimEvaluationResponse claim, Function<BigDecimal, String> shown) {
        return amount(claim.found(), shown.apply(rounded(claim.found(), decimals(claim))), claim.unit());
    }

    /** How many decimals that number has. */
    public static int decimals(ClaimEvaluationResponse claim) {
        var decimals = Math.max(0, Math.max(fineness(claim.stated()), fineness(claim.tolerance())));
        while (claim.outcome() == ClaimOutcome.FAILS
                && decimals < fineness(claim.found())
                && rounded(claim.found(), decimals).compareTo(claim.stated()) == 0) {
            decimals++;
        }
        return decimals;
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Decimals of a number; below zero for one that ends in zeros. */
    public static int fineness(BigDecimal number) {
        return number.stripTrailingZeros().scale();
    }

    /** What the claim states, with how far it may be off. */
    public static Text stated(ClaimEvaluationResponse claim, Function<BigDecimal, String> shown) {
        var number = shown.apply(claim.stated())
                + (claim.tolerance().signum() == 0 ? "" : " ± " + shown.apply(claim.tolerance()));
        var amount = amount(claim.stated(), number, claim.unit());
        return switch (claim.relation()) {
            case EQUAL -> amount;
            case AT_LEAST -> Text.of("claims.at-least", amount);
            case AT_MOST -> Text.of("claims.at-most", amount);
        };
    }

    /** Why the figures do not decide the claim, a decimal finer than it. Only for an undecided one. */
    public static Text undecided(ClaimEvaluationResponse claim, Function<BigDecimal, String> written) {
        Function<BigDecimal, String> shown = number -> written.apply(rounded(number, decimals(claim) + 1));
        var lowest = claim.lowest();
        var highest = claim.highest();
        if (claim.undecided() != UndecidedReason.KINDS || claim.found() == null || !isTooRough(claim)) {
            return Text.of("quality.claim-undecided."
                    + claim.undecided().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (lowest == null && highest == null) {
            return Text.of("quality.claim-undecided.about", shown.apply(claim.found()));
        }
        if (highest == null) {
            return Text.of("quality.claim-undecided.at-least", shown.apply(lowest));
        }
        return Text.of(
                isWithin(claim.stated(), lowest, highest)
                        ? "quality.claim-undecided.within"
                        : "quality.claim-undecided.beside",
                shown.apply(lowest),
                shown.apply(highest),
                shown.apply(claim.stated()));
    }

    // A figure without a doubt has one number; then its kind does not compare.
    private static boolean isTooRough(ClaimEvaluationResponse claim) {
        return claim.lowest() == null
                || claim.highest() == null
                || claim.lowest().compareTo(claim.highest()) < 0;
    }

    private static boolean isWithin(BigDecimal number, BigDecimal lowest, BigDecimal highest) {
        return (lowest == null || number.compareTo(lowest) >= 0) && number.compareTo(highest) <= 0;
    }
}
