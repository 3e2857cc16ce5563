package nl.doorlichting.kernel.vocabulary;

/** What a question for advice is about. Our own division; the review names none. */
public enum AdviceTheme implements CodedValue {
    SIGNALS(new Wording(
            "signalen", "signals", "Wat men ziet en hoe het te duiden is.", "What is seen, and how to read it.")),
    LOCAL_APPROACH(new Wording(
            "lokale aanpak",
            "local approach",
            "Hoe een gemeente of instelling een aanpak inricht.",
            "How a municipality or institution sets up an approach.")),
    COOPERATION(new Wording(
            "samenwerking",
            "cooperation",
            "Met wie samen te werken en hoe gegevens te delen.",
            "Whom to work with, and how to share information.")),
    CONVERSATION(new Wording(
            "gesprek",
            "conversation",
            "Hoe met mensen of groepen in gesprek te komen.",
            "How to get into conversation with people or groups.")),
    BACKGROUND(new Wording(
            "achtergrond",
            "background",
            "Kennis over een stroming, groep of verschijnsel.",
            "Knowledge of a movement, group or phenomenon.")),
    TRAINING_AND_MATERIALS(new Wording(
            "training en materiaal",
            "training and materials",
            "Welke trainingen, handreikingen en hulpmiddelen er zijn.",
            "Which trainings, guides and tools there are.")),
    OTHER(new Wording("overig", "other", "Wat onder geen ander thema valt.", "What falls under no other theme."));

    private final Wording wording;

    AdviceTheme(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
