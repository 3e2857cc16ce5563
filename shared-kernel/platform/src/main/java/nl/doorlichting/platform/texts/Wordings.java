package nl.doorlichting.platform.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The wordings of all texts, read once from the file of each language that each module has. */
final class Wordings {
    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> ALL.put(language, read(language)));
    }

    private Wordings() {}

    static Map<String, String> in(Language language) {
        return Collections.unmodifiableMap(ALL.get(language));
    }

    static String known(String key) {
        if (ALL.values().stream().allMatch(texts -> texts.containsKey(key))) {
            return key;
        }
        throw new IllegalArgumentException("no text in every language: " + key);
    }

    static String wording(String key, Language language, Object... words) {
        // A single quote would begin a quotation in a MessageFormat; wordings have apostrophes and no quotations.
        var wording = ALL.get(language).get(key).replace("'", "''");
        var format = new MessageFormat(wording, language.locale());
        var formats = format.getFormatsByArgumentIndex();
        var arguments = new Object[words.length];
        for (var i = 0; i < words.length; i++) {
            arguments[i] = i < formats.length && formats[i] == null ? plain(words[i]) : words[i];
        }
        return format.format(arguments);
    }

    // The year 2010, and not 2,010.
    private static String plain(Object word) {
        return word instanceof BigDecimal number ? number.toPlainString() : word.toString();
    }

    private static Map<String, String> read(Language language) {
        var texts = new ConcurrentHashMap<String, String>();
        try {
            var files = Collections.list(
                    Wordings.class.getClassLoader().getResources("texts/" + language.tag() + ".properties"));
            for (var file : files) {
                try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    var properties = new Properties();
                    properties.load(reader);
                    properties.forEach((key, text) -> texts.put((String) key, (String) text));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
