package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final RecordedTimeRules rules = new RecordedTimeRules(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30T12:00:00.000000001Z", "2999-01-01T00:00:00Z"})
    void refusesMomentInFutureAndNamesLastOne(String moment) {
        var found = rules.violations(null, Map.of("asOf", List.of(moment)));
        assertEquals(List.of("asOf"), found.stream().map(Violation::name).toList());
        assertEquals(ViolationCode.OUT_OF_RANGE, found.get(0).code());
        assertEquals(NOW, found.get(0).parameters().get("maximum"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30T12:00:00Z", "0000-01-01T00:00:00Z", "tomorrow", ""})
    void leavesPastAndWhatIsNoMomentToOtherChecks(String moment) {
        assertEquals(List.of(), rules.violations(null, Map.of("asOf", List.of(moment))));
    }

    @Test
    void leavesRequestsWithoutOrWithSeveral() {
        assertEquals(List.of(), rules.violations(null, Map.of()));
        var several = List.of("2999-01-01T00:00:00Z", "2999-01-01T00:00:00Z");
        assertEquals(List.of(), rules.violations(null, Map.of("asOf", several)));
    }
}
