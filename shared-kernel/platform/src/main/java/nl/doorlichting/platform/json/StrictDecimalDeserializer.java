package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import nl.doorlichting.platform.json.StrictScalarDeserializer.Refusal;
import nl.doorlichting.platform.problems.ViolationCode;

/**
 * Reads a JSON number of at most two decimals exactly, without a binary fraction. Trailing zeros and an exponent make
 * no difference: 7.500 and 75e-1 are 7.5.
 */
final class StrictDecimalDeserializer extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int DECIMALS = 2;
    private static final int DIGITS_BEFORE_POINT = 12;

    StrictDecimalDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            refuse(parser, context, new Refusal(ViolationCode.WRONG_TYPE, Map.of(), "A number is expected."));
            parser.skipChildren();
            return null;
        }
        var number = number(parser.getText());
        var refusal = refusal(number);
        if (refusal == null) {
            return number.setScale(Math.max(number.scale(), 0));
        }
        refuse(parser, context, refusal);
        return null;
    }

    /** Without zeros at the end; null for an exponent beyond any number of the contract. */
    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros();
        } catch (ArithmeticException | NumberFormatException exponent) {
            return null;
        }
    }

    // Asks the scale and writes nothing out: 1e999999999 would be a gigabyte of zeros.
    private static Refusal refusal(BigDecimal number) {
        if (number == null || (long) number.precision() - number.scale() > DIGITS_BEFORE_POINT) {
            return new Refusal(ViolationCode.OUT_OF_RANGE, Map.of(), "The number is too large.");
        }
        return number.scale() <= DECIMALS
                ? null
                : new Refusal(ViolationCode.TOO_MANY_DECIMALS, Map.of("max", DECIMALS), "At most two decimals.");
    }

    private static void refuse(JsonParser parser, DeserializationContext context, Refusal refusal) {
        BindingViolations.of(context)
                .add(BindingViolations.pointer(parser), refusal.code(), refusal.parameters(), refusal.detail());
    }
}
