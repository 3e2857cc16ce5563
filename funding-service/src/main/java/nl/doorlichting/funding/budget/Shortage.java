package nl.doorlichting.funding.budget;

import java.math.BigDecimal;

/**
 * Why something does not fit under a ceiling.
 *
 * @param left in euros, what would fit
 */
record Shortage(String detail, BigDecimal left) {}
