package nl.doorlichting.kernel.vocabulary;

/** Which way an indicator gets better. */
public enum IndicatorDirection implements CodedValue {
    UP(new Wording("hoger is beter", "up is good", "Een hogere waarde is vooruitgang.", "A higher value is progress.")),
    DOWN(new Wording(
            "lager is beter", "down is good", "Een lagere waarde is vooruitgang.", "A lower value is progress."));

    private final Wording wording;

    IndicatorDirection(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
