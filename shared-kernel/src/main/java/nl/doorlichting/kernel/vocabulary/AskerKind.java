package nl.doorlichting.kernel.vocabulary;

/** Who asked for advice. Source: policy review 25.1, line 330. */
public enum AskerKind implements CodedValue {
    CITIZEN(new Wording(
            "burger",
            "citizen",
            "Iemand die voor zichzelf of een naaste vraagt.",
            "Somebody who asks for themselves or for someone near.")),
    PROFESSIONAL(new Wording(
            "professional",
            "professional",
            "Iemand die door zijn werk met de vraag te maken heeft.",
            "Somebody who meets the question at work.")),
    MUNICIPALITY(new Wording(
            "gemeente",
            "municipality",
            "Een gemeente, als bestuur of als organisatie.",
            "A municipality, as an authority or as an organisation."));

    private final Wording wording;

    AskerKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
