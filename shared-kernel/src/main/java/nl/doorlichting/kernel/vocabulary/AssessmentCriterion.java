package nl.doorlichting.kernel.vocabulary;

/** What an application is scored on. */
public enum AssessmentCriterion implements CodedValue {
    NEED(new Wording(
            "noodzaak", "need", "Of het vraagstuk ter plaatse speelt.", "Whether the issue is there, in that place.")),
    APPROACH(new Wording(
            "aanpak",
            "approach",
            "Of de activiteiten bij het vraagstuk passen.",
            "Whether the activities fit the issue.")),
    COOPERATION(new Wording(
            "samenwerking",
            "cooperation",
            "Of de partijen meedoen die nodig zijn.",
            "Whether the parties that are needed take part.")),
    EMBEDDING(new Wording(
            "borging", "embedding", "Of het blijft als de steun ophoudt.", "Whether it lasts when the support ends.")),
    EVALUATION_PLAN(new Wording(
            "evaluatieplan",
            "evaluation plan",
            "Of vooraf vaststaat hoe het resultaat wordt gemeten.",
            "Whether it is settled beforehand how the result is measured."));

    private final Wording wording;

    AssessmentCriterion(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
