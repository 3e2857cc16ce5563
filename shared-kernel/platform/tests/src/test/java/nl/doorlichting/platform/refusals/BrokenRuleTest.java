package nl.doorlichting.platform.refusals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;

class BrokenRuleTest {
    private static final Text WHY = Text.verbatim("Jan Jansen");

    @Test
    void hasCodeAndPlaceAndNoValue() {
        assertEquals(
                "REFERENCE_UNKNOWN /projects/3/projectId",
                BrokenRule.of(Violation.body(
                        "/projects/3/projectId", ViolationCode.REFERENCE_UNKNOWN, Map.of("value", "Jan"), WHY)));
        assertEquals(
                "REQUIRED If-Match",
                BrokenRule.of(
                        Violation.parameter(Violation.In.HEADER, "If-Match", ViolationCode.REQUIRED, Map.of(), WHY)));
        assertEquals("REQUIRED", BrokenRule.of(Violation.body("", ViolationCode.REQUIRED, WHY)));
    }

    /** A name that is none of ours may be that of a person. */
    @Test
    void hasNoNameThatCallerMadeUp() {
        for (var code : List.of(
                ViolationCode.UNKNOWN_FIELD,
                ViolationCode.MALFORMED_JSON,
                ViolationCode.INVALID_CHARACTER,
                ViolationCode.TOO_COMPLEX)) {
            assertEquals(code, BrokenRule.of(Violation.body("/JanJansen", code, WHY)));
        }
        assertEquals(
                "UNKNOWN_PARAMETER",
                BrokenRule.of(Violation.query("JanJansen", ViolationCode.UNKNOWN_PARAMETER, Map.of(), WHY)));
        assertEquals("WRONG_TYPE", BrokenRule.of(Violation.body("/jan@example.org", ViolationCode.WRONG_TYPE, WHY)));
    }

    @Test
    void isReadFromHeaderOnlyInItsForm() {
        for (var one : List.of("REQUIRED", "REQUIRED /a/0/bC", "REQUIRED If-Match")) {
            assertTrue(BrokenRule.isOne(one), one);
        }
        for (var none : List.of("", "required", "REQUIRED ", "REQUIRED /a@b", "REQUIRED /a /b", "REQUIRED a b")) {
            assertFalse(BrokenRule.isOne(none), none);
        }
    }

    @Test
    void headerHasFirstTwentyOfThem() {
        var found = IntStream.range(0, 30)
                .mapToObj(i -> Violation.body("/projects/" + i, ViolationCode.REFERENCE_UNKNOWN, WHY))
                .toList();
        assertEquals(BrokenRule.MOST, GatewayRefusal.header(found).split(BrokenRule.SEPARATOR).length);
    }
}
