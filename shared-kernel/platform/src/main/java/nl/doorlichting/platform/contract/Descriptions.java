package nl.doorlichting.platform.contract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What a name means wherever no record gives it a meaning of its own, and the Dutch term of a concept: {@code
 * contract/descriptions.properties} and {@code contract/dutch.properties} on the class path.
 */
final class Descriptions {
    private final Properties english = read("descriptions");
    private final Properties dutch = read("dutch");

    Optional<String> schema(String name) {
        return sentence(english.getProperty("schema." + name));
    }

    /** What the name means in this schema, else what it means everywhere. */
    Optional<String> property(String schema, String name) {
        return sentence(
                english.getProperty("property." + schema + "." + name, english.getProperty("property." + name)));
    }

    /** What the name means in rows of figures, where a row has the fields that were asked for. */
    Optional<String> ofRow(String name, boolean nullable) {
        return sentence(english.getProperty("row." + name))
                .map(text -> nullable && english.containsKey("row." + name + ".null")
                        ? text + " " + english.getProperty("row." + name + ".null")
                        : text);
    }

    Optional<String> parameter(String name) {
        return sentence(english.getProperty("parameter." + name));
    }

    Optional<String> dutch(String name) {
        return Optional.ofNullable(dutch.getProperty(name));
    }

    /** One line of text, from a capital to a full stop; empty if there are no words. */
    static Optional<String> sentence(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        var line = text.replaceAll("</?(p|ul|li|b|i|em)>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        var start = line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
        return Optional.of(start.matches(".*[.?!:]") ? start : start + ".");
    }

    static Properties read(String name) {
        var texts = new Properties();
        var path = "contract/" + name + ".properties";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file != null) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
