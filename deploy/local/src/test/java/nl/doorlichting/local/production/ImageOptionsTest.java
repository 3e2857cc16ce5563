package nl.doorlichting.local.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a measurement of the whole system starts is what an image starts. */
class ImageOptionsTest {
    private static final Path HOME = Path.of("../..");

    @TempDir
    private Path folder;

    @Test
    void startsWithOptionsOfImagesAlone() {
        List<String> command = ImageOptions.command(folder.resolve("quarkus-app/quarkus-run.jar"));
        List<String> options =
                command.subList(command.indexOf("-XX:+IgnoreUnrecognizedVMOptions") + 1, command.indexOf("-jar"));
        assertEquals(ImageOptions.read(HOME), options);
        assertTrue(options.contains("-XX:MaxRAMPercentage=60"), options::toString);
    }

    @Test
    void hasMemoryOfPod() throws Exception {
        String limits = Files.readString(HOME.resolve("deploy/kubernetes/base/rules/deployment.yaml"))
                .replaceFirst("(?s).*\\slimits:", "");
        assertTrue(limits.contains("memory: 768Mi"), limits);
        assertTrue(ImageOptions.command(folder.resolve("quarkus-app/quarkus-run.jar"))
                .contains("-XX:MaxRAM=768m"));
    }

    @Test
    void startsWithArchiveOfClasses() throws Exception {
        Path jar = Files.createDirectory(folder.resolve("quarkus-app")).resolve("quarkus-run.jar");
        Files.createFile(jar).toFile().setLastModified(0);
        Path archive = Files.createFile(folder.resolve("classes.jsa"));
        assertTrue(ImageOptions.command(jar).contains("-XX:SharedArchiveFile=" + archive));
    }
}
