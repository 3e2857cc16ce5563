package nl.doorlichting.kernel.vocabulary;

/** How far a payment is. Source: docs/design/rules.md#payments. */
public enum DisbursementStatus implements CodedValue {
    RESERVED(new Wording(
            "gereserveerd",
            "reserved",
            "Aangemaakt; de ruimte in de begroting is vastgehouden.",
            "Created; its room in the budget is held.")),
    RELEASED(new Wording(
            "vrijgegeven",
            "released",
            "Door een tweede persoon vrijgegeven en als uitgave geboekt.",
            "Released by a second person and booked as a disbursement.")),
    CANCELLED(new Wording(
            "vervallen",
            "cancelled",
            "Niet vrijgegeven; de ruimte is weer beschikbaar.",
            "Never released; its room is available again."));

    private final Wording wording;

    DisbursementStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
