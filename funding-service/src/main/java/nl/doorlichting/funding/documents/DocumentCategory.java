package nl.doorlichting.funding.documents;

/** What a document is part of. */
public enum DocumentCategory {
    APPLICATION,
    AWARD,
    ACCOUNTABILITY,
    SETTLEMENT,
    INVENTORY_REPORT
}
