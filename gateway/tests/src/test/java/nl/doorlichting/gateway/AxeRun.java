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
              for (const [name, width, rules] of %s) {
                const frame = document.createElement('iframe');
                frame.width = width; frame.height = 900; frame.src = '/page/' + encodeURIComponent(name);
                await new Promise(loaded => { frame.onload = loaded; document.body.append(frame); });
                const axe = frame.contentWindow.axe;
                // It parses the few colours of a page thousands of times, which took a third of the time.
                const color = axe.commons.color.Color.prototype, parse = color.parseString, parsed = new Map();
                color.parseString = function (text) {
                  const known = parsed.get(text);
                  if (known) [this.r, this.g, this.b, this.alpha] = known;
                  else parsed.set(text, [parse.call(this, text).r, this.g, this.b, this.alpha]);
                  return this;
                };
                const found = await axe.run(frame.contentDocument,
                  {resultTypes: ['violations'], ...(rules.length ? {runOnly: rules} : {})});
                for (const rule of found.violations)
                  for (const node of rule.nodes.slice(0, 5))
                    say(name + ': ' + rule.id + ': ' + node.target + ' ' + node.failureSummary.replace(/\\s+/g, ' '));
                const page = frame.contentDocument.documentElement;
                if (page.scrollWidth > page.clientWidth) say(name + ': scrolls sideways: '
                  + [...page.querySelectorAll('*')].filter(each => each.getBoundingClientRect().right > page.clientWidth)
                    .slice(0, 5).map(each => each.tagName + ' ' + each.className + ' ' + each.textContent.slice(0, 40)));
                const used = found.passes.map(rule => rule.id);
                if (rules.length ? !used.includes('color-contrast') : used.length < 15)
                  say(name + ': only these rules were of use: ' + used);
                frame.remove();
              }
              say('done');
            })();
            </script></body></html>
            """;
    private static final Pattern SAID = Pattern.compile("<p class=\"said\">([^<]*)</p>");

    /** Those of the rules that axe tries by itself that read colours. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private final List<Page> pages = new ArrayList<>();

    /** A page as it is served, with the script of axe in its head. */
    private record Page(String name, int width, String html, List<String> rules) {}

    /** All rules over a page. */
    AxeRun with(String name, int width, String html) {
        return with(name, width, html, List.of());
    }

    /** The rules about colours over a page of which all else has been tried. */
    AxeRun withColours(String name, int width, String html) {
        return with(name, width, html, OF_COLOURS);
    }

    private AxeRun with(String name, int width, String html, List<String> rules) {
        var prepared = html.replaceFirst("</head>", "<script src=\"/axe.js\"></script></head>");
        pages.add(new Page(name, width, prepared, rules));
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
                .map(page -> "['%s', %d, %s]"
                        .formatted(
                                page.name(),
                                page.width(),
                                page.rules().stream()
                                        .map(rule -> "'" + rule + "'")
                                        .toList()))
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
