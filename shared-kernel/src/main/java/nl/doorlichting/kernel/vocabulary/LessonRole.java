package nl.doorlichting.kernel.vocabulary;

/** Whom a lesson helps. Source: docs/design/purpose.md#users. */
public enum LessonRole implements CodedValue {
    PROGRAMME_MANAGEMENT(new Wording(
            "programmaleiding",
            "programme management",
            "Wie een programma opzet en betaalt.",
            "Those who set up and pay for a programme.")),
    MUNICIPAL_GOVERNANCE(new Wording(
            "gemeentebestuur",
            "municipal governance",
            "Wie in een gemeente de regie heeft.",
            "Those in charge in a municipality.")),
    PROJECT_LEADERSHIP(
            new Wording("projectleiding", "project leadership", "Wie een project leidt.", "Those who lead a project.")),
    FRONTLINE_PROFESSIONAL(new Wording(
            "professional",
            "frontline professional",
            "Wie met de doelgroep werkt.",
            "Those who work with the target group.")),
    TRAINING_PROVIDER(new Wording(
            "trainer",
            "training provider",
            "Wie vakmensen of jongeren traint.",
            "Those who train professionals or young people.")),
    RESEARCH(new Wording(
            "onderzoek", "research", "Wie onderzoekt of het werkt.", "Those who find out whether it works."));

    private final Wording wording;

    LessonRole(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
