package nl.doorlichting.reporting.inventoryreports;

/** What an inventory report draws on. Source: policy review 25.1, line 790. */
public enum ReportSourceKind {
    DOCUMENT,
    QUESTIONNAIRE,
    INTERVIEW
}
