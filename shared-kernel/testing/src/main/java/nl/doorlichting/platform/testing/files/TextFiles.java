package nl.doorlichting.platform.testing.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/**
 * The texts of one module, read from its files and not from its classes: each wording is there in both languages, names
 * the same things, and is used; each text that the code names has its wording, and gets as much as the wording names.
 */
public final class TextFiles {
    private static final Path SOURCES = SourceTree.MODULE.resolve("src/main/java");
    private static final Path FILES = SourceTree.MODULE.resolve("src/main/resources/texts");
    private static final Pattern NAMED = Pattern.compile("\\bText\\s*\\.of\\(\\s*\"([^\"]+)\"(?=\\s*[,)])");
    private static final Pattern HOLE = Pattern.compile("[:,;] ?\\.| [.,;]|  |: ?$");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private final Map<String, String> dutch = read("nl");
    private final Map<String, String> english = read("en");
    private final List<String> code = code();
    private final String[] composed;

    /** @param composed beginnings of the keys that code puts together, each with a test of its own */
    public TextFiles(String... composed) {
        this.composed = composed;
    }

    /** Fails when anything is missing, differs or is superfluous. */
    public void check() {
        assertEquals(english.keySet(), dutch.keySet());
        english.forEach((key, text) -> assertEquals(places(text), places(dutch.get(key)), key));
        english.keySet().forEach(TextFiles::checkWithoutItems);
        english.forEach(TextFiles::checkWording);
        dutch.forEach(TextFiles::checkWording);
        assertEquals(List.of(), unused(), "keys that no code names");
        assertFalse(code.isEmpty());
        code.forEach(this::checkNamed);
    }

    /** A wording is a sentence also if the list that it names is empty. */
    private static void checkWithoutItems(String key) {
        for (var language : Language.values()) {
            var nothing = Stream.generate(() -> (Object) List.of()).limit(9).toArray();
            try {
                var words = Text.of(key, nothing).in(language);
                assertFalse(HOLE.matcher(words).find(), key + ": " + words);
            } catch (IllegalArgumentException countsSomething) {
                assertTrue(countsSomething.getMessage().startsWith("Cannot format"), key);
            }
        }
    }

    private static void checkWording(String key, String text) {
        assertEquals(text.strip().replace("  ", " "), text, key);
        assertFalse(text.isEmpty(), key);
        new MessageFormat(text.replace("'", "''"), Locale.ROOT);
        var places = places(text);
        assertTrue(places.isEmpty() || places.last().equals(String.valueOf(places.size() - 1)), key);
    }

    private List<String> unused() {
        return english.keySet().stream()
                .filter(key -> Stream.of(composed).noneMatch(key::startsWith))
                .filter(key -> code.stream().noneMatch(source -> source.contains('"' + key + '"')))
                .toList();
    }

    private void checkNamed(String source) {
        NAMED.matcher(source).results().forEach(named -> {
            var key = named.group(1);
            var given = arguments(source, named);
            var text = Text.of(key, Stream.generate(() -> 1).limit(given).toArray());
            for (var language : Language.values()) {
                assertFalse(text.in(language).contains("{"), key);
            }
            if (english.containsKey(key)) {
                assertEquals(places(english.get(key)).size(), given, "given to " + key);
            }
        });
    }

    // The commas of the call that stand in no other call and in no text.
    private static int arguments(String source, MatchResult call) {
        var depth = 0;
        var commas = 0;
        for (var at = call.end(); depth >= 0; at++) {
            var sign = source.charAt(at);
            if (sign == '"') {
                at = source.indexOf('"', at + 1);
            } else if (sign == '(') {
                depth++;
            } else if (sign == ')') {
                depth--;
            } else if (sign == ',' && depth == 0) {
                commas++;
            }
        }
        return commas;
    }

    private static TreeSet<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> code() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextFiles::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> read(String language) {
        var texts = new TreeMap<String, String>();
        var once = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public Object put(Object key, Object text) {
                assertFalse(texts.containsKey((String) key), "twice: " + key);
                return texts.put((String) key, (String) text);
            }
        };
        try (var file = Files.newBufferedReader(FILES.resolve(language + ".properties"), StandardCharsets.UTF_8)) {
            once.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
