package nl.doorlichting.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The four processes, in the order of their ports. */
public enum Application {
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

    public static List<Application> services() {
        return Stream.of(values()).filter(Application::hasDatabase).toList();
    }

    public boolean hasDatabase() {
        return !database.isEmpty();
    }

    /** Its name in output, logs and run.json. */
    public String title() {
        return folder;
    }

    public String database() {
        return database;
    }

    public String ownerRole() {
        return database + "_owner";
    }

    public String applicationRole() {
        return database + "_app";
    }

    /** The role that the service takes for staff, who see the rows of every organisation. It has no login. */
    public String staffRole() {
        return database + "_staff";
    }

    public Path jar(Path home) {
        return home.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
