package nl.doorlichting.kernel.vocabulary;

/** How a sign-up for a training session stands. Source: docs/design/rules.md#training-sessions. */
public enum RegistrationStatus implements CodedValue {
    REGISTERED(new Wording("ingeschreven", "registered", "Heeft een plaats.", "Has a place.")),
    WAITLISTED(new Wording(
            "op de wachtlijst",
            "waitlisted",
            "Wacht op een plaats, in volgorde van aankomst.",
            "Waits for a place, in the order of arrival.")),
    CANCELLED(new Wording(
            "afgemeld",
            "cancelled",
            "Komt niet meer; de plaats is vrij.",
            "Does not come any more; the place is free."));

    private final Wording wording;

    RegistrationStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
