package nl.doorlichting.reporting.inventoryreports;

/** The parts of an inventory report that a reviewer can remark on. */
public enum InventoryReportSection {
    PROJECTS,
    INTRODUCTION,
    BEFORE_THE_START,
    START_AND_SET_UP,
    OUTCOMES,
    GOAL_ATTAINMENT,
    REACH,
    LESSONS,
    EMBEDDING,
    SOURCES
}
