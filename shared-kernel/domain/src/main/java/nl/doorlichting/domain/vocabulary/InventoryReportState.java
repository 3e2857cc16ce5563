package nl.doorlichting.domain.vocabulary;

/** The stage of an inventory report. Source: docs/design/rules.md#inventory-reports. */
public enum InventoryReportState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    PUBLISHED
}
