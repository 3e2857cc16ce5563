package nl.doorlichting.funding.schemes;

import java.util.List;

/** Who gets what is left below the ceiling of a scheme. Source: Awb 4:26. */
public enum AllocationOrder {
    ORDER_OF_RECEIPT,
    RANKING,
    /** Only of schemes of an earlier release: no decision is held to it. */
    DISTRIBUTION;

    /** Those that decisions are held to. */
    static final List<AllocationOrder> ENFORCED = List.of(ORDER_OF_RECEIPT, RANKING);
}
