package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.files.SourceTree;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** The examples of the document. {@code ExamplesIT} of {@code deploy/local} records them. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ContractExamplesTest {
    private static final Path FOLDER = SourceTree.MODULE.resolve("src/main/resources/examples");

    @Test
    void everyExampleIsValid() {
        assertEquals(List.of(), OpenApiContract.ofApplication().invalidExamples());
    }

    @Test
    void everyBodyHasExample() {
        assertEquals(List.of(), OpenApiContract.ofApplication().withoutExample());
    }

    @Test
    void everyExampleBelongsToOperation() throws IOException {
        assertEquals(OpenApiContract.ofApplication().operationIds(), namesIn(FOLDER));
    }

    /** A mock server prefers an example of the schema to those of the answer. */
    @Test
    void noSchemaOfErrorHasExampleOfItsOwn() {
        assertFalse(document().at("/components/schemas/Problem").has("examples"));
    }

    @Test
    void firstExampleOfEachListIsItsLastPage() {
        var examples = document().at("/components/examples");
        var more = new TreeSet<String>();
        examples.properties().forEach(example -> {
            var value = example.getValue().path("value");
            if (example.getKey().endsWith("-answer-more")) {
                more.add(example.getKey());
                assertTrue(value.path("nextCursor").isTextual(), example.getKey());
            } else if (value.has("nextCursor")) {
                assertTrue(value.get("nextCursor").isNull(), example.getKey());
                assertTrue(value.at("/links/next").isNull(), example.getKey());
            }
        });
        assertFalse(more.isEmpty());
    }

    @Test
    void reportOfReachHasExamplesOfWhatIsMissing() {
        var examples = document().at("/components/examples");
        assertFalse(examples.at("/getReachReport-answer-partial/value/complete").asBoolean(true));
        assertFalse(examples.at("/getReachReport-answer-unallocated/value/unallocated")
                .isEmpty());
        assertFalse(examples.at("/unavailable/value/missing").isEmpty());
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(given().get("/v1/openapi.json").asByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyProblemHasExample() throws IOException {
        var problems = Stream.of(ProblemType.values()).map(ProblemType::slug).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(problems), namesIn(FOLDER.resolve("problems")));
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
