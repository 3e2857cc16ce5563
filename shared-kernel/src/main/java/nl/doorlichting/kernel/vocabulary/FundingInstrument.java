package nl.doorlichting.kernel.vocabulary;

/** How money goes out. Source: docs/design/vocabulary.md#money; policy review 25.1, lines 204-206, 1182. */
public enum FundingInstrument implements CodedValue {
    DECENTRALISATION_GRANT(new Wording(
            "decentralisatie-uitkering",
            "decentralisation grant",
            "Geld aan een gemeente via het gemeentefonds, dat zij vrij besteedt.",
            "Money to a municipality through the municipal fund, which it spends freely.")),
    SUBSIDY(new Wording(
            "subsidie",
            "subsidy",
            "Geld aan een organisatie voor een bepaalde activiteit, met verantwoording (Awb titel 4.2).",
            "Money to an organisation for a given activity, to be accounted for (Awb title 4.2).")),
    PROCUREMENT(new Wording(
            "aanbesteding",
            "procurement",
            "Een opdracht die na vergelijking van aanbieders is betaald.",
            "An assignment paid for after comparing offers.")),
    PRIZE(new Wording(
            "prijs", "prize", "Geld voor de winnaar van een wedstrijd.", "Money for the winner of a contest.")),
    OWN_EXPENDITURE(new Wording(
            "eigen uitgaven",
            "own expenditure",
            "Uitgaven van het Rijk zelf, zonder ontvanger van steun.",
            "Spending of the state itself, without a recipient of support."));

    private final Wording wording;

    FundingInstrument(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
