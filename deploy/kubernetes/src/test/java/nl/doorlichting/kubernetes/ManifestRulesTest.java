package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay renders and satisfies every rule. */
@NeedsKubectl
class ManifestRulesTest {

    static Stream<Arguments> overlaysAndRules() {
        return Overlay.all()
                .flatMap(overlay -> ManifestRules.ALL.keySet().stream().sorted().map(rule -> arguments(overlay, rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("overlaysAndRules")
    void overlayKeepsRule(Overlay overlay, String rule) {
        assertEquals(
                "", ManifestRules.ALL.get(rule).breaches(overlay.manifests()).collect(Collectors.joining("\n")));
    }
}
