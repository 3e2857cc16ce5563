package nl.doorlichting.kernel.vocabulary;

/**
 * The level at which the programme works. Source: docs/design/vocabulary.md#programme; policy review 25.1, line 172.
 */
public enum Track implements CodedValue {
    LOCAL(new Wording(
            "lokaal spoor",
            "local track",
            "Werk in en door gemeenten, met steun van het Rijk.",
            "Work in and by municipalities, supported by the state.")),
    NATIONAL(new Wording(
            "nationaal spoor",
            "national track",
            "Werk dat het Rijk zelf voor het hele land doet of laat doen.",
            "Work that the state does, or has done, for the whole country.")),
    INTERNATIONAL(new Wording(
            "internationaal spoor",
            "international track",
            "Uitwisseling en samenwerking met andere landen.",
            "Exchange and cooperation with other countries."));

    private final Wording wording;

    Track(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
