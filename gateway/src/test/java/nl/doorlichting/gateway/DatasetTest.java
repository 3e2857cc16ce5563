package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import nl.doorlichting.platform.testing.ContractFilter;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class DatasetTest {
    private static final String DATASET = "/v1/datasets/APR-2007-2011";
    private static final String RELEASES = "/v1/releases";
    private static final String LATEST = "/v1/releases/0198a000-0000-7000-8000-000000000003";

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

    @Test
    void isUnchangedUntilNextRelease() {
        var etag = given().get(DATASET).then().extract().header("ETag");
        given().header("If-None-Match", etag).get(DATASET).then().statusCode(304);
    }

    @Test
    void listsDatasetsThatHaveReleases() {
        given().get("/v1/datasets").then().statusCode(200).body("items.id", contains("APR-2007-2011"));
        services.reporting().stubFor(get(urlPathEqualTo(RELEASES)).willReturn(okJson("{\"items\":[]}")));
        given().get("/v1/datasets").then().statusCode(200).body("items", empty());
        given().get(DATASET).then().statusCode(404);
    }

    @Test
    void catalogueIsDcat() {
        given().get("/v1/datasets/dcat")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@type'", is("dcat:Catalog"))
                .body("'@context'.dcat", is("http://www.w3.org/ns/dcat#"))
                .body("'dcat:dataset'.size()", is(1))
                .body("'dcat:dataset'[0].'dct:identifier'", is("APR-2007-2011"))
                .body("'dcat:dataset'[0].'dct:modified'.'@value'", is("2026-02-10T09:00:00Z"))
                .body(
                        "'dcat:dataset'[0].'dcat:distribution'.'dcat:accessURL'.'@id'",
                        contains(
                                LATEST + "/tables/reach-by-period-and-target-group/csv",
                                LATEST + "/tables/reach-by-period-and-target-group/json-stat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/datasets/unknown", "/v1/datasets/APR"})
    void returns404ForUnknownDataset(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void returns503WhileReleasesCannotBeRead() {
        services.reporting().stubFor(get(urlPathEqualTo(RELEASES)).willReturn(status(503)));
        given().get(DATASET).then().statusCode(503);
        given().get("/v1/datasets").then().statusCode(503);
    }
}
