package nl.doorlichting.api.json;

import java.util.Map;
import java.util.function.Supplier;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityKind;
import nl.doorlichting.platform.json.JsonObjectReader;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Reads a quantity: each kind has its own fields and no others. */
final class QuantityReader {
    private static final int TEXT_LENGTH = 500;

    private QuantityReader() {}

    static Quantity quantity(JsonObjectReader object) {
        var kind = object.enumeration("kind", QuantityKind.class);
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case EXACT -> exact(object);
            case APPROXIMATE -> approximate(object);
            case RANGE -> range(object);
            case AT_LEAST -> atLeast(object);
            case VAGUE -> vague(object);
            case NOT_MEASURED -> notMeasured(object);
        };
    }

    private static Quantity exact(JsonObjectReader object) {
        object.refuseOthersThan("kind", "value");
        var value = object.count("value", Quantity.MAXIMUM);
        return unlessFailed(object, () -> new Quantity.Exact(value));
    }

    private static Quantity approximate(JsonObjectReader object) {
        object.refuseOthersThan("kind", "value", "plusMinus");
        var value = object.count("value", Quantity.MAXIMUM);
        var plusMinus = object.optionalCount("plusMinus", Quantity.MAXIMUM);
        if (value != null && plusMinus != null && plusMinus > value) {
            var bound = Map.<String, Object>of("maximum", value);
            object.fail("plusMinus", ViolationCode.OUT_OF_RANGE, bound, Text.of("quantity.margin-too-wide"));
        }
        return unlessFailed(object, () -> new Quantity.Approximate(value, plusMinus));
    }

    private static Quantity range(JsonObjectReader object) {
        object.refuseOthersThan("kind", "minimum", "maximum");
        var minimum = object.count("minimum", Quantity.MAXIMUM);
        var maximum = object.count("maximum", Quantity.MAXIMUM);
        if (minimum != null && maximum != null && minimum > maximum) {
            var bound = Map.<String, Object>of("minimum", minimum);
            object.fail("maximum", ViolationCode.OUT_OF_RANGE, bound, Text.of("quantity.range-upside-down"));
        }
        return unlessFailed(object, () -> new Quantity.Range(minimum, maximum));
    }

    private static Quantity atLeast(JsonObjectReader object) {
        object.refuseOthersThan("kind", "value");
        var value = object.count("value", Quantity.MAXIMUM);
        return unlessFailed(object, () -> new Quantity.AtLeast(value));
    }

    private static Quantity vague(JsonObjectReader object) {
        object.refuseOthersThan("kind", "text");
        var text = object.text("text", TEXT_LENGTH);
        return unlessFailed(object, () -> new Quantity.Vague(text));
    }

    private static Quantity notMeasured(JsonObjectReader object) {
        object.refuseOthersThan("kind", "reason");
        var reason = object.text("reason", TEXT_LENGTH);
        return unlessFailed(object, () -> new Quantity.NotMeasured(reason));
    }

    private static Quantity unlessFailed(JsonObjectReader object, Supplier<Quantity> quantity) {
        return object.failed() ? null : quantity.get();
    }
}
