package nl.doorlichting.gateway.clients;

import jakarta.inject.Singleton;
import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Names the services whose circuit is open. The gateway is ready all the same, because it answers for the others. */
@Readiness
@Singleton
class CircuitHealth implements HealthCheck {
    private final ServiceCircuits circuits;

    CircuitHealth(ServiceCircuits circuits) {
        this.circuits = circuits;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Circuits of the services").up();
        for (var service : Service.values()) {
            answer.withData(service.jsonName(), circuits.isOpen(service) ? "open" : "closed");
        }
        return answer.build();
    }
}
