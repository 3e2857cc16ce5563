package nl.doorlichting.kernel.vocabulary;

/** Whether it worked, as somebody judged it. Source: docs/design/rules.md#verdicts; policy review 25.1, line 998. */
public enum Verdict implements CodedValue {
    EFFECTIVE(new Wording(
            "doeltreffend",
            "effective",
            "Het doel is bereikt, en dat is aan de interventie te danken.",
            "The goal was reached, and because of the intervention.")),
    PROMISING(new Wording(
            "veelbelovend",
            "promising",
            "Er is reden om aan te nemen dat het werkt; bewezen is het niet.",
            "There is reason to think that it works; it is not proven.")),
    INCONCLUSIVE(new Wording(
            "geen uitsluitsel",
            "inconclusive",
            "Het is onderzocht, maar er valt niets over te zeggen.",
            "It was looked into, but nothing can be said.")),
    INEFFECTIVE(new Wording(
            "niet doeltreffend",
            "ineffective",
            "Het doel is niet bereikt, of niet door de interventie.",
            "The goal was not reached, or not because of the intervention.")),
    ADVERSE(new Wording(
            "averechts",
            "adverse",
            "Het maakte erger wat het moest verbeteren.",
            "It made worse what it was to improve.")),
    NOT_ASSESSED(new Wording(
            "niet beoordeeld", "not assessed", "Niemand heeft een oordeel gegeven.", "Nobody gave a verdict."));

    private final Wording wording;

    Verdict(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
