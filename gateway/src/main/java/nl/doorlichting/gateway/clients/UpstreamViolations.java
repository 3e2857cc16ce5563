package nl.doorlichting.gateway.clients;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** The part of a service's 400 that the gateway passes on. */
record UpstreamViolations(List<Violation> violations) {
    UpstreamViolations {
        violations = List.copyOf(violations);
    }
}
