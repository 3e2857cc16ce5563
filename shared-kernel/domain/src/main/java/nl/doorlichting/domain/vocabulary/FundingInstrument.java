package nl.doorlichting.domain.vocabulary;

/** How money is spent. Source: docs/design/vocabulary.md#money; policy review 25.1, lines 204-206, 1182. */
public enum FundingInstrument {
    DECENTRALISATION_GRANT,
    SUBSIDY,
    PROCUREMENT,
    PRIZE,
    OWN_EXPENDITURE
}
