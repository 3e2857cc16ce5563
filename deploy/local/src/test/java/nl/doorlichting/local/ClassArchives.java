package nl.doorlichting.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.dataset.DataSet;
import nl.doorlichting.local.dataset.DataSetLoader;
import nl.doorlichting.local.dataset.FirstRelease;
import nl.doorlichting.local.production.ReleaseCluster;
import nl.doorlichting.local.reports.ReportPrinter;
import nl.doorlichting.local.services.ServiceProcess;

/**
 * Makes the archives of classes, before end-to-end tests start each application many times: the whole system runs once and
 * loads the first data set, so that classes of its first requests are in them too.
 */
final class ClassArchives {
    private static final List<Application> EVERY = List.of(Application.values());
    private static final Duration TO_WRITE = Duration.ofMinutes(5);

    private final Path home = Path.of(System.getProperty("doorlichting.home"));
    private final ReleaseCluster cluster;

    private ClassArchives(ReleaseCluster cluster) {
        this.cluster = cluster;
    }

    public static void main(String[] none) throws IOException {
        Path folder = FoldersInMemory.create();
        try (ReleaseCluster cluster = new ReleaseCluster(folder)) {
            new ClassArchives(cluster).make();
        } catch (StartFailure failure) {
            System.out.println("There are no archives of classes, so starts are slow: " + failure.getMessage());
        }
        DataFolder.deleteTree(folder);
    }

    private void make() throws IOException {
        cluster.startDatabase();
        for (Application application : EVERY) {
            Path archive = ServiceProcess.classArchive(application.jar(home));
            Files.deleteIfExists(archive);
            cluster.startMigrating(
                    application, home, Map.of("JDK_JAVA_OPTIONS", "-XX:ArchiveClassesAtExit=" + archive));
        }
        cluster.awaitReady(EVERY);
        use();
        cluster.stopAll(EVERY, TO_WRITE);
    }

    /** As the launcher does. */
    private void use() {
        String gateway = cluster.ports.url(Application.GATEWAY);
        ProgressOutput silent = new ProgressOutput(new PrintStream(OutputStream.nullOutputStream()));
        new DataSetLoader(cluster.http, gateway, cluster.tokens, silent).load(DataSet.groups());
        new FirstRelease(cluster.http, gateway, cluster.tokens, silent).publish();
        new ReportPrinter(cluster.http, gateway, cluster.tokens.of("ANALYST"), silent).print();
    }
}
