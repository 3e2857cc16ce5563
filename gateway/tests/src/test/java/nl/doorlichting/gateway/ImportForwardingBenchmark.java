package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the check of its programmes and projects adds to a file of 50,000 rows that passes the gateway: the same file with
 * {@code strict=false}, in turn. The stub of the reporting service only receives it.
 */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ImportForwardingBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 50_000);
    private static final int PROJECTS = 2_000;
    private static final int ROUNDS = 15;
    private static final String HEADER =
            "programme,reference,projectId,period.from,period.until,targetGroup,reach.kind,"
                    + "reach.value,place.scope,place.municipalities,source\n";

    UpstreamStubs services;

    @TestHTTPResource
    URI gateway;

    @BeforeEach
    void servicesAnswer() {
        services.forgetAll();
        services.reporting().stubFor(post(anyUrl()).willReturn(created()));
        services.funding().stubFor(get("/v1/programmes/csv").willReturn(ok("id,code\r\n1,P\r\n")));
        var projects = IntStream.range(0, PROJECTS)
                .mapToObj(i -> new UUID(7, i) + ",a project with a name of some length")
                .collect(Collectors.joining("\r\n"));
        services.funding()
                .stubFor(get(urlPathEqualTo("/v1/projects/csv")).willReturn(ok("id,name\r\n" + projects + "\r\n")));
    }

    @Test
    void checkOfReferencesAddsLittle() throws Exception {
        var file = (HEADER
                        + IntStream.range(0, ROWS)
                                .mapToObj(ImportForwardingBenchmark::row)
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        var unchecked = new double[ROUNDS];
        var checked = new double[ROUNDS];
        for (int round = -5; round < ROUNDS; round++) {
            var without = send(file, "?strict=false");
            var with = send(file, "");
            if (round >= 0) {
                unchecked[round] = without;
                checked[round] = with;
            }
        }
        System.out.printf(
                "%n%,d rows (%.1f MB) of %,d projects pass the gateway in %.0f ms unchecked and %.0f ms checked (medians)%n",
                ROWS, file.length / 1e6, PROJECTS, median(unchecked), median(checked));
    }

    private double send(byte[] file, String query) throws Exception {
        // WireMock keeps every request.
        services.reporting().resetRequests();
        var request = HttpRequest.newBuilder(gateway.resolve("/v1/imports" + query))
                .header("Authorization", "Bearer " + TestIssuer.token(Role.RESEARCHER))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        var began = System.nanoTime();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        var taken = (System.nanoTime() - began) / 1e6;
        assertEquals(201, answer.statusCode(), answer.body());
        return taken;
    }

    private static String row(int i) {
        return "P,r" + i + "," + new UUID(7, i % PROJECTS) + ",2010-01-01,2011-01-01,YOUTH_AND_PUPILS,EXACT," + i % 500
                + ",MUNICIPAL,GM0363,a source of some length\n";
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
