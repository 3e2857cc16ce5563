package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Loads pages in the Chromium of this machine. Without one the build prints a line and skips the test, unless {@code
 * DOORLICHTING_CHROMIUM} is {@code required}, as in CI.
 */
final class Chromium {
    /**
     * A page as it is after its scripts have run.
     *
     * @param console what scripts and the browser wrote to the console: also errors, and what the policy of the page
     *     refused
     */
    record LoadedPage(String html, List<String> console) {}

    private static final Logger LOG = Logger.getLogger(Chromium.class);
    private static final Pattern CONSOLE_LINE = Pattern.compile(":CONSOLE:\\d+\\] \"(.*)\", source:");

    private Chromium() {}

    /** Loads an address in a window of this width. Time in the page passes as fast as its scripts allow. */
    static LoadedPage load(String address, int width) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("chromium");
        var html = folder.resolve("page.html");
        var log = folder.resolve("log");
        var browser = new ProcessBuilder(
                        program(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=" + width + ",1000",
                        "--enable-logging=stderr",
                        "--virtual-time-budget=30000",
                        "--dump-dom",
                        address)
                .redirectOutput(html.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            assertTrue(browser.waitFor(8, TimeUnit.MINUTES), "Chromium does not end: " + Files.readString(log));
        } finally {
            browser.destroyForcibly();
        }
        assertEquals(0, browser.exitValue(), Files.readString(log));
        return new LoadedPage(Files.readString(html), console(Files.readString(log)));
    }

    private static List<String> console(String log) {
        return CONSOLE_LINE
                .matcher(log)
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    private static String program() {
        var found = onPath();
        if (found.isEmpty()) {
            var untested = "THE PAGES ARE NOT TESTED IN A BROWSER: there is no chromium on this machine";
            assertTrue(!"required".equals(System.getenv("DOORLICHTING_CHROMIUM")), untested);
            LOG.warn(untested);
            assumeTrue(false, untested);
        }
        return found.orElseThrow();
    }

    private static Optional<String> onPath() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
