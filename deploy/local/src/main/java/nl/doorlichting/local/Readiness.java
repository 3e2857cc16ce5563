package nl.doorlichting.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Waits until every service is ready. A service that ends is reported at once. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Ports ports;
    private final Http http;
    private final ProgressOutput steps;

    Readiness(Ports ports, Http http, ProgressOutput steps) {
        this.ports = ports;
        this.http = http;
        this.steps = steps;
    }

    void await(ServiceProcesses services) {
        List<ServiceProcess> waiting = new ArrayList<>(services.processes());
        boolean all = Polling.until(PATIENCE, () -> {
            waiting.forEach(ServiceProcess::requireAlive);
            waiting.removeIf(process -> ready(process.module()));
            return waiting.isEmpty();
        });
        if (!all) {
            throw waiting.get(0).tooSlow(PATIENCE);
        }
    }

    private boolean ready(Module module) {
        Optional<TextResponse> answer = http.tryGet(ports.managementUrl(module) + "/q/health/ready");
        if (answer.isEmpty() || answer.get().status() != 200) {
            return false;
        }
        steps.done(module.title() + " is ready on " + ports.url(module));
        return true;
    }
}
