package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that waits for a deployment, with a stub of kubectl. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script needs bash")
class AwaitScriptTest {
    private static final String STUB = """
            #!/bin/bash
            echo "$@" >> calls
            case "$*" in
              *"get cluster -o name"*) %s ;;
              *"get cluster"*) echo "funding-database-1 Ready" ;;
              *"get job"*) %s ;;
              *"get deployment"*) echo "gateway Progressing Available" ;;
              *"logs job/"*) echo "needed: grant" ;;
            esac
            """;

    @TempDir
    Path folder;

    private String said;

    @Test
    void waitsUntilEverythingIsThere() throws IOException, InterruptedException {
        // At the second look the migration is complete.
        kubectl("echo cluster/funding-database-1", "[ -e looked ] && echo m-1 Complete || { echo m-1; touch looked; }");
        assertEquals(0, await(), () -> said);
        assertTrue(calls().contains("get deployment"), this::calls);
    }

    @Test
    void endsWhenMigrationFails() throws IOException, InterruptedException {
        kubectl("echo cluster/funding-database-1", "printf 'm-1 Complete\\nm-2 FailureTarget Failed\\n'");
        assertEquals(1, await());
        assertTrue(said.contains("needed: grant") && said.contains("delete job m-2"), said);
    }

    @Test
    void needsNoDatabasesOfItsOwn() throws IOException, InterruptedException {
        kubectl("exit 1", "echo m-1 Complete");
        assertEquals(0, await(), () -> said);
    }

    @Test
    void endsWhenTimeIsOver() throws IOException, InterruptedException {
        kubectl("true", "echo m-1");
        assertEquals(1, await("0"));
        assertTrue(said.contains("Not Complete in time") && said.contains("m-1"), said);
    }

    private void kubectl(String clusters, String jobs) throws IOException {
        Path stub = folder.resolve("kubectl");
        Files.writeString(stub, STUB.formatted(clusters, jobs));
        assertTrue(stub.toFile().setExecutable(true));
    }

    private int await(String... minutes) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(Path.of("await").toAbsolutePath().toString(), "ns");
        builder.command().addAll(List.of(minutes));
        builder.environment().put("AWAIT_EVERY", "0");
        builder.environment().merge("PATH", folder.toString(), (path, first) -> first + File.pathSeparator + path);
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private String calls() {
        return AlertFile.read(folder.resolve("calls"));
    }
}
