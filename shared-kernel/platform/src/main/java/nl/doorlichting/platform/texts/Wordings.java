package nl.doorlichting.platform.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The wordings of all texts, read once from the file of each language that each module has. */
final class Wordings {
    private static final Format PLAIN = new Plain();
    private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);
    // Reading a wording takes longer than filling it in. There are as many as wordings.
    private static final Map<Language, Map<String, MessageFormat>> FORMATS = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values()).forEach(language -> {
            ALL.put(language, read(language));
            FORMATS.put(language, new ConcurrentHashMap<>());
        });
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
        // Most wordings name nothing.
        if (ALL.get(language).get(key).indexOf('{') < 0) {
            return ALL.get(language).get(key);
        }
        // A format is for one thread at a time.
        var format = (MessageFormat) FORMATS.get(language)
                .computeIfAbsent(key, first -> format(ALL.get(language).get(first), language))
                .clone();
        return format.format(words);
    }

    private static MessageFormat format(String wording, Language language) {
        // A single quote would begin a quotation in a MessageFormat; wordings have apostrophes and no quotations.
        var format = new MessageFormat(wording.replace("'", "''"), language.locale());
        var formats = format.getFormats();
        for (var i = 0; i < formats.length; i++) {
            if (formats[i] == null) {
                format.setFormat(i, PLAIN);
            }
        }
        return format;
    }

    /** The year 2010, and not 2,010. */
    private static final class Plain extends Format {
        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(Object word, StringBuffer text, FieldPosition position) {
            return text.append(word instanceof BigDecimal number ? number.toPlainString() : word.toString());
        }

        @Override
        public Object parseObject(String text, ParsePosition position) {
            throw new UnsupportedOperationException("texts are not read");
        }
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
