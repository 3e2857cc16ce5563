package nl.doorlichting.kernel.vocabulary;

/** Why money moved. Source: docs/design/rules.md#budget. */
public enum ReallocationReason implements CodedValue {
    OTHER_PRIORITY(new Wording(
            "andere prioriteit",
            "other priority",
            "Een ander beleidsdoel ging voor.",
            "Another policy aim came first.")),
    CUT_OR_UNSPENT(new Wording(
            "bezuiniging of onbesteed",
            "cut or unspent",
            "Het budget is verlaagd of bleef over.",
            "The budget was lowered or left over.")),
    YEAR_END_MARGIN(new Wording(
            "eindejaarsmarge",
            "year-end margin",
            "Verschoven over de jaargrens.",
            "Moved across the end of the year.")),
    TRANSFER(new Wording(
            "overboeking",
            "transfer",
            "Overgeboekt naar wie het werk voortaan betaalt.",
            "Transferred to whoever pays for the work from then on."));

    private final Wording wording;

    ReallocationReason(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
