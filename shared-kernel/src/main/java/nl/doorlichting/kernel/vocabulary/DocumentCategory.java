package nl.doorlichting.kernel.vocabulary;

/** What a document is part of. */
public enum DocumentCategory implements CodedValue {
    APPLICATION(new Wording(
            "aanvraag",
            "application",
            "Hoort bij de aanvraag, zoals een projectplan.",
            "Part of the application, such as a project plan.")),
    AWARD(new Wording(
            "verlening",
            "award",
            "Hoort bij de verlening, zoals de beschikking.",
            "Part of the award, such as the decision.")),
    ACCOUNTABILITY(new Wording(
            "verantwoording",
            "accountability",
            "Verantwoordt wat met de verlening is gedaan en wat het kostte.",
            "Accounts for what was done with the award and what it cost.")),
    SETTLEMENT(new Wording(
            "vaststelling",
            "settlement",
            "Hoort bij de vaststelling van de subsidie.",
            "Part of the settlement of the subsidy.")),
    INVENTORY_REPORT(new Wording(
            "inventarisatierapport",
            "inventory report",
            "Hoort bij een rapport over de resultaten van projecten.",
            "Part of a report on the results of projects."));

    private final Wording wording;

    DocumentCategory(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
