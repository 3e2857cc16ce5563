package nl.doorlichting.kernel.vocabulary;

/** What a network is for. Source: policy review 25.1, lines 420-442, 462, 496-500. */
public enum NetworkKind implements CodedValue {
    PLATFORM(new Wording(
            "platform",
            "platform",
            "Waar vakgenoten elkaar vinden en kennis delen.",
            "Where people of one trade find each other and share knowledge.")),
    INTERVISION(new Wording(
            "intervisie",
            "peer review",
            "Een vaste groep die eigen vraagstukken bespreekt.",
            "A fixed group that discusses its own questions.")),
    INTERNATIONAL(new Wording("internationaal", "international", "Over de landsgrenzen heen.", "Across borders.")),
    CONSULTATION(new Wording(
            "overleg", "consultation", "Regelmatig overleg tussen instanties.", "Regular talks between authorities."));

    private final Wording wording;

    NetworkKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
