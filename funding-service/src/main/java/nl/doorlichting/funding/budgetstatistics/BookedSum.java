package nl.doorlichting.funding.budgetstatistics;

import java.math.BigDecimal;
import java.util.UUID;
import nl.doorlichting.funding.budget.BudgetEntryKind;

/**
 * What the entries of one kind on one line in one year come to, in euros; there is at least one entry.
 *
 * @param rounding how far the sum can be off because entries were rounded, or known only to be below a threshold
 */
record BookedSum(UUID lineId, int year, BudgetEntryKind kind, BigDecimal amount, BigDecimal rounding) {}
