package nl.doorlichting.funding.budget;

/** Whether an entry counts in the budget. Source: docs/design/rules.md#budget. */
public enum BudgetEntryStatus {
    WAITING,
    BOOKED,
    CANCELLED
}
