package nl.doorlichting.api.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Refuses {@code asOf} in the future, for every operation that takes it: what is recorded until then is not known yet, so a later
 * request with the same parameters would have another answer.
 */
@ApplicationScoped
class RecordedTimeRules implements ParameterRules {
    private static final String AS_OF = "asOf";

    private final Clock clock;

    RecordedTimeRules(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        var given = query.getOrDefault(AS_OF, List.of());
        var now = clock.instant();
        if (given.size() != 1
                || !ScalarFormats.isInstant(given.get(0))
                || !Instant.parse(given.get(0)).isAfter(now)) {
            return List.of();
        }
        return List.of(Violation.query(
                AS_OF, ViolationCode.OUT_OF_RANGE, Map.of("maximum", now), Text.of("figures.as-of-in-future")));
    }
}
