package nl.doorlichting.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The four processes, in the order of their ports. */
enum Application {
    GATEWAY("gateway", ""),
    FUNDING_SERVICE("funding-service", "funding"),
    TRAINING_SERVICE("training-service", "training"),
    REPORTING_SERVICE("reporting-service", "reporting");

    private final String folder;
    private final String database;

    Application(String folder, String database) {
        this.folder = folder;
        this.database = database;
    }

    static List<Application> services() {
        return Stream.of(values()).filter(Application::hasDatabase).toList();
    }

    boolean hasDatabase() {
        return !database.isEmpty();
    }

    /** Its name in output, logs and run.json. */
    String title() {
        return folder;
    }

    String database() {
        return database;
    }

    String ownerRole() {
        return database + "_owner";
    }

    String applicationRole() {
        return database + "_app";
    }

    /** The role that the service takes for staff, who see the rows of every organisation. It has no login. */
    String staffRole() {
        return database + "_staff";
    }

    Path jar(Path home) {
        return home.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
