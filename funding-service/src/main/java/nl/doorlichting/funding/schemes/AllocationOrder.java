package nl.doorlichting.funding.schemes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Who gets what is left below the ceiling of a scheme. Source: Awb 4:26. */
public enum AllocationOrder {
    ORDER_OF_RECEIPT,
    RANKING,
    /** Only of schemes of an earlier release: no decision is held to it. */
    DISTRIBUTION;

    /** Those that decisions are held to. */
    static final List<AllocationOrder> ENFORCED = List.of(ORDER_OF_RECEIPT, RANKING);

    /** Wants a reason for a decision that passes these applications over, and for no other. */
    public static void refuseOutOfOrder(AllocationOrder order, List<UUID> passedOver, String reason) {
        if (passedOver.isEmpty() && reason != null) {
            throw ProblemException.violation(
                    Violation.body("/outOfOrderReason", ViolationCode.NOT_ALLOWED, Text.of("decision.in-order")));
        }
        if (!passedOver.isEmpty() && (reason == null || reason.isEmpty())) {
            throw ProblemException.violation(Violation.body(
                    "/outOfOrderReason",
                    ViolationCode.REQUIRED,
                    Map.of("applications", passedOver),
                    Text.of("decision.out-of-order", order, passedOver.size())));
        }
    }
}
