package nl.doorlichting.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The four processes, which are started and stopped together. */
final class ServiceProcesses implements StartedParts.Stoppable {
    private static final Duration TO_STOP = Duration.ofSeconds(7);

    private final List<ServiceProcess> processes = new ArrayList<>();

    private ServiceProcesses() {}

    static ServiceProcesses start(Path home, ServiceEnvironment environment, DataFolder data) {
        ServiceProcesses services = new ServiceProcesses();
        try {
            for (Module module : Module.values()) {
                services.processes.add(ServiceProcess.start(module, module.jar(home), environment.of(module), data));
            }
            return services;
        } catch (StartFailure failure) {
            services.stop();
            throw failure;
        }
    }

    List<ServiceProcess> processes() {
        return processes;
    }

    @Override
    public void stop() {
        processes.forEach(ServiceProcess::askToStop);
        long end = System.nanoTime() + TO_STOP.toNanos();
        processes.forEach(process -> process.requireStopped(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
    }
}
