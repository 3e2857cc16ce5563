package nl.doorlichting.platform.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.doorlichting.platform.json.StrictScalarDeserializer.Kind;
import nl.doorlichting.platform.json.StrictScalarDeserializer.Refusal;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The deserializers of scalars in requests. */
public final class ScalarDeserializers {
    private static final int DECIMALS = 2;
    private static final BigDecimal MOST = new BigDecimal("999999999999.99");

    private ScalarDeserializers() {}

    static SimpleModule module() {
        var module = new SimpleModule("strict-scalars");
        add(module, String.class, Kind.TEXT, ScalarDeserializers::toText, ScalarDeserializers::text);
        addInteger(module, Long.class, Long::valueOf, Long.MIN_VALUE, Long.MAX_VALUE);
        addInteger(module, Integer.class, Integer::valueOf, Integer.MIN_VALUE, Integer.MAX_VALUE);
        addFormat(module, LocalDate.class, LocalDate::parse, ScalarDeserializers::date);
        addFormat(module, Instant.class, ScalarDeserializers::toInstant, ScalarDeserializers::moment);
        addFormat(module, UUID.class, UUID::fromString, ScalarDeserializers::uuid);
        add(module, Boolean.class, Kind.BOOLEAN, Boolean::valueOf, text -> null);
        addNumber(module, BigDecimal.class, Kind.NUMBER, ScalarDeserializers::toDecimal, ScalarDeserializers::decimal);
        return module;
    }

    /** A text without a character that is seen states nothing, as an empty one. A field that needs a text refuses both. */
    static String toText(String text) {
        return ScalarFormats.isBlank(text) ? "" : text;
    }

    public static Refusal text(String text) {
        return ScalarFormats.isText(text)
                ? null
                : new Refusal(ViolationCode.INVALID_CHARACTER, Map.of(), Text.of("value.control-character"));
    }

    static <E extends Enum<E>> StrictScalarDeserializer<E> enumeration(Class<E> type) {
        return new StrictScalarDeserializer<>(
                type, Kind.TEXT, noText(type), text -> Enum.valueOf(type, text), text -> unknownValue(type, text));
    }

    /** What is wrong with anything but a text in the place of a code. */
    static <E extends Enum<E>> Refusal noText(Class<E> type) {
        var unknown = unknownValue(type, "");
        return new Refusal(ViolationCode.WRONG_TYPE, unknown.parameters(), unknown.detail());
    }

    static <E extends Enum<E>> Refusal unknownValue(Class<E> type, String text) {
        var allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return allowed.contains(text)
                ? null
                : new Refusal(
                        ViolationCode.UNKNOWN_VALUE, Map.of("allowed", allowed), Text.of("value.not-one-of", allowed));
    }

    private static <T> void addFormat(
            SimpleModule module, Class<T> type, Function<String, T> parse, Function<String, Refusal> refuse) {
        module.addDeserializer(type, new StrictScalarDeserializer<>(type, Kind.TEXT, refuse.apply(""), parse, refuse));
    }

    private static <T> void add(
            SimpleModule module,
            Class<T> type,
            Kind kind,
            Function<String, T> parse,
            Function<String, Refusal> refuse) {
        module.addDeserializer(type, new StrictScalarDeserializer<>(type, kind, kind.otherType(), parse, refuse));
    }

    private static <T> void addNumber(
            SimpleModule module,
            Class<T> type,
            Kind kind,
            Function<String, T> parse,
            BiFunction<String, Map<String, Object>, Refusal> refuse) {
        module.addDeserializer(
                type, new StrictScalarDeserializer<>(type, kind, kind.otherType(), parse, refuse, Map.of()));
    }

    private static <T extends Number> void addInteger(
            SimpleModule module, Class<T> type, Function<String, T> parse, T least, T most) {
        addNumber(module, type, Kind.INTEGER, parse, (text, bounds) -> {
            try {
                parse.apply(text);
                return null;
            } catch (NumberFormatException tooLarge) {
                return outOfRange(bounds, least, most);
            }
        });
    }

    /** @param bounds of the field, which are those of its type as far as it states none */
    private static Refusal outOfRange(Map<String, Object> bounds, Number least, Number most) {
        var minimum = bounds.getOrDefault("minimum", least);
        var maximum = bounds.getOrDefault("maximum", most);
        return new Refusal(
                ViolationCode.OUT_OF_RANGE,
                Map.of("minimum", minimum, "maximum", maximum),
                Text.of("value.number-between", minimum, maximum));
    }

    /**
     * A number of at most two decimals, read exactly, without a binary fraction. Trailing zeros and an exponent make no
     * difference: 7.500 and 75e-1 are 7.5. The number is not written out: 1e999999999 would be a gigabyte of zeros.
     */
    private static Refusal decimal(String text, Map<String, Object> bounds) {
        BigDecimal number;
        try {
            number = new BigDecimal(text).stripTrailingZeros();
        } catch (ArithmeticException | NumberFormatException exponent) {
            return outOfRange(bounds, MOST.negate(), MOST);
        }
        if ((long) number.precision() - number.scale() > MOST.precision() - MOST.scale()) {
            return outOfRange(bounds, MOST.negate(), MOST);
        }
        return number.scale() <= DECIMALS
                ? null
                : new Refusal(ViolationCode.TOO_MANY_DECIMALS, Map.of("max", DECIMALS), Text.of("value.two-decimals"));
    }

    private static BigDecimal toDecimal(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.setScale(Math.max(number.scale(), 0));
    }

    static Refusal date(String text) {
        return ScalarFormats.isDate(text) ? null : format(Text.of("value.date-expected"));
    }

    private static Refusal moment(String text) {
        return ScalarFormats.isMoment(text) ? null : format(Text.of("value.moment-expected"));
    }

    private static Refusal uuid(String text) {
        return ScalarFormats.isUuid(text) ? null : format(Text.of("value.uuid-expected"));
    }

    private static Refusal format(Text detail) {
        return new Refusal(ViolationCode.WRONG_TYPE, Map.of(), detail);
    }

    private static Instant toInstant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
