package nl.doorlichting.kernel.vocabulary;

/**
 * What kind of lesson was drawn. Source: docs/design/vocabulary.md#results; policy review 25.1, lines 597-635, 666,
 * 893-925.
 */
public enum LessonKind implements CodedValue {
    DO(new Wording("wel doen", "do", "Wat een ander ook zou moeten doen.", "What others should do too.")),
    DONT(new Wording("niet doen", "don't", "Wat een ander beter kan laten.", "What others had better not do.")),
    RISK_FACTOR(new Wording(
            "risicofactor",
            "risk factor",
            "Wat het werk in gevaar bracht of kan brengen.",
            "What put the work at risk, or may.")),
    GOOD_PRACTICE(new Wording(
            "goed voorbeeld",
            "good practice",
            "Een aanpak die elders over te nemen is.",
            "An approach that can be taken over elsewhere.")),
    LEARNING_POINT(new Wording(
            "leerpunt", "learning point", "Wat bij nader inzien belangrijk bleek.", "What proved to matter.")),
    CONCLUSION(new Wording(
            "conclusie", "conclusion", "Wat een onderzoek over het geheel zegt.", "What research says of the whole."));

    private final Wording wording;

    LessonKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
