package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(DatasetTest.Published.class)
class DatasetTest {
    private static final String ADDRESS = "https://doorlichting.example";
    private static final String DATASET = "/v1/datasets/APR-2007-2011";
    private static final String RELEASES = "/v1/releases";
    private static final String RELEASE = UpstreamStubs.expected("reporting-service/latest-release");
    private static final String LATEST = "/v1/releases/0198a000-0000-7000-8000-000000000003";

    /**
     * What an operator configures before harvesters read the catalogue and pages of other origins the API, and the commit that
     * an image states.
     */
    public static final class Published implements QuarkusTestProfile {
        static final String COMMIT = "4e940780c0ffee";

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PageServer.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "doorlichting.datasets.address",
                    ADDRESS,
                    "doorlichting.datasets.contact-email",
                    "cijfers@doorlichting.example",
                    "doorlichting.commit",
                    COMMIT);
        }
    }

    UpstreamStubs services;

    @BeforeAll
    static void contract() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @BeforeEach
    void hasReleases() {
        services.forgetAll();
        services.reporting()
                .stubFor(get(urlPathEqualTo(RELEASES))
                        .withQueryParam("programme", equalTo("APR-2007-2011"))
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/releases"))));
        latest(RELEASE);
    }

    private void latest(String release) {
        services.reporting()
                .stubFor(get(urlPathEqualTo(RELEASES + "/latest"))
                        .withQueryParam("programme", equalTo("APR-2007-2011"))
                        .willReturn(okJson(release)));
    }

    @Test
    void describesDatasetFromItsReleases() {
        given().get(DATASET)
                .then()
                .statusCode(200)
                .body("id", is("APR-2007-2011"))
                .body("latest.name", is("2026-2"))
                .body("latest.file", is(LATEST + "/file"))
                .body("licence", startsWith("http://creativecommons.org/"))
                .body("firstReleased", is("2026-01-10T09:00:00Z"))
                .body("dataModified", is("2026-02-10T09:00:00Z"))
                .body("structureModified", is("2026-02-10T09:00:00Z"))
                .body("nextRelease", nullValue())
                .body("codelists", contains("/v1/codelists/reach-sources", "/v1/codelists/target-groups"))
                .body("tables.name", contains("reach-by-period-and-target-group", "effects-by-track"))
                .body("tables[0].dimensions.name", contains("source", "period", "targetGroup"))
                .body("tables[0].measures[0].unitEnglish", is("participations"))
                .body("tables[0].csv", endsWith("/reach-by-period-and-target-group/csv"))
                .body("tables[1].csv", nullValue())
                .body("revisionPolicyEnglish", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {DATASET, "/v1/datasets/dcat"})
    void isUnchangedUntilNextRelease(String path) {
        var etag = given().get(path).then().statusCode(200).extract().header("ETag");
        services.reporting().resetRequests();
        given().header("If-None-Match", etag).get(path).then().statusCode(304).header("ETag", etag);
        services.reporting().verify(1, getRequestedFor(urlPathEqualTo(RELEASES + "/latest")));
        services.reporting().verify(0, getRequestedFor(urlPathEqualTo(RELEASES)));
        latest(RELEASE.replace("\"2026-2\"", "\"2026-3\""));
        given().header("If-None-Match", etag).get(path).then().statusCode(200);
    }

    @Test
    void listsDatasetsThatHaveReleases() {
        given().get("/v1/datasets").then().statusCode(200).body("items.id", contains("APR-2007-2011"));
        services.reporting().stubFor(get(urlPathEqualTo(RELEASES)).willReturn(okJson("{\"items\":[]}")));
        services.reporting().stubFor(get(urlPathEqualTo(RELEASES + "/latest")).willReturn(status(404)));
        given().get("/v1/datasets").then().statusCode(200).body("items", empty());
        given().get(DATASET).then().statusCode(404).body("allowed", empty());
    }

    /** Read as triples, without the address of the document, as a harvester may do. */
    @Test
    void catalogueHasWhatHarvestersRequire() {
        var catalogue = catalogue(given().get("/v1/datasets/dcat")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .extract()
                .asString());
        assertEquals("", violations(catalogue));
        var dataset = catalogue.getResource(ADDRESS + DATASET);
        assertEquals("APR-2007-2011", dataset.getProperty(DCTerms.identifier).getString());
        assertEquals(
                "2026-02-10T09:00:00Z", dataset.getProperty(DCTerms.modified).getString());
        assertEquals(
                Set.of(
                        ADDRESS + LATEST + "/tables/reach-by-period-and-target-group/csv",
                        ADDRESS + LATEST + "/tables/reach-by-period-and-target-group/json-stat"),
                catalogue.listObjectsOfProperty(DCAT.accessURL).toList().stream()
                        .map(url -> url.asResource().getURI())
                        .collect(Collectors.toSet()));
    }

    /** Proves that the validation above can fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dct:title",
                "dct:description",
                "dct:publisher",
                "dcat:contactPoint",
                "dct:identifier",
                "dcat:theme",
                "dct:license",
                "dct:modified",
                "dcat:accessURL",
                "dcat:mediaType",
                "dct:language",
                "@base"
            })
    void findsWhatHarvestersMiss(String property) {
        var complete = given().get("/v1/datasets/dcat").asString();
        var without = complete.replace('"' + property + '"', "\"unknown\"");
        assertNotEquals(complete, without);
        assertNotEquals("", violations(catalogue(without)));
    }

    private static Model catalogue(String jsonLd) {
        var model = ModelFactory.createDefaultModel();
        RDFParser.fromString(jsonLd, Lang.JSONLD11)
                .base("https://elsewhere.example/")
                .parse(model);
        return model;
    }

    private static String violations(Model catalogue) {
        var shapes = Shapes.parse(RDFDataMgr.loadGraph("dcat/required.ttl"));
        return ShaclValidator.get().validate(shapes, catalogue.getGraph()).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/datasets/unknown", "/v1/datasets/APR"})
    void returns404ForUnknownDataset(String path) {
        given().get(path).then().statusCode(404).body("allowed", contains("APR-2007-2011"));
    }

    @Test
    void returns503WhileReleasesCannotBeRead() {
        services.reporting().stubFor(get(urlPathMatching(RELEASES + ".*")).willReturn(status(503)));
        given().get(DATASET).then().statusCode(503);
        given().get("/v1/datasets/dcat").then().statusCode(503);
        given().get("/v1/datasets").then().statusCode(503);
    }
}
