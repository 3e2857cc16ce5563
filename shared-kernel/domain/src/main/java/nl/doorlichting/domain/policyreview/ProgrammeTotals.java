package nl.doorlichting.domain.policyreview;

import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.DerivedQuantity;

/**
 * What a cost per participation covers a part of.
 *
 * @param disbursed what the programme paid in all; null where nothing is booked
 * @param reach what inventories counted in all; null where there is no sum
 */
public record ProgrammeTotals(Money disbursed, DerivedQuantity reach) {}
