/** Amounts of money in one currency. */
package nl.doorlichting.domain.money;
