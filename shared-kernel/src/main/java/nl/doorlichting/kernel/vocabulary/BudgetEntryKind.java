package nl.doorlichting.kernel.vocabulary;

/** What an entry does to the budget of its line. Source: docs/design/rules.md#budget. */
public enum BudgetEntryKind {
    BUDGETED,
    COMMITMENT,
    REALLOCATION,
    DISBURSEMENT
}
