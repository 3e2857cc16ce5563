package nl.doorlichting.platform.texts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A text for people, in every {@link Language}. It has the key of its wording, and what the wording names: a code, a
 * number, a date, an amount, another text, or a list of these, which reads as "A, B or C", and as "none" if it is empty.
 */
@JsonSerialize(using = TextSerializer.class)
public final class Text {
    private static final String ANY = "list.any";
    private static final String ALL = "list.all";
    private static final String NONE = "list.none";
    private static final String STORED = "stored";

    private final String key;
    private final List<Object> arguments;

    private Text(String key, List<Object> arguments) {
        this.key = key;
        this.arguments = arguments;
    }

    /** The text with this key in {@code texts/nl.properties} and {@code texts/en.properties} of a module. */
    public static Text of(String key, Object... arguments) {
        // An absent word is no reason for an internal error.
        var words = Stream.of(arguments)
                .map(argument -> Objects.requireNonNullElse(argument, "–"))
                .toList();
        return new Text(Wordings.known(key), words);
    }

    /** A text that is the same in every language, such as one that a service has worded for the caller already. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Text verbatim(String text) {
        return new Text(null, List.of(text));
    }

    /** A text that was stored in each language. */
    public static Text stored(String english, String dutch) {
        return new Text(STORED, List.of(english, dutch));
    }

    /** "A, B and C". */
    public static Text all(Collection<?> items) {
        return new Text(ALL, List.copyOf(items));
    }

    /** This text in one language. */
    public String in(Language language) {
        if (isVerbatim() || key.equals(STORED)) {
            return (String) arguments.get(isVerbatim() ? 0 : language.ordinal());
        }
        var words =
                arguments.stream().map(argument -> worded(argument, language)).toList();
        return key.equals(ANY) || key.equals(ALL)
                ? enumeration(words, language)
                : Wordings.wording(key, language, words.toArray());
    }

    boolean isVerbatim() {
        return key == null;
    }

    // A number stays one, because the wording may depend on it.
    private static Object worded(Object argument, Language language) {
        if (argument instanceof Text text) {
            return text.in(language);
        }
        if (argument instanceof Collection<?> items) {
            return new Text(ANY, List.copyOf(items)).in(language);
        }
        return argument instanceof Number ? argument : argument.toString();
    }

    private String enumeration(List<Object> words, Language language) {
        var items = words.stream().map(Object::toString).toList();
        if (items.isEmpty()) {
            return Wordings.wording(NONE, language);
        }
        if (items.size() < 2) {
            return items.get(0);
        }
        var last = items.size() - 1;
        return Wordings.wording(key, language, String.join(", ", items.subList(0, last)), items.get(last));
    }

    /** In English, for logs and tests. */
    @Override
    public String toString() {
        return in(Language.ENGLISH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && Objects.equals(key, text.key) && arguments.equals(text.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, arguments);
    }
}
