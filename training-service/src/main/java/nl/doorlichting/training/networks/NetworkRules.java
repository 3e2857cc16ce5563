package nl.doorlichting.training.networks;

import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What the fields of a network must be together. */
final class NetworkRules {
    private NetworkRules() {}

    /** A count of members says whom it counts. */
    static void refuse(NetworkRequest request) {
        if (request.memberCount() != null && request.memberKind() == null) {
            throw ProblemException.violation(
                    Violation.body("/memberKind", ViolationCode.REQUIRED, "Say whom memberCount counts."));
        }
    }

    /** What a network is known by stays. */
    static void refuseOtherIdentity(Network network, NetworkRequest changed) {
        if (!network.programme.equals(changed.programme())) {
            throw fixed("/programme");
        }
        if (network.reference == null ? changed.reference() != null : !network.reference.equals(changed.reference())) {
            throw fixed("/reference");
        }
    }

    private static ProblemException fixed(String pointer) {
        return ProblemException.violation(
                Violation.body(pointer, ViolationCode.NOT_ALLOWED, "This cannot be changed."));
    }
}
