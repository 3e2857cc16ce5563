package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.json.StrictScalarDeserializer.Refusal;
import nl.doorlichting.platform.problems.ViolationCode;

/** The deserializers of scalars in requests. */
public final class ScalarDeserializers {
    private ScalarDeserializers() {}

    static SimpleModule module() {
        var module = new SimpleModule("strict-scalars");
        add(module, String.class, JsonToken.VALUE_STRING, text -> text, ScalarDeserializers::text);
        add(module, Long.class, JsonToken.VALUE_NUMBER_INT, Long::valueOf, text -> integer(text, 18));
        add(module, Integer.class, JsonToken.VALUE_NUMBER_INT, Integer::valueOf, text -> integer(text, 9));
        add(module, LocalDate.class, JsonToken.VALUE_STRING, LocalDate::parse, ScalarDeserializers::date);
        add(module, Instant.class, JsonToken.VALUE_STRING, ScalarDeserializers::toInstant, ScalarDeserializers::moment);
        add(module, UUID.class, JsonToken.VALUE_STRING, UUID::fromString, ScalarDeserializers::uuid);
        module.addDeserializer(Boolean.class, new StrictBooleanDeserializer());
        module.addDeserializer(BigDecimal.class, new StrictDecimalDeserializer());
        return module;
    }

    static String wrongTypeCode(JsonToken expected, JsonToken actual) {
        var fraction = expected == JsonToken.VALUE_NUMBER_INT && actual == JsonToken.VALUE_NUMBER_FLOAT;
        return fraction ? ViolationCode.NOT_AN_INTEGER : ViolationCode.WRONG_TYPE;
    }

    static String expects(JsonToken expected) {
        return expected == JsonToken.VALUE_NUMBER_INT ? "A whole number is expected." : "A text is expected.";
    }

    public static Refusal text(String text) {
        return ScalarFormats.isText(text)
                ? null
                : new Refusal(ViolationCode.INVALID_CHARACTER, Map.of(), "The text holds a control character.");
    }

    static <E extends Enum<E>> StrictScalarDeserializer<E> enumeration(Class<E> type) {
        return new StrictScalarDeserializer<>(
                type, JsonToken.VALUE_STRING, text -> Enum.valueOf(type, text), text -> unknownValue(type, text));
    }

    static <E extends Enum<E>> Refusal unknownValue(Class<E> type, String text) {
        var allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return allowed.contains(text)
                ? null
                : new Refusal(
                        ViolationCode.UNKNOWN_VALUE,
                        Map.of("allowed", allowed),
                        "The value is not one of " + String.join(", ", allowed) + ".");
    }

    private static <T> void add(
            SimpleModule module,
            Class<T> type,
            JsonToken expected,
            Function<String, T> parse,
            Function<String, Refusal> refuse) {
        module.addDeserializer(type, new StrictScalarDeserializer<>(type, expected, parse, refuse));
    }

    private static Refusal integer(String text, int digits) {
        return text.replace("-", "").length() <= digits
                ? null
                : new Refusal(ViolationCode.OUT_OF_RANGE, Map.of(), "The number is too large.");
    }

    static Refusal date(String text) {
        return ScalarFormats.isDate(text) ? null : format("A date such as 2011-01-31 is expected.");
    }

    private static Refusal moment(String text) {
        return ScalarFormats.isMoment(text)
                ? null
                : format("A moment with its offset, such as 2011-01-31T09:00:00Z, is expected.");
    }

    private static Refusal uuid(String text) {
        return ScalarFormats.isUuid(text) ? null : format("A UUID is expected.");
    }

    private static Refusal format(String detail) {
        return new Refusal(ViolationCode.WRONG_TYPE, Map.of(), detail);
    }

    private static Instant toInstant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
