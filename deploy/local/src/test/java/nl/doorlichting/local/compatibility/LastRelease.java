package nl.doorlichting.local.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.dataset.DataSet.RecordGroup;

/**
 * The applications of the last release, as {@code deploy/local/last-release} builds them. Without them the build prints a
 * line and skips the test, unless {@code DOORLICHTING_LAST_RELEASE} is {@code required}, as in CI.
 */
final class LastRelease {
    private static final Path HOME = Path.of(System.getProperty("doorlichting.home"));
    private static final String[] LINE = line().split(" ");

    private static final Path DATA_SET = folder().resolve("data-set");

    private LastRelease() {}

    /** Whether the test runs. If it is required, it runs without the applications too, and fails. */
    static boolean isTried() {
        boolean tried = isBuilt() || "required".equals(System.getenv("DOORLICHTING_LAST_RELEASE"));
        if (!tried) {
            System.out.println("!!!!! UPGRADING FROM THE LAST RELEASE IS NOT TESTED: " + folder()
                    + " is not there, deploy/local/last-release makes it !!!!!");
        }
        return tried;
    }

    /** Has the layout of a built repository. */
    static Path folder() {
        return HOME.resolve("target/releases").resolve(LINE[0]);
    }

    /** The newest migration that it has. */
    static int schema() {
        return Integer.parseInt(LINE[3]);
    }

    /** The newest migration of a service in this tree, the kernel's included. */
    static int newestSchema(Application service) throws IOException {
        return Math.max(newestSchema(service.title()), newestSchema("shared-kernel/platform"));
    }

    private static int newestSchema(String application) throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve(application).resolve("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V\\d+__.*"))
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max()
                    .orElseThrow();
        }
    }

    /** The first data set as the release has it. */
    static List<RecordGroup> dataSet() throws IOException {
        List<RecordGroup> groups = new ArrayList<>();
        for (String file : Json.MAPPER.readValue(DATA_SET.resolve("index.json").toFile(), String[].class)) {
            groups.add(Json.MAPPER.readValue(DATA_SET.resolve(file).toFile(), RecordGroup.class));
        }
        return groups;
    }

    private static boolean isBuilt() {
        return Files.isDirectory(DATA_SET)
                && Stream.of(Application.values())
                        .allMatch(application -> Files.isRegularFile(application.jar(folder())));
    }

    private static String line() {
        try {
            List<String> lines = Files.readAllLines(HOME.resolve("deploy/releases"));
            return lines.get(lines.size() - 1);
        } catch (IOException failure) {
            throw new AssertionError("deploy/releases cannot be read", failure);
        }
    }
}
