package nl.doorlichting.local.image;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.datafolder.PrivateFile;

/** The files of an image, made by the instructions that are read from the Containerfile. */
final class Image {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path app;
    private final Path log;
    private final List<String> instructions;

    Image(Application application, Path home, Path folder) throws IOException {
        app = Files.createDirectory(folder.resolve("app"));
        log = folder.resolve("log");
        Path kubernetes = home.resolve("deploy/kubernetes");
        instructions = Files.readAllLines(kubernetes.resolve("Containerfile"));
        copy(application.jar(home).getParent());
        copy(kubernetes.resolve("image"));
    }

    Path cache() {
        return app.resolve("app.aot");
    }

    String said() {
        return PrivateFile.read(log);
    }

    /** Runs the stage that trains. Only root may give files to another group. */
    int train(Map<String, String> ports) throws IOException, InterruptedException {
        String command = instruction("RUN ./train && ");
        return run(
                        List.of(
                                "bash",
                                "-ec",
                                "./train && " + (ROOT ? command : command.replace("chgrp -R 0 . && ", ""))),
                        ports)
                .waitFor();
    }

    /** Runs the check that fails the build when the JVM refuses the cache. */
    int check() throws IOException, InterruptedException {
        return run(asAnyUser(list("RUN [")), Map.of()).waitFor();
    }

    /** Starts it as a pod does, without write access to the image. */
    Process start(Map<String, String> environment) throws IOException, InterruptedException {
        run(List.of("chmod", "-R", "a-w", "."), Map.of()).waitFor();
        return run(asAnyUser(list("ENTRYPOINT [")), environment);
    }

    /** Root takes an unused user id in group 0, as OpenShift does. */
    private static List<String> asAnyUser(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (ROOT) {
            whole.addAll(List.of("setpriv", "--reuid", "54321", "--regid", "0", "--clear-groups"));
        }
        command.forEach(word -> whole.add(word.equals("java") ? Jdk25.java() : word));
        return whole;
    }

    private Process run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(app.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|DOORLICHTING|JAVA|JDK)_.*"));
        builder.environment().putAll(Map.of("JAVA", Jdk25.java(), "HOME", "/tmp"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> list(String start) {
        JsonNode words = Json.read("[" + instruction(start));
        List<String> list = new ArrayList<>();
        words.forEach(word -> list.add(word.asText()));
        return list;
    }

    private String instruction(String start) {
        return instructions.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + start))
                .substring(start.length());
    }

    /** Keeps modification times, which the JVM compares with the cache. */
    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> copy(file, app.resolve(from.relativize(file))));
        }
    }

    private static void copy(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
