package nl.doorlichting.domain.vocabulary;

/** How far an inventory report is on its way to publication. Source: docs/design/rules.md#inventory-reports. */
public enum InventoryReportState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    PUBLISHED
}
