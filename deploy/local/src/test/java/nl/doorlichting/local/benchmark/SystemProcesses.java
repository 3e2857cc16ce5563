package nl.doorlichting.local.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.local.Application;

/** Processor time and memory of the four services and of PostgreSQL, as Linux counts them. */
final class SystemProcesses {
    private static final double MILLIS_PER_TICK = 10;
    // Positions after the name of the program, which can have spaces.
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private final Map<Application, ProcessHandle> services = new LinkedHashMap<>();
    private final ProcessHandle database;

    /** @param dataFolder with PostgreSQL's process number */
    SystemProcesses(Path home, Path dataFolder) throws IOException {
        for (Application application : Application.values()) {
            String jar = application.jar(home).toString();
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains(jar))
                    .findFirst()
                    .ifPresent(service -> services.put(application, service));
        }
        try (Stream<String> lines = Files.lines(dataFolder.resolve("postgres/postmaster.pid"))) {
            database = ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow()))
                    .orElseThrow();
        }
    }

    /** Throws when a service has ended, for example for lack of memory: its part of all answers would be missing. */
    void requireAlive() {
        services.forEach((service, process) -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The " + service.title() + " has ended; its log in the folder "
                        + "target/benchmark-data/logs has the reason. -DjavaOptions=-Xmx512m gives it more memory");
            }
        });
    }

    /** By the name of the process. */
    Map<String, ProcessHandle> byName() {
        Map<String, ProcessHandle> all = new LinkedHashMap<>();
        services.forEach((service, process) -> all.put(service.title(), process));
        all.put("PostgreSQL", database);
        return all;
    }

    /** Milliseconds since the start, by process; PostgreSQL's with those of its sessions that have ended. */
    Map<String, Double> cpuMillis() {
        Map<String, Double> millis = new LinkedHashMap<>();
        services.forEach((service, process) -> millis.put(service.title(), ticks(process, USER, SYSTEM)));
        double sessions = database.children()
                .mapToDouble(child -> ticks(child, USER, SYSTEM))
                .sum();
        millis.put("PostgreSQL", sessions + ticks(database, USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM));
        return millis;
    }

    private static double ticks(ProcessHandle process, int... fields) {
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] values = line.substring(line.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field : fields) {
                ticks += Long.parseLong(values[field]);
            }
            return ticks * MILLIS_PER_TICK;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** MiB by service; shared pages are divided among those who share them. */
    Map<String, Long> memory() {
        Map<String, Long> memory = new LinkedHashMap<>();
        services.forEach((service, process) -> memory.put(service.title(), proportionalSize(process)));
        return memory;
    }

    private static long proportionalSize(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
