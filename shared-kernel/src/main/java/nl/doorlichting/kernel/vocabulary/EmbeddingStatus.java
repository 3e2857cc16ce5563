package nl.doorlichting.kernel.vocabulary;

/**
 * Whether what was built up will last. Source: docs/design/vocabulary.md#results; policy review 25.1, lines 635, 988.
 */
public enum EmbeddingStatus implements CodedValue {
    SECURED(new Wording(
            "geborgd",
            "secured",
            "Iemand is verantwoordelijk en het heeft een vaste plek.",
            "Somebody is responsible and it has a fixed place.")),
    PARTLY_SECURED(new Wording(
            "deels geborgd",
            "partly secured",
            "Een deel heeft een vaste plek, of de plek is tijdelijk.",
            "A part has a fixed place, or the place is temporary.")),
    NOT_SECURED(new Wording(
            "niet geborgd",
            "not secured",
            "Er is geen plek of niemand is verantwoordelijk.",
            "There is no place, or nobody is responsible.")),
    UNKNOWN(new Wording("onbekend", "unknown", "Niet vastgesteld.", "Not established."));

    private final Wording wording;

    EmbeddingStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
