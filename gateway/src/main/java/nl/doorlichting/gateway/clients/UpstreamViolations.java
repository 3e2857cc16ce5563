package nl.doorlichting.gateway.clients;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** What is passed on of a service's 400. */
record UpstreamViolations(List<Violation> violations) {
    UpstreamViolations {
        violations = List.copyOf(violations);
    }
}
