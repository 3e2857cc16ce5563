package nl.doorlichting.kernel.vocabulary;

/** Which goal a verdict is about. Source: docs/design/rules.md#verdicts. */
public enum JudgementConcern implements CodedValue {
    INTERVENTION_GOAL(new Wording(
            "doel van de interventie",
            "goal of the intervention",
            "Wat de interventie zelf wilde bereiken.",
            "What the intervention itself set out to reach.")),
    PROGRAMME_GOAL(new Wording(
            "doel van het programma",
            "goal of the programme",
            "Wat het programma met de interventie wilde bereiken.",
            "What the programme wanted to reach by the intervention."));

    private final Wording wording;

    JudgementConcern(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
