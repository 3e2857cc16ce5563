package nl.doorlichting.local.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.Polling;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.StartedParts;
import nl.doorlichting.local.datafolder.DataFolder;

/** The four processes, which are started and stopped together. */
public final class ServiceProcesses implements StartedParts.Stoppable {
    private static final Duration TO_STOP = Duration.ofSeconds(7);
    private static final Duration TO_START = Duration.ofMinutes(3);

    private final List<ServiceProcess> processes = new ArrayList<>();

    private ServiceProcesses() {}

    public static ServiceProcesses start(Path home, ServiceEnvironment environment, DataFolder data) {
        ServiceProcesses services = new ServiceProcesses();
        try {
            for (Application application : Application.values()) {
                services.processes.add(
                        ServiceProcess.start(application, application.jar(home), environment.of(application), data));
            }
            return services;
        } catch (StartFailure failure) {
            services.stop();
            throw failure;
        }
    }

    public List<ServiceProcess> processes() {
        return processes;
    }

    /** Waits until every service is ready. A service that ends is reported at once. */
    public void awaitReady(Ports ports, Http http, ProgressOutput steps) {
        List<ServiceProcess> waiting = new ArrayList<>(processes);
        boolean all = Polling.until(TO_START, () -> {
            waiting.forEach(ServiceProcess::requireAlive);
            waiting.removeIf(process -> {
                boolean ready = ready(process.application(), ports, http);
                if (ready) {
                    steps.done(process.application().title() + " is ready on " + ports.url(process.application()));
                }
                return ready;
            });
            return waiting.isEmpty();
        });
        if (!all) {
            throw waiting.get(0).tooSlow(TO_START);
        }
    }

    private static boolean ready(Application application, Ports ports, Http http) {
        return http.tryGet(ports.managementUrl(application) + "/q/health/ready")
                .filter(response -> response.status() == 200)
                .isPresent();
    }

    @Override
    public void stop() {
        processes.forEach(ServiceProcess::askToStop);
        long end = System.nanoTime() + TO_STOP.toNanos();
        processes.forEach(process -> process.requireStopped(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }
}
