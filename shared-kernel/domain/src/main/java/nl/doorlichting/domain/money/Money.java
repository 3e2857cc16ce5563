package nl.doorlichting.domain.money;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Objects;

/**
 * A nominal amount in one currency, in whole cents, without a price year. The absolute amount is below 10^12, which
 * {@code numeric(14,2)} can store. Nothing is rounded: an amount with more decimals is rejected.
 *
 * @throws IllegalArgumentException for more than two decimals, for an amount too large, and from arithmetic between
 *     two currencies
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public static final Currency EURO = Currency.getInstance("EUR");

    private static final int DECIMALS = 2;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    public Money {
        Objects.requireNonNull(currency, "currency");
        amount = inCents(Objects.requireNonNull(amount, "amount"));
    }

    /** Euros as written, "1250.00". */
    public static Money euro(String amount) {
        return new Money(new BigDecimal(amount), EURO);
    }

    /** So many euros; null for null. */
    public static Money euros(BigDecimal amount) {
        return amount == null ? null : new Money(amount, EURO);
    }

    /** Zero in this currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** The sum; zero without amounts. */
    public static Money sum(Currency currency, Collection<Money> amounts) {
        return amounts.stream().reduce(zero(currency), Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return plus(other.negate());
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be combined");
        }
        return other;
    }

    // The checks come before setScale, which would take minutes for 1E-1000000000.
    private static BigDecimal inCents(BigDecimal amount) {
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("an amount is smaller than " + LIMIT.toPlainString());
        }
        if (amount.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("an amount has at most " + DECIMALS + " decimals");
        }
        return amount.setScale(DECIMALS);
    }
}
