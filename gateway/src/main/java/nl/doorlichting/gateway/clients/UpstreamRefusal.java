package nl.doorlichting.gateway.clients;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** What is passed on of a service's 400. */
record UpstreamRefusal(List<Violation> violations) {
    UpstreamRefusal {
        violations = List.copyOf(violations);
    }
}
