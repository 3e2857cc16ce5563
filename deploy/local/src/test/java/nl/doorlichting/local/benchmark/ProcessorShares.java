package nl.doorlichting.local.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives each process an equal share of the processor, as containers have. Without it the threads of all processes take turns
 * one by one, so that a gateway of two threads waits for some twenty of the services before it can refuse a request.
 */
final class ProcessorShares {
    // Where control groups of the first and of the second version are mounted.
    private static final Stream<Path> CONTROLLERS = Stream.of(Path.of("/sys/fs/cgroup/cpu"), Path.of("/sys/fs/cgroup"));

    private final Optional<Path> controller =
            CONTROLLERS.filter(ProcessorShares::sharesProcessors).findFirst();

    private static boolean sharesProcessors(Path controller) {
        return Files.isWritable(controller)
                && Stream.of("cpu.shares", "cgroup.subtree_control")
                        .anyMatch(file -> Files.exists(controller.resolve(file)));
    }

    /** @param processes by the name of their share; a process takes those with it that it started */
    void give(Map<String, ProcessHandle> processes) throws IOException {
        if (controller.isEmpty()) {
            return;
        }
        Path second = controller.get().resolve("cgroup.subtree_control");
        if (Files.exists(second)) {
            Files.writeString(second, "+cpu");
        }
        for (Map.Entry<String, ProcessHandle> process : processes.entrySet()) {
            Path share = Files.createDirectories(
                    controller.get().resolve("benchmark-" + process.getKey().toLowerCase()));
            for (ProcessHandle each : Stream.concat(
                            Stream.of(process.getValue()), process.getValue().descendants())
                    .toList()) {
                Files.writeString(share.resolve("cgroup.procs"), String.valueOf(each.pid()));
            }
        }
    }

    @Override
    public String toString() {
        return controller.isPresent()
                ? "each process has an equal share of the processor"
                : "threads share the processor one by one, so refusals wait for them: /sys/fs/cgroup is not writable";
    }
}
