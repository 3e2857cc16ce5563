package nl.doorlichting.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An environment writes its namespace into the expressions of alerts, which are valid afterwards too. */
@NeedsKubectl
class RenderedAlertsTest {
    static List<Overlay> overlays() {
        return Stream.concat(Overlay.all(), Stream.of(Overlay.HOSTED)).toList();
    }

    @Tag("acceptance")
    @ParameterizedTest
    @MethodSource("overlays")
    @EnabledIf("nl.doorlichting.kubernetes.Promtool#isThere")
    void promtoolAcceptsRules(Overlay overlay) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/alerts-of-overlays", overlay.name()));
        for (Manifest rules : overlay.manifests().ofKind("PrometheusRule").toList()) {
            Path file = Files.writeString(folder.resolve(rules.name() + ".yaml"), Yaml.text(rules.at("/spec")));
            Promtool.run("check", "rules", file.toString());
        }
    }
}
