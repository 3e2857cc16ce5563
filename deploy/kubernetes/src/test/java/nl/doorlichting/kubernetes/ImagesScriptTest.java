package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that locks and mirrors images, with a stub of skopeo, on a copy of this folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script needs bash")
class ImagesScriptTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String file : new String[] {
            "images",
            "images.lock",
            "overlays/staging/kustomization.yaml",
            "overlays/production/kustomization.yaml",
            "overlays/openshift/kustomization.yaml"
        }) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of(file), folder.resolve(file));
        }
        skopeo("echo \"$@\" >> calls; [ $1 = copy ] || echo " + DIGEST);
    }

    @Test
    void locksEveryImageAndPinsTheOverlays() throws IOException, InterruptedException {
        assertEquals(0, run("lock", "registry.example.org"));
        ImagesLock lock = ImagesLock.read(folder.resolve("images.lock"));
        assertTrue(lock.images().stream().allMatch(image -> image.digest().equals(DIGEST)), lock::toString);
        assertEquals(
                5,
                Files.readAllLines(folder.resolve("overlays/production/kustomization.yaml")).stream()
                        .filter(("    digest: " + DIGEST)::equals)
                        .count());
        assertTrue(calls().contains("docker://registry.example.org/doorlichting/gateway:"), calls());
        assertTrue(calls().contains("docker://ghcr.io/cloudnative-pg/postgresql:"), calls());
    }

    @Test
    void lockingAgainChangesNothing() throws IOException, InterruptedException {
        run("lock", "registry.example.org");
        String once = state();
        skopeo("echo sha256:" + "b".repeat(64));
        assertEquals(0, run("lock", "registry.example.org"));
        assertEquals(once, state());
    }

    @Test
    void refusesInvalidDigest() throws IOException, InterruptedException {
        String before = state();
        skopeo("echo unknown");
        assertNotEquals(0, run("lock", "registry.example.org"));
        assertEquals(before, state());
    }

    @Test
    void mirrorsEveryImageByItsDigest() throws IOException, InterruptedException {
        run("lock", "registry.example.org");
        Files.delete(folder.resolve("calls"));
        assertEquals(0, run("mirror", "registry.example.org", "mirror.example.org"));
        assertTrue(
                calls().contains("docker://ghcr.io/cloudnative-pg/postgresql@" + DIGEST
                        + " docker://mirror.example.org/cloudnative-pg/postgresql:"),
                calls());
        assertTrue(
                calls().contains("docker://registry.example.org/doorlichting/gateway@" + DIGEST
                        + " docker://mirror.example.org/doorlichting/gateway:"),
                calls());
    }

    @Test
    void refusesToMirrorUnlockedImage() throws IOException, InterruptedException {
        Path lock = folder.resolve("images.lock");
        Files.writeString(lock, "doorlichting/gateway 0.2.0 -\n");
        assertNotEquals(0, run("mirror", "registry.example.org", "mirror.example.org"));
    }

    @Test
    void explainsItselfFromTheFolderAbove() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(folder.getFileName() + "/images")
                .directory(folder.getParent().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor(), said);
        assertTrue(said.contains("./images lock REGISTRY"), said);
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(folder.resolve("images").toString()), Stream.of(arguments))
                        .toList());
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + File.pathSeparator + path);
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private void skopeo(String body) throws IOException {
        Path skopeo = folder.resolve("skopeo");
        Files.writeString(skopeo, "#!/bin/sh\n" + body + "\n");
        assertTrue(skopeo.toFile().setExecutable(true));
    }

    private String calls() throws IOException {
        return Files.readString(folder.resolve("calls"));
    }

    private String state() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*(lock|kustomization.yaml)"))
                    .sorted()
                    .map(ImagesScriptTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
