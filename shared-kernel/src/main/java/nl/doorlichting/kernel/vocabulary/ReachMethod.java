package nl.doorlichting.kernel.vocabulary;

/** How a reach figure was come by. */
public enum ReachMethod implements CodedValue {
    REGISTERED(new Wording(
            "geregistreerd", "registered", "Uit een lijst van deelnemers.", "From a list of participants.")),
    COUNTED(new Wording("geteld", "counted", "Ter plaatse geteld.", "Counted on the spot.")),
    ESTIMATED(new Wording("geschat", "estimated", "Geschat, niet geteld.", "Estimated, not counted."));

    private final Wording wording;

    ReachMethod(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
