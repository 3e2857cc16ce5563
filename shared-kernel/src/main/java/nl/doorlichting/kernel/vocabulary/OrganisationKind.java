package nl.doorlichting.kernel.vocabulary;

/**
 * What an organisation is. Source: docs/design/vocabulary.md#programme and the recipients in policy review 25.1, lines
 * 204-206.
 */
public enum OrganisationKind implements CodedValue {
    MUNICIPALITY(new Wording("gemeente", "municipality", "Een Nederlandse gemeente.", "A Dutch municipality.")),
    NON_PROFIT(new Wording(
            "organisatie zonder winstoogmerk",
            "non-profit organisation",
            "Een stichting, vereniging of ander particulier verband zonder winstoogmerk.",
            "A foundation, association or other private body that seeks no profit.")),
    GOVERNMENT_BODY(new Wording(
            "overheidsorgaan",
            "government body",
            "Een overheid die geen gemeente is.",
            "A public authority other than a municipality."));

    private final Wording wording;

    OrganisationKind(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
