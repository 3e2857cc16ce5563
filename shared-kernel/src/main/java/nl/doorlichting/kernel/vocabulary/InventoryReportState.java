package nl.doorlichting.kernel.vocabulary;

/** How far an inventory report is on its way to publication. Source: docs/design/rules.md#inventory-reports. */
public enum InventoryReportState implements CodedValue {
    DRAFT(new Wording("concept", "draft", "De onderzoeker schrijft nog.", "The researcher is still writing.")),
    SUBMITTED(new Wording("ingediend", "submitted", "Het ligt bij een beoordelaar.", "A reviewer has it.")),
    RETURNED(new Wording(
            "teruggegeven",
            "returned",
            "De onderzoeker herziet het aan de hand van opmerkingen.",
            "The researcher revises it after remarks.")),
    APPROVED(new Wording(
            "vastgesteld",
            "approved",
            "De cijfers tellen mee; het ligt vast.",
            "Its figures count, and it is locked.")),
    PUBLISHED(new Wording(
            "gepubliceerd", "published", "Het staat in de openbare catalogus.", "It stands in the public catalogue."));

    private final Wording wording;

    InventoryReportState(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
