package nl.doorlichting.kernel.vocabulary;

/** How far an award is. Source: docs/design/rules.md#awards; Awb title 4.2. */
public enum AwardStatus implements CodedValue {
    GRANTED(new Wording(
            "verleend",
            "granted",
            "Toegekend; betalingen vooraf zijn voorschotten.",
            "Granted; payments made before settlement are advances.")),
    AMENDED(new Wording(
            "gewijzigd",
            "amended",
            "Verleend en daarna gewijzigd (Awb 4:48).",
            "Granted and changed afterwards (Awb 4:48).")),
    ACCOUNTED(new Wording(
            "verantwoord",
            "accounted for",
            "De ontvanger heeft verantwoording afgelegd (Awb 4:45).",
            "The recipient has accounted for it (Awb 4:45).")),
    SETTLED(new Wording(
            "vastgesteld",
            "settled",
            "Het definitieve bedrag staat vast (Awb 4:46).",
            "The final amount is fixed (Awb 4:46).")),
    REVOKED(new Wording(
            "ingetrokken",
            "revoked",
            "Ingetrokken: er bestaat geen recht meer op geld (Awb 4:48-4:50).",
            "Withdrawn: there is no right to money any more (Awb 4:48-4:50).")),
    PAID(new Wording(
            "betaald",
            "paid",
            "Een decentralisatie-uitkering die geheel is betaald.",
            "A decentralisation grant that has been paid in full."));

    private final Wording wording;

    AwardStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
