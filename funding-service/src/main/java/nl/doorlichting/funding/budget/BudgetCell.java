package nl.doorlichting.funding.budget;

import java.util.UUID;

/** One year of one line of a programme's budget. */
public record BudgetCell(String programme, UUID lineId, int year) {}
