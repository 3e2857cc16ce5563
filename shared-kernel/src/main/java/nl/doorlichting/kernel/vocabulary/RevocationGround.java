package nl.doorlichting.kernel.vocabulary;

/** Why an award was revoked. Source: Awb 4:48-4:50. */
public enum RevocationGround implements CodedValue {
    NOT_CARRIED_OUT(new Wording(
            "niet uitgevoerd",
            "not carried out",
            "De activiteiten zijn niet of niet geheel verricht (Awb 4:48, eerste lid, onder a).",
            "The activities did not take place, or not wholly (Awb 4:48(1)(a)).")),
    CONDITIONS_NOT_MET(new Wording(
            "verplichtingen niet nagekomen",
            "conditions not met",
            "Niet aan de verplichtingen voldaan (Awb 4:48, eerste lid, onder b; 4:49).",
            "The conditions were not met (Awb 4:48(1)(b); 4:49).")),
    INCORRECT_INFORMATION(new Wording(
            "onjuiste gegevens",
            "incorrect information",
            "Onjuiste of onvolledige gegevens leidden tot een ander besluit (Awb 4:48, eerste lid, onder c).",
            "Incorrect or incomplete information led to another decision (Awb 4:48(1)(c)).")),
    INCORRECT_DECISION(new Wording(
            "onjuist besluit",
            "incorrect decision",
            "Het besluit was onjuist en de ontvanger behoorde dat te weten (Awb 4:48, eerste lid, onder d; 4:49).",
            "The decision was wrong and the recipient ought to have known (Awb 4:48(1)(d); 4:49).")),
    CHANGED_CIRCUMSTANCES(new Wording(
            "veranderde omstandigheden",
            "changed circumstances",
            "Veranderde omstandigheden of gewijzigde inzichten, met een redelijke termijn (Awb 4:50).",
            "Changed circumstances or insights, at reasonable notice (Awb 4:50)."));

    private final Wording wording;

    RevocationGround(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
