package nl.doorlichting.kernel.vocabulary;

/** How intensively people were reached. Source: docs/design/figures.md#reach. */
public enum ReachIntensity implements CodedValue {
    INDIVIDUAL_GUIDANCE(new Wording(
            "individuele begeleiding",
            "individual guidance",
            "Begeleiding van een persoon.",
            "Guidance of one person.")),
    COURSE(new Wording("cursus", "course", "Een reeks lessen of bijeenkomsten.", "A series of lessons or meetings.")),
    EVENT(new Wording("bijeenkomst", "event", "Een eenmalige bijeenkomst.", "A single meeting.")),
    EXHIBITION(new Wording(
            "tentoonstelling", "exhibition", "Bezoek aan een tentoonstelling.", "A visit to an exhibition.")),
    MEDIA(new Wording("media", "media", "Kennisname door media.", "Taking note through media."));

    private final Wording wording;

    ReachIntensity(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
