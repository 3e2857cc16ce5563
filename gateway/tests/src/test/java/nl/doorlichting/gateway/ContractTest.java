package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.Answer;
import nl.doorlichting.platform.testing.contract.ContractDescriptions;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.edge.DocumentedSortFields;
import nl.doorlichting.platform.testing.files.SourceTree;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ContractTest {
    private static final String DOCUMENT = "/v1/openapi.json";

    @Test
    void isServedWithoutToken() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
        var etag = given().get(DOCUMENT)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", is("3.1.0"))
                .body("info.title", is("Doorlichting"))
                .body("info.version", is("1.0.0"))
                .body("info.contact.email", notNullValue())
                .body("servers[0].url", notNullValue())
                .extract()
                .header("ETag");
        given().header("If-None-Match", etag).get(DOCUMENT).then().statusCode(304);
    }

    /** So that a change of the contract is seen where changes are read. */
    @Test
    void isCommitted() throws IOException {
        assertEquals(
                -1,
                Files.mismatch(
                        SourceTree.MODULE.resolve("target/openapi/openapi.json"),
                        SourceTree.REPOSITORY.resolve("docs/openapi.json")),
                "the contract that was built is another than docs/openapi.json: commit it with"
                        + " `cp gateway/target/openapi/openapi.json docs/openapi.json`");
    }

    @Test
    void isServedAsCommitted() throws IOException {
        var mapper = new ObjectMapper();
        assertEquals(
                mapper.readTree(
                        SourceTree.REPOSITORY.resolve("docs/openapi.json").toFile()),
                mapper.readTree(given().get(DOCUMENT).asByteArray()));
    }

    @Test
    void describesEveryPart() {
        var descriptions = ContractDescriptions.ofApplication();
        assertEquals(Map.of(), descriptions.undescribed(), descriptions.shares());
    }

    /** A later version can add fields to an answer. */
    @Test
    void noSchemaOfAnswerRefusesFurtherFields() {
        assertEquals(List.of(), OpenApiContract.ofApplication().closedAnswers());
    }

    /** A generated client has a type for each name. */
    @Test
    void schemasOfOneShapeHaveOneName() {
        assertEquals(List.of(), OpenApiContract.ofApplication().schemasOfOneShape());
    }

    @Test
    void everyTagIsInOneGroupAndDescribedWithItsDutchTerm() {
        RestAssured.replaceFiltersWith(List.of());
        var document = given().get(DOCUMENT).jsonPath();
        List<String> grouped = document.getList("'x-tagGroups'.tags.flatten()");
        List<String> tags = document.getList("tags.name");
        assertEquals(tags.stream().sorted().toList(), grouped.stream().sorted().toList());
        document.getMap("tags.collectEntries { [it.name, it.description] }")
                .forEach((name, description) ->
                        assertTrue(description.toString().matches("[A-Z].*\\(.+\\).*\\."), name + ": " + description));
    }

    @Test
    void introductionNamesWhatItExplains() {
        RestAssured.replaceFiltersWith(List.of());
        var document = given().get(DOCUMENT).jsonPath();
        var introduction = document.getString("info.description");
        for (var role : Role.inRules()) {
            assertTrue(introduction.contains("`" + role + "`"), role);
        }
        assertEquals(
                ConfigProvider.getConfig().getValue("doorlichting.datasets.licence", String.class),
                document.getString("info.license.url"));
        Pattern.compile("`GET (/[a-z]+)[^`]*`")
                .matcher(introduction)
                .results()
                .map(path -> path.group(1))
                .forEach(path ->
                        assertTrue(OpenApiContract.ofApplication().operations().contains("GET /v1" + path), path));
    }

    @Test
    void listsAreSortedByDocumentedFields() throws IOException {
        // Data sets are made from releases, which the stub does not have here.
        var forwarded = new TreeSet<>(Set.of("GET /v1/datasets"));
        for (var service : Service.values()) {
            try (var document = service.document()) {
                forwarded.addAll(OpenApiContract.load(document).operations());
            }
        }
        assertEquals(Map.of(), DocumentedSortFields.differences(forwarded));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void holdsAllOperationsOfService(Service service) throws IOException {
        try (var document = service.document()) {
            var operations = OpenApiContract.load(document).operations();
            assertTrue(OpenApiContract.ofApplication().operations().containsAll(operations), service.jsonName());
        }
    }

    /** The stubbed responses match the document of the service. The service's own tests check that it matches too. */
    @ParameterizedTest
    @CsvSource({
        "FUNDING, budget, 200, /v1/budget-statistics",
        "REPORTING, reach, 200, /v1/reach-statistics",
        "TRAINING, reach, 200, /v1/training-statistics/reach",
        "TRAINING, trainings, 200, /v1/training-statistics",
        "TRAINING, trainings-by-year-and-profession, 200, /v1/training-statistics",
        "FUNDING, finances, 200, /v1/project-finances/01938f5a-0000-7000-8000-0000000000aa",
        "FUNDING, project, 200, /v1/projects/01938f5a-0000-7000-8000-0000000000aa",
        "FUNDING, parts, 200, /v1/projects",
        "REPORTING, records, 200, /v1/project-records/01938f5a-0000-7000-8000-0000000000aa",
        "REPORTING, reach-sums, 200, /v1/project-records/01938f5a-0000-7000-8000-0000000000aa/reach-sums",
        "TRAINING, project-trainings, 200, /v1/training-statistics",
        "REPORTING, effects, 200, /v1/effect-statistics",
        "REPORTING, releases, 200, /v1/releases",
        "TRAINING, ratings, 200, /v1/training-statistics/ratings",
        "TRAINING, refusal, 400, /v1/training-statistics",
    })
    void expectsWhatTheServiceDocuments(Service service, String file, int status, String path) throws IOException {
        var body = UpstreamStubs.expected(service.jsonName() + "/" + file).getBytes(StandardCharsets.UTF_8);
        var type = status == 200 ? "application/json" : "application/problem+json";
        var headers = new HashMap<>(Map.of(
                "Content-Type", List.of(type),
                "API-Version", List.of("1.0.0"),
                "Cache-Control", List.of("no-store"),
                "Content-Language", List.of("en"),
                "Vary", List.of("accept")));
        if (path.equals("/v1/releases") || path.startsWith("/v1/projects/")) {
            headers.put("ETag", List.of("\"1\""));
        }
        try (var document = service.document()) {
            OpenApiContract.load(document).verify(new Answer("GET", path, status, headers, body));
        }
    }

    @Test
    void servesExactlyTheDocumentedOperations() throws IOException {
        var served = new TreeSet<>(ServedOperations.ofApplication());
        for (var service : Service.values()) {
            try (var document = service.document()) {
                served.addAll(OpenApiContract.load(document).operations());
            }
        }
        var expected = new TreeSet<>(OpenApiContract.ofApplication().operations());
        expected.addAll(ReferencePageTest.OPERATIONS);
        expected.addAll(ReviewPageTest.OPERATIONS);
        assertEquals(expected, served);
    }
}
