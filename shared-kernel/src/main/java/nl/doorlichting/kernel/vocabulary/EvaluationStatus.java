package nl.doorlichting.kernel.vocabulary;

/** Whether a project was evaluated. */
public enum EvaluationStatus implements CodedValue {
    YES(new Wording("ja", "yes", "Er is een evaluatie.", "There is an evaluation.")),
    NO(new Wording("nee", "no", "Er is geen evaluatie.", "There is no evaluation.")),
    UNKNOWN(new Wording(
            "onbekend",
            "unknown",
            "Het is nagevraagd of gezocht, en niet gebleken.",
            "It was asked or looked for, and did not show."));

    private final Wording wording;

    EvaluationStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
