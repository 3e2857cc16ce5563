package nl.doorlichting.kernel.vocabulary;

/** What an entry does to the budget of its line. Source: docs/design/rules.md#budget. */
public enum BudgetEntryKind implements CodedValue {
    BUDGETED(new Wording(
            "begroot", "budgeted", "Het bedrag dat vooraf is toegekend.", "The amount allotted beforehand.")),
    COMMITMENT(new Wording(
            "verplichting",
            "commitment",
            "Een bedrag dat is toegezegd en nog betaald moet worden.",
            "An amount promised and still to be paid.")),
    REALLOCATION(new Wording(
            "herschikking",
            "reallocation",
            "Geld dat naar een ander doel gaat; met een minteken komt het daarvandaan.",
            "Money that goes to another purpose; with a minus sign it comes from there.")),
    DISBURSEMENT(new Wording("uitgave", "disbursement", "Een bedrag dat is betaald.", "An amount paid."));

    private final Wording wording;

    BudgetEntryKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
