package nl.doorlichting.local.services;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Polling;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.datafolder.DataFolder;

/** One service as a process of its own. Its standard input stays open and unused: see DOORLICHTING_LAUNCHER_WATCH. */
public final class ServiceProcess {
    /**
     * Little memory, because all processes share one machine. Only the first compiler, because it starts fastest. As much for
     * classes as they take: Java begins with 21 MB, and collects all garbage each time that this is full. The heap has little
     * more than what is in use, and gives back the rest at once, as in the images (ADR 104). The archive of classes stays at the
     * address that it was made for: elsewhere each process would write all of it anew, and share nothing with the others.
     * What the compilers have freed goes back every ten seconds, unless Java is older than 17.0.9, which has no such option.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms32m",
            "-Xmx160m",
            "-Xss512k",
            "-XX:MetaspaceSize=96m",
            "-XX:+UseSerialGC",
            "-XX:NewRatio=3",
            "-XX:SurvivorRatio=4",
            "-XX:NewSize=24m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:-ShrinkHeapInSteps",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TrimNativeHeapInterval=10000",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8");

    private final Application application;
    private final Process process;
    private final Path log;

    private ServiceProcess(Application application, Process process, Path log) {
        this.application = application;
        this.process = process;
        this.log = log;
    }

    public static ServiceProcess start(
            Application application, Path jar, Map<String, String> environment, DataFolder data) {
        return start(application, command(jar), environment, data);
    }

    /** The same with another command than that of the launcher. */
    public static ServiceProcess start(
            Application application, List<String> command, Map<String, String> environment, DataFolder data) {
        Path log = data.logs().resolve(application.title() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                // Not the current folder, because a file .env or a folder config/ in it would configure the service.
                .directory(data.logs().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(ServiceProcess::isConfiguration);
        // As in the images: with more, what a thread of the JVM has freed is kept for it.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(application, builder.start(), log);
        } catch (IOException failure) {
            throw new StartFailure("Cannot start " + application.title(), failure);
        }
    }

    /** The command that runs the application with this jar. */
    public static List<String> command(Path jar) {
        return command(jar, JAVA_OPTIONS);
    }

    /** The same with these options of Java. */
    public static List<String> command(Path jar, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        Path archive = classArchive(jar);
        // Of an earlier jar Java ignores it, with a warning among the lines of the log.
        if (archive.toFile().lastModified() > jar.toFile().lastModified()) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /**
     * The classes of the application as Java has loaded them before (AppCDS), with which it starts in half the time. The
     * end-to-end tests make this file, because they start some eighty processes, and measurements of the whole system,
     * because the images have it too.
     */
    public static Path classArchive(Path jar) {
        return jar.getParent().resolveSibling("classes.jsa");
    }

    /** Variables that are set for other purposes on this machine must not configure the services. */
    private static boolean isConfiguration(String variable) {
        return variable.startsWith("QUARKUS_")
                || variable.startsWith("DOORLICHTING_")
                || variable.equals("PGPASSWORD")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    public Application application() {
        return application;
    }

    /** Throws when the process has ended. The message names its log. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new StartFailure(application.title() + " ended while starting (exit code " + process.exitValue()
                    + "); its log has the reason: " + log);
        }
    }

    StartFailure tooSlow(Duration patience) {
        return new StartFailure(application.title() + " was not ready after " + patience.toSeconds()
                + " s; its log shows the progress: " + log);
    }

    public void onEnd(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Windows can only kill. There the service ends when its standard input is closed. */
    public void askToStop() {
        if (process.supportsNormalTermination()) {
            process.destroy();
            return;
        }
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // It has ended, or requireStopped kills it.
        }
    }

    /** Kills the process when it still runs after this time. */
    public void requireStopped(Duration patience) {
        if (!Polling.until(patience, () -> !process.isAlive())) {
            process.destroyForcibly();
            Polling.until(Duration.ofSeconds(1), () -> !process.isAlive());
        }
    }
}
