package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.testing.OpenApiContract;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The examples of the document. {@code ExamplesIT} of {@code deploy/local} records them. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ContractExamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/examples");

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
