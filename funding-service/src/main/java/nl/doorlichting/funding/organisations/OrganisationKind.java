package nl.doorlichting.funding.organisations;

/**
 * What an organisation is. Source: docs/design/vocabulary.md#programme and the recipients in policy review 25.1, lines
 * 204-206.
 */
public enum OrganisationKind {
    MUNICIPALITY,
    NON_PROFIT,
    GOVERNMENT_BODY
}
