package nl.doorlichting.kernel.vocabulary;

/** What kind of thing was made. Source: policy review 25.1, lines 290, 338-414, 464-476, 678. */
public enum ProductKind implements CodedValue {
    GUIDE(new Wording(
            "handreiking", "guide", "Praktische aanwijzingen om naar te handelen.", "Practical guidance to act by.")),
    BROCHURE(new Wording(
            "brochure",
            "brochure",
            "Korte voorlichting op papier of scherm.",
            "Short information on paper or screen.")),
    TOOL(new Wording("hulpmiddel", "tool", "Een instrument om mee te werken.", "An instrument to work with.")),
    E_LEARNING(new Wording(
            "e-learning",
            "e-learning",
            "Een cursus die men alleen achter een scherm volgt.",
            "A course that one follows alone at a screen.")),
    TEACHING_MATERIAL(new Wording(
            "lesmateriaal",
            "teaching material",
            "Een lesprogramma of lespakket.",
            "A course of lessons or a teaching package.")),
    COURSE(new Wording("cursus", "course", "Een opleiding in een groep.", "A training in a group.")),
    DATABASE(new Wording("database", "database", "Een verzameling om in te zoeken.", "A collection to search.")),
    RESEARCH(new Wording("onderzoek", "research", "Een verslag van onderzoek.", "A report of research.")),
    OTHER(new Wording("anders", "other", "Iets anders.", "Something else."));

    private final Wording wording;

    ProductKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
