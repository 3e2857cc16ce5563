package nl.doorlichting.funding.schemes;

/** What is applied for. Source: docs/design/rules.md#co-financing; policy review 25.1, lines 1188-1189. */
public enum FundingPurpose {
    PROJECT,
    EXPLORATORY_STUDY
}
