package nl.doorlichting.kernel.vocabulary;

/** The phase of a project. Source: policy review 25.1, line 765; the sections of an inventory report. */
public enum ProjectPhase implements CodedValue {
    PREPARATION(new Wording(
            "voorbereiding",
            "preparation",
            "Voor de start: draagvlak, partners, plan.",
            "Before the start: support, partners, plan.")),
    SET_UP(new Wording(
            "opzet", "set-up", "De start en de inrichting van het werk.", "The start and how the work is set up.")),
    EXECUTION(new Wording("uitvoering", "execution", "Het werk met de doelgroep.", "The work with the target group.")),
    EVALUATION(new Wording(
            "evaluatie",
            "evaluation",
            "Meten en beoordelen wat het opleverde.",
            "Measuring and judging what it brought.")),
    EMBEDDING(new Wording("borging", "embedding", "Zorgen dat het blijft.", "Seeing to it that it lasts."));

    private final Wording wording;

    ProjectPhase(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
