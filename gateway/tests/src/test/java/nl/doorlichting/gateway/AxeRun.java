package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Runs axe (accessibility rules) over many pages in one browser: each in a frame of its width, one after the other. */
final class AxeRun {
    private static final Logger LOG = Logger.getLogger(AxeRun.class);
    /** File axe.min.js of the npm package axe-core. */
    private static final String AXE = "DOORLICHTING_AXE";

    private static final String HARNESS = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>axe</title></head><body><script>
            const say = line => { const p = document.createElement('p'); p.className = 'said'; p.textContent = line;
              document.body.append(p); };
            (async () => {
              for (const [name, width] of %s) {
                const frame = document.createElement('iframe');
                frame.width = width; frame.height = 900; frame.src = '/page/' + encodeURIComponent(name);
                await new Promise(loaded => { frame.onload = loaded; document.body.append(frame); });
                const found = await frame.contentWindow.axe.run(frame.contentDocument, {resultTypes: ['violations']});
                for (const rule of found.violations)
                  for (const node of rule.nodes.slice(0, 5))
                    say(name + ': ' + rule.id + ': ' + node.target + ' ' + node.failureSummary.replace(/\\s+/g, ' '));
                const page = frame.contentDocument.documentElement;
                if (page.scrollWidth > page.clientWidth) say(name + ': scrolls sideways: '
                  + [...page.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > page.clientWidth)
                    .slice(0, 5).map(each => each.tagName + ' ' + each.className + ' ' + each.textContent.slice(0, 40)));
                if (found.passes.length < 15) say(name + ': only ' + found.passes.length + ' rules were of use');
                frame.remove();
              }
              say('done');
            })();
            </script></body></html>
            """;
    private static final Pattern SAID = Pattern.compile("<p class=\"said\">([^<]*)</p>");

    private final List<Page> pages = new ArrayList<>();

    /** A page as it is served, with the script of axe in its head. */
    private record Page(String name, int width, String html) {}

    AxeRun with(String name, int width, String html) {
        pages.add(new Page(name, width, html.replaceFirst("</head>", "<script src=\"/axe.js\"></script></head>")));
        return this;
    }

    /** What axe finds, and which pages scroll sideways. The last line is "done", unless the browser gave up. */
    List<String> lines() throws IOException, InterruptedException {
        var axe = Files.readString(axe());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, "text/html", harness()));
        server.createContext("/axe.js", exchange -> answer(exchange, "text/javascript", axe));
        server.createContext("/page/", exchange -> answer(exchange, "text/html", page(exchange)));
        server.start();
        var started = System.nanoTime();
        try {
            var loaded = Chromium.load("http://127.0.0.1:" + server.getAddress().getPort() + "/", 1600);
            LOG.infof("axe over %d pages: %d ms", pages.size(), (System.nanoTime() - started) / 1_000_000);
            return SAID.matcher(loaded.html())
                    .results()
                    .map((MatchResult line) -> line.group(1))
                    .toList();
        } finally {
            server.stop(0);
        }
    }

    private String harness() {
        return HARNESS.formatted(pages.stream()
                .map(page -> "['" + page.name() + "', " + page.width() + "]")
                .toList());
    }

    private String page(HttpExchange exchange) {
        var name = exchange.getRequestURI().getPath().substring("/page/".length());
        return pages.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow()
                .html();
    }

    private static Path axe() {
        var untested = "THE PAGES ARE NOT TESTED WITH AXE: " + AXE + " names no axe.min.js";
        var file = System.getenv(AXE);
        if (file == null) {
            assertTrue(System.getenv("CI") == null, untested);
            LOG.warn(untested);
            assumeTrue(false, untested);
        }
        return Path.of(file);
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + ";charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
