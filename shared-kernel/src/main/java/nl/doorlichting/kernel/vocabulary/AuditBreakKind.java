package nl.doorlichting.kernel.vocabulary;

/** In what way the audit trail is not what was sealed. */
public enum AuditBreakKind implements CodedValue {
    SEAL_MISSING(new Wording(
            "zegel ontbreekt",
            "seal missing",
            "Er is geen zegel met dit nummer, terwijl er latere zegels of gebeurtenissen zijn.",
            "There is no seal of this number, while there are later seals or events.")),
    SEAL_CHANGED(new Wording(
            "zegel gewijzigd",
            "seal changed",
            "Het zegel volgt niet uit wat erin staat en uit het zegel ervoor.",
            "The seal does not follow from what it holds and from the seal before it.")),
    EVENT_MISSING(new Wording(
            "gebeurtenis ontbreekt",
            "event missing",
            "Een gebeurtenis die verzegeld is, is er niet meer.",
            "An event that was sealed is not there any more.")),
    EVENT_CHANGED(new Wording(
            "gebeurtenis gewijzigd",
            "event changed",
            "Een gebeurtenis is anders dan toen zij verzegeld werd.",
            "An event is not what it was when it was sealed.")),
    EVENT_ADDED(new Wording(
            "gebeurtenis toegevoegd",
            "event added",
            "Een gebeurtenis noemt een zegel dat haar niet bevat.",
            "An event names a seal that does not hold it."));

    private final Wording wording;

    AuditBreakKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
