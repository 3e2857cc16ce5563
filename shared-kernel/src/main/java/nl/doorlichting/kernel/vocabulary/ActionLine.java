package nl.doorlichting.kernel.vocabulary;

/** The aim that an activity serves. Source: docs/design/vocabulary.md#programme; policy review 25.1, lines 144-156. */
public enum ActionLine implements CodedValue {
    PREVENTION(new Wording(
            "preventie",
            "prevention",
            "Voorkomen dat mensen vervreemden en radicaliseren, door hen te blijven betrekken.",
            "Keeping people from drifting away and radicalising, by keeping them involved.")),
    PROACTION(new Wording(
            "proactie",
            "proaction",
            "Signalen vroeg leren zien en een passende aanpak klaar hebben.",
            "Learning to see signals early and having a fitting response ready.")),
    REPRESSION(new Wording(
            "repressie",
            "repression",
            "Grenzen stellen aan wie ze overschreed; in dit programma vooral scholing van wie dat doet.",
            "Setting limits to those who crossed them; in this programme mostly training of those who do so."));

    private final Wording wording;

    ActionLine(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
