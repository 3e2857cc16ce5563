package nl.doorlichting.funding.budget;

/** What an entry does to the budget of its line. Source: docs/design/rules.md#budget. */
public enum BudgetEntryKind {
    BUDGETED,
    COMMITMENT,
    REALLOCATION,
    DISBURSEMENT
}
