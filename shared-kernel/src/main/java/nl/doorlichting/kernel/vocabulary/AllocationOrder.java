package nl.doorlichting.kernel.vocabulary;

/** Who gets what is left below the ceiling of a scheme. Source: Awb 4:26. */
public enum AllocationOrder implements CodedValue {
    ORDER_OF_RECEIPT(new Wording(
            "volgorde van ontvangst",
            "order of receipt",
            "Wie het eerst volledig aanvraagt, gaat voor.",
            "Whoever applies completely first comes first.")),
    RANKING(new Wording(
            "rangschikking",
            "ranking",
            "De best beoordeelde aanvraag gaat voor.",
            "The application that is assessed best comes first.")),
    DISTRIBUTION(new Wording(
            "verdeling",
            "distribution",
            "Het bedrag wordt over alle aanvragen verdeeld.",
            "The amount is divided over all applications."));

    private final Wording wording;

    AllocationOrder(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
