package nl.doorlichting.kernel.vocabulary;

/** What was decided about an award. Source: docs/design/rules.md#awards; Awb title 4.2. */
public enum AwardDecisionKind implements CodedValue {
    GRANT(new Wording("verlening", "grant", "Het toekennen van geld (Awb 4:29).", "Granting the money (Awb 4:29).")),
    AMENDMENT(new Wording(
            "wijziging",
            "amendment",
            "Een ander bedrag of tijdvak (Awb 4:48, 4:50).",
            "Another amount or period (Awb 4:48, 4:50).")),
    SETTLEMENT(new Wording(
            "vaststelling",
            "settlement",
            "Het definitieve bedrag, gelijk aan of lager dan verleend (Awb 4:46, 4:47).",
            "The final amount, equal to or lower than granted (Awb 4:46, 4:47).")),
    REVOCATION(new Wording(
            "intrekking",
            "revocation",
            "Het terugnemen van de verlening of vaststelling (Awb 4:48-4:50).",
            "Taking back the grant or the settlement (Awb 4:48-4:50)."));

    private final Wording wording;

    AwardDecisionKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
