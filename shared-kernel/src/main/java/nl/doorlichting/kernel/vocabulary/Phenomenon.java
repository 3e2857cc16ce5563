package nl.doorlichting.kernel.vocabulary;

/** What an activity is about. Source: docs/design/vocabulary.md#programme; policy review 25.1, lines 65-69, 98, 390. */
public enum Phenomenon implements CodedValue {
    POLARISATION(new Wording(
            "polarisatie",
            "polarisation",
            "Groepen komen scherper tegenover elkaar te staan.",
            "Groups come to stand more sharply against each other.")),
    ISLAMIST_EXTREMISM(new Wording(
            "islamistisch extremisme",
            "Islamist extremism",
            "Extremisme dat zich op een uitleg van de islam beroept.",
            "Extremism that appeals to a reading of Islam.")),
    RIGHT_WING_EXTREMISM(new Wording(
            "rechtsextremisme",
            "right-wing extremism",
            "Extremisme vanuit het idee dat volken of rassen ongelijk zijn.",
            "Extremism from the idea that peoples or races are unequal.")),
    LEFT_WING_EXTREMISM(new Wording(
            "linksextremisme",
            "left-wing extremism",
            "Extremisme tegen staat, kapitaal of asielbeleid.",
            "Extremism against the state, capital or asylum policy.")),
    ANIMAL_RIGHTS_EXTREMISM(new Wording(
            "dierenrechtenextremisme",
            "animal rights extremism",
            "Extremisme in naam van dieren.",
            "Extremism in the name of animals."));

    private final Wording wording;

    Phenomenon(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
