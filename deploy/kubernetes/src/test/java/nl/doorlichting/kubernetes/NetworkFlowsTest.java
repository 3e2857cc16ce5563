package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exactly the flows of the runbook's table are open. */
@NeedsKubectl
class NetworkFlowsTest {

    static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void openFlowsAreThoseOfRunbook(Overlay overlay) throws IOException {
        assertEquals(lines(expected(overlay)), lines(open(overlay.manifests())));
    }

    /** OpenShift's name servers listen on another port. */
    private static Set<NetworkFlow> expected(Overlay overlay) throws IOException {
        Set<NetworkFlow> table = new TreeSet<>();
        for (NetworkFlow flow : RunbookFlowTable.read()) {
            boolean moved = overlay.name().endsWith("openshift") && flow.port().matches("53(/UDP)?");
            table.add(
                    moved ? new NetworkFlow(flow.from(), flow.to(), flow.port().replace("53", "5353")) : flow);
        }
        return table;
    }

    private static Set<NetworkFlow> open(Manifests manifests) {
        Set<NetworkFlow> open = new NetworkGraph(manifests, NetworkPeers.of(manifests)).open();
        // Every pod of ours may look up names, unknown ones too. The table has only the known pods.
        return open.stream()
                .filter(flow -> !flow.from().startsWith("a stray") || !flow.to().equals("name servers"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lines(Set<NetworkFlow> flows) {
        return flows.stream().map(NetworkFlow::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void opensFlowsWithoutDenyAll() {
        Manifests manifests = Overlay.PRODUCTION.manifests();
        Set<NetworkFlow> open = open(without(manifests, "deny-all"));
        assertTrue(open.contains(new NetworkFlow("the internet", "funding-migration", "8080")));
    }

    @Test
    void closesFlowWithoutItsPolicy() {
        Set<NetworkFlow> open = open(without(Overlay.PRODUCTION.manifests(), "funding-to-its-database"));
        assertTrue(open.stream()
                .noneMatch(flow ->
                        flow.from().equals("funding-service") && flow.to().equals("funding-database")));
    }

    private static Manifests without(Manifests manifests, String policy) {
        return new Manifests(manifests.all().stream()
                .filter(manifest -> !manifest.name().equals(policy))
                .toList());
    }
}
