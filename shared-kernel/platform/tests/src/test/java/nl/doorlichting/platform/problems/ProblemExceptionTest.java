package nl.doorlichting.platform.problems;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;

class ProblemExceptionTest {
    private static final Text DETAIL = Text.verbatim("a rule");

    @Test
    void sortsViolationsByPartPlaceAndCode() {
        var refusal = ProblemException.violations(List.of(
                Violation.body("/b", ViolationCode.REQUIRED, DETAIL),
                Violation.body("/a", ViolationCode.WRONG_TYPE, DETAIL),
                Violation.body("/a", ViolationCode.NOT_ALLOWED, DETAIL),
                Violation.parameter(Violation.In.HEADER, "x", ViolationCode.REQUIRED, Map.of(), DETAIL),
                Violation.query("y", ViolationCode.REQUIRED, Map.of(), DETAIL),
                Violation.query("x", ViolationCode.REQUIRED, Map.of(), DETAIL),
                Violation.parameter(Violation.In.PATH, "z", ViolationCode.WRONG_TYPE, Map.of(), DETAIL)));
        assertEquals(
                List.of(
                        "path z WRONG_TYPE",
                        "query x REQUIRED",
                        "query y REQUIRED",
                        "header x REQUIRED",
                        "body /a NOT_ALLOWED",
                        "body /a WRONG_TYPE",
                        "body /b REQUIRED"),
                texts(refusal));
    }

    @Test
    void reportsUnknownReferencesTogether() {
        var refusal = assertThrows(
                ProblemException.class, () -> ProblemException.together(unknown("/b"), () -> {}, unknown("/a")));
        assertEquals(ProblemType.REFERENCE_UNKNOWN, refusal.type());
        assertEquals(List.of("body /a REFERENCE_UNKNOWN", "body /b REFERENCE_UNKNOWN"), texts(refusal));
        assertEquals("The request breaks 2 rules.", refusal.detail().toString());
    }

    @Test
    void reportsBrokenRulesWithUnknownReferences() {
        var refusal =
                assertThrows(ProblemException.class, () -> ProblemException.together(unknown("/a"), broken("/b")));
        assertEquals(ProblemType.VALIDATION_FAILED, refusal.type());
        assertEquals(List.of("body /a REFERENCE_UNKNOWN", "body /b NOT_ALLOWED"), texts(refusal));
    }

    @Test
    void notesWhatChecksRefuseWithoutOtherReasons() {
        Runnable taken = () -> {
            throw ProblemException.alreadyExists(DETAIL, "/v1/x");
        };
        var noted = ProblemException.noted(unknown("/b"), taken, () -> {}, broken("/a"));
        assertEquals(List.of("/b", "/a"), noted.stream().map(Violation::pointer).toList());
    }

    @Test
    void reportsAnotherReasonAlone() {
        Runnable taken = () -> {
            throw ProblemException.alreadyExists(DETAIL, "/v1/x");
        };
        var alone = assertThrows(ProblemException.class, () -> ProblemException.together(taken, unknown("/a")));
        assertEquals(ProblemType.ALREADY_EXISTS, alone.type());
        var after = assertThrows(ProblemException.class, () -> ProblemException.together(unknown("/a"), taken));
        assertEquals(List.of("body /a REFERENCE_UNKNOWN"), texts(after));
        assertDoesNotThrow(() -> ProblemException.together(() -> {}));
    }

    private static Runnable unknown(String pointer) {
        return () -> {
            throw ProblemException.unknownReference(pointer, DETAIL);
        };
    }

    private static Runnable broken(String pointer) {
        return () -> {
            throw ProblemException.violation(Violation.body(pointer, ViolationCode.NOT_ALLOWED, DETAIL));
        };
    }

    private static List<String> texts(ProblemException refusal) {
        return refusal.violations().stream()
                .map(one -> one.in() + " " + (one.pointer() == null ? one.name() : one.pointer()) + " " + one.code())
                .toList();
    }
}
