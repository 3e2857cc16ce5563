package nl.doorlichting.kernel.vocabulary;

/** How far a question for advice is. Source: the terms of the knowledge centre, kept in its configuration. */
public enum AdviceQuestionStatus implements CodedValue {
    OPEN(new Wording("open", "open", "Ontvangen, en de termijn loopt nog.", "Received, and still within its term.")),
    OVERDUE(new Wording(
            "te laat", "overdue", "Niet beantwoord, en de termijn is voorbij.", "Not answered, and past its term.")),
    ANSWERED(new Wording("beantwoord", "answered", "Er is een antwoord gegeven.", "An answer was given."));

    private final Wording wording;

    AdviceQuestionStatus(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
