package nl.doorlichting.local.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process needed for a moment it gives back, with the launcher's options and with those of the images. */
class HeapOptionsTest {
    private static final Path IMAGE = Path.of("../kubernetes/image/java.options");
    private static final int LITTLE = 60;
    private static final int MUCH = 80;

    @Test
    void launchersServiceGivesMemoryBack() throws Exception {
        assertTrue(heap(launcher()) < LITTLE);
    }

    @Test
    void imageGivesMemoryBack() throws Exception {
        List<String> options = new ArrayList<>(List.of("-XX:MaxRAM=768m"));
        options.addAll(image());
        options.removeIf(option -> option.startsWith("-Djava.util.logging"));
        assertTrue(heap(options) < LITTLE);
    }

    @Test
    void keepsMuchMoreWithoutThem() throws Exception {
        List<String> options = new ArrayList<>(launcher());
        options.removeAll(ofSize(options));
        assertTrue(heap(options) > MUCH);
    }

    @Test
    void imagesHaveTheSame() throws IOException {
        assertEquals(ofSize(launcher()), ofSize(image()));
    }

    private static List<String> ofSize(List<String> options) {
        return options.stream()
                .filter(option -> option.matches("-XX:(NewRatio|MinHeapFree|MaxHeapFree|.ShrinkHeap).*"))
                .toList();
    }

    private static List<String> launcher() {
        List<String> command = ServiceProcess.command(Path.of("application.jar"));
        return command.subList(1, command.indexOf("-jar"));
    }

    private static List<String> image() throws IOException {
        return Files.readAllLines(IMAGE).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    /** MiB of the heap of {@link PassingGarbage} in the end. */
    private static int heap(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", "target/test-classes", PassingGarbage.class.getName()));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(java.getInputStream().readAllBytes());
        assertEquals(0, java.waitFor(), output);
        return Arrays.stream(output.split("\n"))
                .reduce((earlier, last) -> last)
                .map(String::trim)
                .map(Integer::valueOf)
                .orElseThrow();
    }
}
