package nl.doorlichting.gateway;

import static org.awaitility.Awaitility.await;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import nl.doorlichting.api.figures.CostClass;
import nl.doorlichting.gateway.clients.ServiceCircuits;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.testing.time.RunningTime;

/**
 * Gives every question the time of a wide one, because a machine of tests may stand still for longer than an everyday answer
 * may take. A test of time limits has those of production.
 */
@Singleton
class PatientDeadlines {
    private static final int FIRST = 1_000;
    // The state of a circuit depends on as many.
    private static final int REQUESTS_OF_CIRCUIT = 10;

    private final ServiceCircuits circuits;
    private volatile boolean ofProduction;

    PatientDeadlines(ServiceCircuits circuits) {
        this.circuits = circuits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::extend, FIRST);
    }

    private void extend(RoutingContext context) {
        if (!ofProduction) {
            context.put(CostClass.class.getName(), CostClass.WIDE);
        }
        context.next();
    }

    /**
     * Runs this check with the time limits of production, and again where the process stood still. All circuits are closed
     * afterwards.
     */
    void asInProduction(RunningTime.Check check) throws Exception {
        RunningTime.check(() -> {
            try {
                onceAsInProduction(check);
            } finally {
                closeCircuits();
            }
        });
    }

    /** Runs this with the time limits of production. */
    void onceAsInProduction(RunningTime.Check check) throws Exception {
        ofProduction = true;
        try {
            check.run();
        } finally {
            ofProduction = false;
        }
    }

    private void closeCircuits() {
        for (var service : Service.values()) {
            for (var i = 0; i < REQUESTS_OF_CIRCUIT; i++) {
                circuits.attempt(service)
                        .or(() -> await().until(() -> circuits.attempt(service), Optional::isPresent))
                        .orElseThrow()
                        .answered();
            }
        }
    }
}
