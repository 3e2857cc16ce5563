package nl.doorlichting.kernel.vocabulary;

/** Whether an indicator was measured before the work began (nulmeting). */
public enum BaselineKind implements CodedValue {
    TAKEN(new Wording("nulmeting gedaan", "baseline taken", "Er is vooraf gemeten.", "It was measured beforehand.")),
    NONE_TAKEN(new Wording(
            "geen nulmeting",
            "none taken",
            "Er is vooraf niet gemeten; verandering is dan niet vast te stellen.",
            "It was not measured beforehand, so that change cannot be told."));

    private final Wording wording;

    BaselineKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
