package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.doorlichting.platform.testing.files.SourceTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the script of the review page does, in a browser. */
class PictureReadingsTest {
    private static final String PAGE = """
            <!doctype html><html lang="nl"><head><title>t</title><style>%s</style></head><body>
            <main data-readings="Pijltjes lezen."><div class="wide"><svg role="img" viewBox="0 0 200 100" width="200"
            height="100"><title>Bereik</title>
            <g class="mark"><title>2007: 10 (exact)</title><rect x="10" y="10" width="20" height="50"/></g>
            <g class="mark"><title><span lang="en">2010</span>: 80–120 (bandbreedte)</title>
            <rect x="60" y="10" width="20" height="50"/></g>
            </svg></div></main>
            <script>%s</script>
            <script>
            const said = [];
            const picture = document.querySelector('.wide');
            const box = document.querySelector('.reading');
            const rects = document.querySelectorAll('rect');
            const svg = document.querySelector('svg');
            const say = what => said.push(what + '=' + box.textContent);
            const languages = () => said.push('languages=' + [...box.querySelectorAll('[lang]')]
                .map(each => each.lang + ' ' + each.textContent));
            const at = svg.getBoundingClientRect();
            const point = (type, target, x) => target.dispatchEvent(new PointerEvent(type,
                {bubbles: true, clientX: at.left + x, clientY: at.top + 30}));
            const key = (name, more) => !picture.dispatchEvent(new KeyboardEvent('keydown',
                {key: name, bubbles: true, cancelable: true, ...more}));
            say('start');
            point('pointermove', rects[0], 15); say('pointer');
            point('pointermove', box, 15); say('on the box');
            point('pointermove', svg, 48); say('near the second');
            point('pointermove', svg, 150); say('away');
            point('pointerdown', rects[1], 65); say('touch');
            point('pointerdown', document.body, 65); say('touch elsewhere');
            said.push('tabIndex=' + picture.tabIndex, 'label=' + picture.getAttribute('aria-label'));
            picture.focus();
            point('pointermove', rects[0], 15); key('Escape'); say('escape');
            key('ArrowRight'); say('right');
            key('ArrowRight'); say('right again'); languages();
            key('ArrowRight'); say('around');
            key('ArrowLeft'); say('left'); languages();
            key('Home'); say('home'); languages();
            key('End'); say('end');
            said.push('handled=' + key('ArrowDown') + key('Tab') + key('ArrowDown', {ctrlKey: true}));
            const inside = box.getBoundingClientRect();
            said.push('inside=' + (inside.left >= 0 && inside.right <= innerWidth && inside.height > 0));
            said.push('marked=' + document.querySelectorAll('.mark.read').length);
            picture.dispatchEvent(new FocusEvent('blur')); say('blur');
            said.push('titles=' + document.querySelectorAll('.mark > title').length);
            for (const line of said) { const p = document.createElement('p'); p.className = 'said'; p.textContent = line;
              document.body.append(p); }
            </script></body></html>
            """;
    private static final Pattern SAID = Pattern.compile("<p class=\"said\">([^<]*)</p>");

    private final PageServer server = new PageServer();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Tag("acceptance")
    @Test
    void readsMarksByPointerTouchAndKeys() throws IOException, InterruptedException {
        var resources = SourceTree.MODULE.resolve("src/main/resources/review");
        server.serve(PAGE.formatted(
                Files.readString(resources.resolve("page.css")).replaceAll("@font-face[^}]*}", ""),
                Files.readString(resources.resolve("readings.js"))));
        var loaded = Chromium.load(server.origin("127.0.0.1") + "/", 1000);
        assertEquals(List.of(), loaded.console());
        var first = "2007: 10 (exact)";
        var second = "2010: 80–120 (bandbreedte)";
        assertEquals(
                List.of(
                        "start=",
                        "pointer=" + first,
                        "on the box=" + first,
                        "near the second=" + second,
                        "away=",
                        "touch=" + second,
                        "touch elsewhere=",
                        "tabIndex=0",
                        "label=Bereik. Pijltjes lezen.",
                        "escape=",
                        "right=" + first,
                        "right again=" + second,
                        "languages=en 2010",
                        "around=" + first,
                        "left=" + second,
                        "languages=en 2010",
                        "home=" + first,
                        "languages=",
                        "end=" + second,
                        "handled=truefalsefalse",
                        "inside=true",
                        "marked=1",
                        "blur=",
                        "titles=0"),
                SAID.matcher(loaded.html())
                        .results()
                        .map((MatchResult line) -> line.group(1))
                        .toList());
    }
}
