package nl.doorlichting.funding.schemes;

/** Who gets what is left below the ceiling of a scheme. Source: Awb 4:26. */
public enum AllocationOrder {
    ORDER_OF_RECEIPT,
    RANKING,
    DISTRIBUTION
}
