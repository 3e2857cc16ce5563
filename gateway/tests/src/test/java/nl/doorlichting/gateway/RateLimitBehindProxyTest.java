package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** Behind a trusted proxy the address is that of the proxy's client. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(RateLimitBehindProxyTest.TrustedProxy.class)
class RateLimitBehindProxyTest {
    public static class TrustedProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "doorlichting.rate-limit", "1",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1");
        }
    }

    @Test
    void countsByAddressThatTheProxyForwards() {
        assertEquals(0, refused(IntStream.range(0, 20).mapToObj(i -> "192.0.2." + i)));
        assertEquals(0, refused(IntStream.range(0, 20).mapToObj(i -> "2001:db8:0:" + i + "::1")));
        assertTrue(refused(Stream.generate(() -> "198.51.100.1").limit(20)) >= 10);
    }

    /** A client with an IPv6 address has its whole network, with an address for each request. */
    @Test
    void countsIpv6NetworkAsOneClient() {
        assertTrue(refused(IntStream.range(0, 20).mapToObj(i -> "2001:db8:1:1::" + i)) >= 10);
    }

    private static long refused(Stream<String> addresses) {
        return addresses
                .map(address -> given().header("X-Forwarded-For", address).get("/v1/me"))
                .filter(answer -> answer.statusCode() == 429)
                .count();
    }
}
