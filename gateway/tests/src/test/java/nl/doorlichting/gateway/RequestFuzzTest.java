package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.access.AuthorizationFuzz;
import nl.doorlichting.platform.testing.access.OrganisationRecords;
import nl.doorlichting.platform.testing.fuzzing.RequestFuzz;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Fuzzes the gateway's own operations and the forwarding of others. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class RequestFuzzTest {
    UpstreamStubs services;

    @BeforeEach
    void allAnswer() {
        services.forgetAll();
        Stream.of(services.funding(), services.training(), services.reporting())
                .forEach(service -> service.stubFor(any(anyUrl()).willReturn(okJson("{}"))));
        stub(services.funding(), "/v1/budget-statistics", "funding-service/budget");
        stub(services.funding(), "/v1/budget-statistics/projects", "funding-service/project-money");
        stub(services.reporting(), "/v1/reach-statistics/projects", "reporting-service/project-reach");
        stub(services.reporting(), "/v1/lessons", "reporting-service/lessons");
        stub(services.funding(), "/v1/project-finances/[^/]+", "funding-service/finances");
        stub(services.funding(), "/v1/projects", "funding-service/parts");
        stub(services.funding(), "/v1/projects/[^/]+", "funding-service/project");
        stub(services.training(), "/v1/training-statistics", "training-service/trainings");
        // A dossier has a project and no dimension.
        services.training()
                .stubFor(any(urlPathMatching("/v1/training-statistics"))
                        .withQueryParam("by", absent())
                        .willReturn(okJson(UpstreamStubs.expected("training-service/project-trainings"))));
        stub(services.training(), "/v1/training-statistics/reach", "training-service/reach");
        stub(services.training(), "/v1/training-statistics/ratings", "training-service/ratings");
        stub(services.reporting(), "/v1/reach-statistics", "reporting-service/reach");
        services.reporting()
                .stubFor(any(urlPathMatching("/v1/reach-statistics/csv")).willReturn(ok("part,source\n")));
        services.training()
                .stubFor(any(urlPathMatching("/v1/training-statistics/reach/csv"))
                        .willReturn(ok("part,source\n")));
        stub(services.reporting(), "/v1/effect-statistics", "reporting-service/effects");
        stub(services.reporting(), "/v1/releases", "reporting-service/releases");
        stub(services.reporting(), "/v1/releases/latest", "reporting-service/latest-release");
        stub(services.reporting(), "/v1/project-records/[^/]+", "reporting-service/records");
        stub(services.reporting(), "/v1/project-records/[^/]+/reach-sums", "reporting-service/reach-sums");
        stub(services.reporting(), "/v1/claims", "reporting-service/claims");
        stub(services.reporting(), "/v1/claims/[^/]+", "reporting-service/claim");
        stub(services.funding(), "/v1/funding-quality", "funding-service/quality");
        stub(services.training(), "/v1/training-quality", "training-service/quality");
        stub(services.reporting(), "/v1/reporting-quality", "reporting-service/quality");
    }

    @TestFactory
    Stream<DynamicTest> noRequestIsAnsweredWithAFault() {
        var known = new OrganisationRecords(
                "NOBODYS",
                Map.of("projects", UUID.randomUUID().toString()),
                Map.of(),
                Map.of("programme", "APR-2007-2011", "municipality", "GM0988", "province", "PV31"),
                Map.of(),
                Set.of());
        return RequestFuzz.ofApplication(known, 1, 2);
    }

    @TestFactory
    Stream<DynamicTest> changedTokenIsNotAccepted() {
        return AuthorizationFuzz.ofApplication(1, 2);
    }

    private static void stub(WireMockServer service, String path, String expectation) {
        service.stubFor(any(urlPathMatching(path)).willReturn(okJson(UpstreamStubs.expected(expectation))));
    }
}
