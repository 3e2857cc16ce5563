package nl.doorlichting.kernel.vocabulary;

/** What an inventory report draws on. Source: policy review 25.1, line 790. */
public enum ReportSourceKind implements CodedValue {
    DOCUMENT(new Wording(
            "document", "document", "Een stuk van of over het project.", "A paper of or about the project.")),
    QUESTIONNAIRE(new Wording(
            "vragenlijst", "questionnaire", "Een ingevulde vragenlijst.", "A questionnaire that was filled in.")),
    INTERVIEW(
            new Wording("interview", "interview", "Een gesprek met een betrokkene.", "A talk with someone involved."));

    private final Wording wording;

    ReportSourceKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
