package nl.doorlichting.kernel.place;

import nl.doorlichting.kernel.vocabulary.CodedValue;
import nl.doorlichting.kernel.vocabulary.Wording;

/** How far a place reaches. Source: docs/design/figures.md#places. */
public enum PlaceScope implements CodedValue {
    NATIONAL(new Wording(
            "landelijk",
            "national",
            "Het hele land, zonder nadere plaats.",
            "The whole country, with no nearer place.")),
    REGIONAL(new Wording(
            "regionaal",
            "regional",
            "Een streek; de gemeenten daarin hoeven niet genoemd te zijn.",
            "A region; its municipalities need not be named.")),
    MUNICIPAL(new Wording(
            "gemeentelijk",
            "municipal",
            "Een gemeente of enkele gemeenten samen.",
            "One municipality, or some together.")),
    SUB_MUNICIPAL(new Wording(
            "deel van een gemeente",
            "sub-municipal",
            "Een wijk, buurt of stadsdeel binnen een gemeente.",
            "A district or neighbourhood within one municipality.")),
    ABROAD(new Wording(
            "buitenland",
            "abroad",
            "Buiten Nederland, in het genoemde land.",
            "Outside the Netherlands, in the country named.")),
    UNSPECIFIED(new Wording(
            "niet opgegeven",
            "unspecified",
            "Waar het was, is niet vastgelegd.",
            "Where it was has not been recorded."));

    private final Wording wording;

    PlaceScope(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
