package nl.doorlichting.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/**
 * One broken rule of a request. Codes are contract, texts are not.
 *
 * @param in part of the request: body, query, path or header
 * @param pointer JSON pointer into the body; null elsewhere
 * @param name name of the parameter or header; null in the body
 * @param code upper-case code such as {@code REQUIRED}
 * @param parameters what a client needs to render its own text: allowed values, bounds, successors
 * @param detail the rule in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        String in, String pointer, String name, String code, Map<String, Object> parameters, Text detail) {
    private static final List<String> PARTS =
            Stream.of(In.PATH, In.QUERY, In.HEADER, In.BODY).map(In::json).toList();

    /** Of the violations of one request, whatever found them: by part of the request, place in it and code. */
    public static final Comparator<Violation> ORDER = Comparator.comparing(
                    (Violation violation) -> PARTS.indexOf(violation.in()))
            .thenComparing(violation -> Objects.requireNonNullElse(violation.pointer(), ""))
            .thenComparing(violation -> Objects.requireNonNullElse(violation.name(), ""))
            .thenComparing(Violation::code);

    private static final int LONGEST_SHOWN = 200;

    // As many as a page of a list has. Some of many would look like all of them.
    private static final int MOST_ALLOWED = 200;

    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    /** A pointer contains names that a client sent. Half a surrogate pair in them cannot be written as UTF-8. */
    public Violation {
        pointer = pointer == null ? null : HALF_CHARACTER.matcher(pointer).replaceAll("\ufffd");
    }

    /** Part of the request that breaks the rule. */
    public enum In {
        BODY,
        QUERY,
        PATH,
        HEADER;

        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** This violation, worded in one language. */
    public Violation in(Language language) {
        return new Violation(in, pointer, name, code, parameters, Text.verbatim(detail.in(language)));
    }

    /** A violation at a JSON pointer of the body ({@code ""} is the whole body). */
    public static Violation body(String pointer, String code, Map<String, Object> parameters, Text detail) {
        return new Violation(In.BODY.json(), pointer, null, code, parameters, detail);
    }

    /** A violation at a JSON pointer of the body, without parameters. */
    public static Violation body(String pointer, String code, Text detail) {
        return body(pointer, code, Map.of(), detail);
    }

    /** What this JSON pointer of the body names does not exist in this service. The value is shown unless it is overlong. */
    public static Violation unknownReference(String pointer, Object value, Text detail) {
        return unknownReference(pointer, value, null, detail);
    }

    /** The same, among what exists, which is shown unless it is too much to list; null where it is not known. */
    private static Violation unknownReference(String pointer, Object value, Collection<?> allowed, Text detail) {
        return body(pointer, ViolationCode.REFERENCE_UNKNOWN, given(value, allowed), detail);
    }

    /**
     * The same of a code. A record is named by its code as that is written, so one that differs by case or Unicode form only
     * names nothing, although no second record can have it (ADR 43).
     *
     * @param meant the code that differs from it so, which is shown instead; empty without one
     */
    public static Violation unknownCode(String pointer, String code, Optional<String> meant, Text detail) {
        return unknownCode(pointer, code, meant, null, detail);
    }

    /** The same, among the codes that exist, which are shown where none is meant, unless they are too many to list. */
    public static Violation unknownCode(
            String pointer, String code, Optional<String> meant, Collection<String> known, Text detail) {
        return meant.map(written ->
                        unknownReference(pointer, code, List.of(written), Text.of("value.written-so", written)))
                .orElseGet(() -> unknownReference(pointer, code, known, detail));
    }

    /**
     * What this query parameter names does not exist, among what does, which is shown unless it is too much to list; null where it
     * is not known.
     */
    public static Violation unknownValue(String name, Object value, Collection<?> allowed, Text detail) {
        return query(name, ViolationCode.UNKNOWN_VALUE, given(value, allowed), detail);
    }

    private static Map<String, Object> given(Object value, Collection<?> allowed) {
        var parameters = new HashMap<String, Object>();
        var text = value.toString();
        if (text.length() <= LONGEST_SHOWN) {
            parameters.put("value", HALF_CHARACTER.matcher(text).replaceAll("\ufffd"));
        }
        if (allowed != null && !allowed.isEmpty() && allowed.size() <= MOST_ALLOWED) {
            parameters.put("allowed", List.copyOf(allowed));
        }
        return parameters;
    }

    /** A violation of a query, path or header parameter. */
    public static Violation parameter(In in, String name, String code, Map<String, Object> parameters, Text detail) {
        return new Violation(in.json(), null, name, code, parameters, detail);
    }

    /** A violation of a query parameter. */
    public static Violation query(String name, String code, Map<String, Object> parameters, Text detail) {
        return parameter(In.QUERY, name, code, parameters, detail);
    }
}
