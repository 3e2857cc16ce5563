package nl.doorlichting.local.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which processor this process and those that it starts run on. The system is started on the first one; then the load
 * moves to the second one.
 */
final class ProcessorPinning {
    private final List<String> processors;
    private boolean pinned = true;

    private ProcessorPinning(List<String> processors) {
        this.processors = processors;
    }

    static ProcessorPinning ofThisMachine() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String list = lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".*:\\s*", "");
            return new ProcessorPinning(
                    Stream.of(list.split(",")).flatMap(ProcessorPinning::each).toList());
        }
    }

    /** Of a range such as 0-3 each number. */
    private static Stream<String> each(String range) {
        String[] bounds = range.split("-");
        int first = Integer.parseInt(bounds[0]);
        int last = Integer.parseInt(bounds[bounds.length - 1]);
        return Stream.iterate(first, n -> n <= last, n -> n + 1).map(String::valueOf);
    }

    void startSystem() throws InterruptedException {
        moveTo(processors.get(0));
    }

    void startLoad() throws InterruptedException {
        moveTo(processors.get(processors.size() - 1));
    }

    /** All threads of this process. A process that is started later inherits it. */
    private void moveTo(String processor) throws InterruptedException {
        if (processors.size() < 2) {
            pinned = false;
            return;
        }
        try {
            String process = String.valueOf(ProcessHandle.current().pid());
            Process taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", processor, process)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            pinned &= taskset.waitFor() == 0;
        } catch (IOException notInstalled) {
            pinned = false;
        }
    }

    @Override
    public String toString() {
        return pinned
                ? "pinned by taskset: PostgreSQL, services and gateway to processor " + processors.get(0)
                        + ", the load to processor " + processors.get(processors.size() - 1)
                : "not pinned, because this machine has no taskset or one processor only";
    }
}
