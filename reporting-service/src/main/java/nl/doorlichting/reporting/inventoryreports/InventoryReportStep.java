package nl.doorlichting.reporting.inventoryreports;

/** What was done to an inventory report; each step is a version of it. */
public enum InventoryReportStep {
    CREATION,
    UPDATE,
    SUBMISSION,
    RETURN,
    APPROVAL,
    PUBLICATION,
    CORRECTION
}
