package nl.doorlichting.kernel.vocabulary;

/** What came of an act that the audit trail keeps. */
public enum AuditResult implements CodedValue {
    DONE(new Wording("gedaan", "done", "Het is uitgevoerd en vastgelegd.", "It was done and stored.")),
    CHECKED(new Wording(
            "gecontroleerd",
            "checked",
            "Alleen een controle (dryRun): er is niets vastgelegd waarom niet was gevraagd.",
            "A check only (dryRun): nothing was recorded of what was checked.")),
    REPLAYED(new Wording(
            "herhaald",
            "replayed",
            "Een herhaald verzoek kreeg het eerdere antwoord; er is niets nieuws vastgelegd.",
            "A repeated request got the earlier answer; nothing new was stored.")),
    REFUSED(new Wording(
            "geweigerd",
            "refused",
            "Het is geweigerd; er is niets vastgelegd.",
            "It was refused; nothing was stored.")),
    FAILED(new Wording(
            "mislukt", "failed", "Het is door een fout bij ons niet gelukt.", "It failed by a fault of ours."));

    private final Wording wording;

    AuditResult(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
