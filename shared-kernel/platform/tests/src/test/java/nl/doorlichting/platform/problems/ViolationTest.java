package nl.doorlichting.platform.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.doorlichting.platform.texts.Text;
import org.junit.jupiter.api.Test;

class ViolationTest {
    private static final Text DETAIL = Text.verbatim("a rule");

    @Test
    void namesCodesThatThereAre() {
        var known = List.of("A-1", "B-1");
        assertEquals(
                Map.of("value", "C", "allowed", known),
                Violation.unknownCode("/programme", "C", Optional.empty(), known, DETAIL)
                        .parameters());
        assertEquals(
                Map.of("value", "C", "allowed", known),
                Violation.unknownValue("programme", "C", known, DETAIL).parameters());
    }

    @Test
    void namesCodeThatIsMeantAlone() {
        assertEquals(
                Map.of("value", "a-1", "allowed", List.of("A-1")),
                Violation.unknownCode("/programme", "a-1", Optional.of("A-1"), List.of("A-1", "B-1"), DETAIL)
                        .parameters());
    }

    /** Some of many would look like all of them. */
    @Test
    void namesNoneOfTooManyCodes() {
        var most = IntStream.range(0, 200).mapToObj(number -> "P" + number).toList();
        var more = IntStream.range(0, 201).mapToObj(number -> "P" + number).toList();
        assertEquals(
                Map.of("value", "C", "allowed", most),
                Violation.unknownValue("programme", "C", most, DETAIL).parameters());
        for (var violation : List.of(
                Violation.unknownValue("programme", "C", more, DETAIL),
                Violation.unknownCode("/programme", "C", Optional.empty(), more, DETAIL))) {
            assertEquals(Map.of("value", "C"), violation.parameters());
        }
    }
}
