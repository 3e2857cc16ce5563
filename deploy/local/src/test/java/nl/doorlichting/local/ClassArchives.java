package nl.doorlichting.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.services.ServiceEnvironment;
import nl.doorlichting.local.services.ServiceProcess;

/**
 * Makes the archives of classes, before end-to-end tests start each application many times: each runs once, without its
 * database, until it is alive.
 */
final class ClassArchives {
    private static final Duration ALIVE = Duration.ofMinutes(5);
    private static final int TO_WRITE_MINUTES = 5;

    private final Path home = Path.of(System.getProperty("doorlichting.home"));
    private final Ports ports = FreePorts.find();
    private final Http http = new Http();
    private final DataFolder data;
    private final ServiceEnvironment environment;

    private ClassArchives(DataFolder data, Path folder) {
        this.data = data;
        this.environment = new ServiceEnvironment(
                new Settings(ports, folder, false, 0, "", false, Optional.empty(), home),
                LocalIssuer.open(data.issuerKey(), "http://127.0.0.1/issuer", Clock.systemUTC()),
                Passwords.of(data),
                PersonalDataKey.of(data));
    }

    public static void main(String[] none) throws Exception {
        Path folder = Files.createTempDirectory("class-archives");
        DataFolder data = DataFolder.open(folder, false);
        new ClassArchives(data, folder).make();
        data.stop();
        DataFolder.deleteTree(folder);
    }

    private void make() throws IOException, InterruptedException {
        Map<Application, Process> runs = new EnumMap<>(Application.class);
        for (Application application : Application.values()) {
            runs.put(application, run(application));
        }
        for (var run : runs.entrySet()) {
            Polling.until(ALIVE, () -> isAlive(run.getKey()) || !run.getValue().isAlive());
            run.getValue().destroy();
        }
        for (var run : runs.entrySet()) {
            if (!run.getValue().waitFor(TO_WRITE_MINUTES, TimeUnit.MINUTES)) {
                run.getValue().destroyForcibly();
            }
            if (!Files.exists(archive(run.getKey()))) {
                System.out.println(
                        "There is no archive of classes of " + run.getKey().title() + ": it starts slowly");
            }
        }
    }

    private Process run(Application application) throws IOException {
        Files.deleteIfExists(archive(application));
        List<String> command = ServiceProcess.command(application.jar(home));
        command.add(1, "-XX:ArchiveClassesAtExit=" + archive(application));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(data.logs().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        data.logs().resolve(application.title() + ".log").toFile());
        builder.environment().putAll(environment.of(application));
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_FLYWAY_"));
        return builder.start();
    }

    private Path archive(Application application) {
        return ServiceProcess.classArchive(application.jar(home));
    }

    private boolean isAlive(Application application) {
        return http.tryGet(ports.managementUrl(application) + "/q/health/live")
                .filter(response -> response.status() == 200)
                .isPresent();
    }
}
