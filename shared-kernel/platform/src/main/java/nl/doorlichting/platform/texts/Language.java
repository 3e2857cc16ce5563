package nl.doorlichting.platform.texts;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A language in which the API has texts. */
public enum Language {
    ENGLISH("en"),
    DUTCH("nl");

    private static final List<Locale> LOCALES =
            Arrays.stream(values()).map(Language::locale).toList();

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /**
     * The language that Accept-Language of this request prefers; English without the header, and where it has neither
     * language or cannot be read (RFC 9110, 12.5.4).
     */
    public static Language of(HttpServerRequest request) {
        return preferred(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    static Language preferred(String acceptLanguage) {
        if (acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return found == null ? ENGLISH : values()[LOCALES.indexOf(found)];
            // The parser fails in several ways.
        } catch (RuntimeException unreadable) {
            return ENGLISH;
        }
    }

    /** Language tag (RFC 5646), such as {@code nl}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    Locale locale() {
        return locale;
    }
}
