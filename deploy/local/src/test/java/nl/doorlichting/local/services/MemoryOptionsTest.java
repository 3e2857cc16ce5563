package nl.doorlichting.local.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.doorlichting.local.production.ImageOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the options of the launcher and of the images save, each beside the same program without them. */
class MemoryOptionsTest {
    // A pod has no other process to share an archive with.
    private static final List<String> OF_MANY_PROCESSES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");
    private static final int LITTLE = 70;
    private static final int MUCH = 80;
    private static final int ROOM = 16;
    private static final int FEW_PAGES = 6_000;

    @Test
    void launchersServiceGivesMemoryBack() throws Exception {
        assertTrue(printed(PassingGarbage.class, launcher()) < LITTLE);
    }

    @Test
    void imageGivesMemoryBack() throws Exception {
        assertTrue(printed(PassingGarbage.class, imageOfPod()) < LITTLE);
    }

    @Test
    void keepsMuchMoreWithoutThem() throws Exception {
        List<String> options = new ArrayList<>(launcher());
        options.removeAll(ofMemory(options));
        assertTrue(printed(PassingGarbage.class, options) > MUCH);
    }

    @Test
    void workInProgressDoesNotFillOldPart() throws Exception {
        List<String> narrow = new ArrayList<>(launcher());
        assertTrue(narrow.remove("-XX:SurvivorRatio=4"));
        assertTrue(2 * printed(WorkInProgress.class, launcher()) < printed(WorkInProgress.class, narrow));
    }

    @Test
    void imageHasRoomForYoungObjectsFromTheStart() throws Exception {
        List<String> without = new ArrayList<>(imageOfPod());
        assertTrue(without.remove("-XX:NewSize=24m"));
        assertTrue(printed(YoungPart.class, imageOfPod()) > ROOM);
        assertTrue(printed(YoungPart.class, without) < ROOM);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads what Linux counts")
    void processesShareArchiveOfClasses() throws Exception {
        List<String> others = new ArrayList<>(launcher());
        others.removeAll(ofMemory(others));
        assertTrue(printed(ArchivePages.class, launcher()) < FEW_PAGES);
        assertTrue(printed(ArchivePages.class, others) > FEW_PAGES);
    }

    @Test
    void imagesHaveTheSame() {
        List<String> launcher = new ArrayList<>(ofMemory(launcher()));
        launcher.removeAll(OF_MANY_PROCESSES);
        assertEquals(launcher, ofMemory(image()));
    }

    private static List<String> ofMemory(List<String> options) {
        return options.stream()
                .filter(
                        option -> option.matches(
                                "-XX:(NewRatio|NewSize|SurvivorRatio|MinHeapFree|MaxHeapFree|.ShrinkHeap|.UnlockDiagnostic|ArchiveRelocation|TrimNative).*"))
                .toList();
    }

    private static List<String> launcher() {
        List<String> command = ServiceProcess.command(Path.of("quarkus-app/quarkus-run.jar"));
        return command.subList(1, command.indexOf("-jar"));
    }

    private static List<String> imageOfPod() {
        List<String> options = new ArrayList<>(List.of("-XX:MaxRAM=768m"));
        options.addAll(image());
        options.removeIf(option -> option.startsWith("-Djava.util.logging"));
        return options;
    }

    private static List<String> image() {
        return ImageOptions.read(Path.of("../.."));
    }

    /** The last line of this program. */
    private static int printed(Class<?> program, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", "target/test-classes", program.getName()));
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
