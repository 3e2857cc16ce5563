package nl.doorlichting.funding.applications;

/** What a line of a cost breakdown pays for. */
public enum CostCategory {
    PERSONNEL,
    MATERIAL,
    EXTERNAL_SERVICES,
    TRAVEL_AND_VENUE,
    OVERHEAD,
    OTHER
}
