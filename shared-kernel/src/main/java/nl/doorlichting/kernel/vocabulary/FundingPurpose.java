package nl.doorlichting.kernel.vocabulary;

/** What is applied for. Source: docs/design/rules.md#co-financing; policy review 25.1, lines 1188-1189. */
public enum FundingPurpose implements CodedValue {
    PROJECT(new Wording(
            "project",
            "project",
            "Een project, door Rijk en aanvrager samen betaald.",
            "A project, paid for by state and applicant together.")),
    EXPLORATORY_STUDY(new Wording(
            "verkenning",
            "exploratory study",
            "Een verkennend onderzoek, om het vraagstuk op de lokale agenda te krijgen.",
            "A study to bring the issue onto the local agenda."));

    private final Wording wording;

    FundingPurpose(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
