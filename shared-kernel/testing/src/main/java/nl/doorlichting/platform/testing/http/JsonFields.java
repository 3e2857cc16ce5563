package nl.doorlichting.platform.testing.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A JSON document as rest-assured reads it, and the values at plain paths in it: names, positions in lists and
 * {@code size()}. rest-assured runs every path as a script in Groovy, which most tests do not need.
 */
final class JsonFields {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern PLAIN =
            Pattern.compile("([A-Za-z]\\w*|\\[\\d{1,6}])((\\.[A-Za-z]\\w*)|(\\[\\d{1,6}]))*(\\.size\\(\\))?");
    private static final Pattern STEP = Pattern.compile("\\w+(\\(\\))?");
    // What Groovy or rest-assured does not take for the name of a field.
    private static final Set<String> NO_FIELDS = Set.of("class", "metaClass", "properties");
    private static final Set<String> OF_LISTS = Set.of("empty", "first", "last");
    private static final String SIZE = "size()";
    private static final Map<String, Optional<List<String>>> STEPS = new ConcurrentHashMap<>();

    private final Object root;

    JsonFields(byte[] json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            root = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one JSON value");
            }
        }
    }

    /** Another path, or a value that has no fields: only a script has the answer. */
    static final class NotPlain extends Exception {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super("not plain", null, false, false);
        }
    }

    /** Null where a value on the way is null or absent. */
    Object at(String path) throws NotPlain {
        if (path.isEmpty() || path.equals("$")) {
            return root;
        }
        Object value = root;
        for (String step : STEPS.computeIfAbsent(path, JsonFields::steps).orElseThrow(NotPlain::new)) {
            if (value == null && !step.equals(SIZE)) {
                return null;
            }
            value = step(value, step);
        }
        return value;
    }

    private static Optional<List<String>> steps(String path) {
        if (!PLAIN.matcher(path).matches()) {
            return Optional.empty();
        }
        List<String> steps =
                STEP.matcher(path).results().map(step -> step.group()).toList();
        return steps.stream().anyMatch(NO_FIELDS::contains) ? Optional.empty() : Optional.of(steps);
    }

    private static Object step(Object value, String step) throws NotPlain {
        if (step.equals(SIZE)) {
            return size(value);
        }
        if (Character.isDigit(step.charAt(0))) {
            int position = Integer.parseInt(step);
            if (value instanceof List<?> list) {
                return position < list.size() ? list.get(position) : null;
            }
            throw new NotPlain();
        }
        if (value instanceof Map<?, ?> object) {
            return object.get(step);
        }
        if (value instanceof List<?> list && !OF_LISTS.contains(step)) {
            return ofEach(list, step);
        }
        throw new NotPlain();
    }

    private static Object size(Object value) throws NotPlain {
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> object) {
            return object.size();
        }
        throw new NotPlain();
    }

    private static List<Object> ofEach(List<?> list, String name) throws NotPlain {
        List<Object> values = new ArrayList<>(list.size());
        for (Object item : list) {
            if (item instanceof Map<?, ?> object) {
                values.add(object.get(name));
            } else if (item != null) {
                throw new NotPlain();
            }
        }
        return values;
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no JSON value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> number(parser.getDecimalValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("not a JSON value: " + token);
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    private static Object number(BigDecimal decimal) {
        // Not a conditional expression, which would make a double of both.
        if (decimal.compareTo(BigDecimal.valueOf(Float.MAX_VALUE)) > 0) {
            return decimal.doubleValue();
        }
        return decimal.floatValue();
    }
}
