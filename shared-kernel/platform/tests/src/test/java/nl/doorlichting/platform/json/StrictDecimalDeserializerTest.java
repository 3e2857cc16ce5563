package nl.doorlichting.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictDecimalDeserializerTest {
    record Mark(BigDecimal mean) {}

    record Share(@PositiveOrZero @Max(100) BigDecimal mean) {}

    private static final StrictJson JSON =
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "7.5, 7.5",
        "8, 8",
        "10, 10",
        "7.50, 7.5",
        "7.500, 7.5",
        "75e-1, 7.5",
        "1e1, 10",
        "0.1, 0.1",
        "-1.25, -1.25",
        "0e99, 0",
        "999999999999.99, 999999999999.99"
    })
    void readsNumberAsWritten(String written, BigDecimal number) throws IOException {
        assertEquals(number, read(written).mean());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'\"7.5\"', WRONG_TYPE",
        "true, WRONG_TYPE",
        "[7.5], WRONG_TYPE",
        "{}, WRONG_TYPE",
        "7.555, TOO_MANY_DECIMALS",
        "1e-999999999, TOO_MANY_DECIMALS",
        "1000000000000, OUT_OF_RANGE",
        "1e999999999, OUT_OF_RANGE",
        "1e99999999999, OUT_OF_RANGE"
    })
    void rejectsOtherValuesAtTheirPointer(String written, String code) {
        var thrown = assertThrows(ProblemException.class, () -> read(written));
        assertEquals(1, thrown.violations().size(), thrown.violations()::toString);
        assertEquals("/mean", thrown.violations().get(0).pointer());
        assertEquals(code, thrown.violations().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "-1000000000000", "1e999999999", "1e99999999999"})
    void statesBoundsOfFieldOrOfEveryNumber(String written) {
        assertEquals(
                Map.of("minimum", new BigDecimal("-999999999999.99"), "maximum", new BigDecimal("999999999999.99")),
                boundsOf(written, Mark.class));
        assertEquals(Map.of("minimum", 0, "maximum", 100L), boundsOf(written, Share.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "101"})
    void statesBothBoundsOfField(String written) {
        assertEquals(Map.of("minimum", 0, "maximum", 100L), boundsOf(written, Share.class));
    }

    private static Map<String, Object> boundsOf(String written, Class<?> type) {
        var thrown = assertThrows(ProblemException.class, () -> read(written, type));
        assertEquals("OUT_OF_RANGE", thrown.violations().get(0).code());
        return thrown.violations().get(0).parameters();
    }

    private static Mark read(String written) throws IOException {
        return (Mark) read(written, Mark.class);
    }

    private static Object read(String written, Class<?> type) throws IOException {
        var body = ("{\"mean\":" + written + "}").getBytes(StandardCharsets.UTF_8);
        return JSON.read(new ByteArrayInputStream(body), type);
    }
}
