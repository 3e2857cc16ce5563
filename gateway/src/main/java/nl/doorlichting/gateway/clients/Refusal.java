package nl.doorlichting.gateway.clients;

import java.util.List;
import nl.doorlichting.kernel.problem.Violation;

/** What is passed on of a service's 400. */
record Refusal(List<Violation> violations) {
    Refusal {
        violations = List.copyOf(violations);
    }
}
