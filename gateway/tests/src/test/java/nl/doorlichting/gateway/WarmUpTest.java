package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import nl.doorlichting.platform.warmup.WarmUp;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UpstreamStubs.class)
class WarmUpTest {
    UpstreamStubs services;

    @Inject
    @All
    List<WarmUp> work;

    @Test
    void makesReportsWithoutAskingAnyService() throws Exception {
        services.forgetAll();
        assertEquals(1, work.size());
        for (var turn = 0; turn < 3; turn++) {
            work.get(0).once();
        }
        for (var service : List.of(services.funding(), services.training(), services.reporting())) {
            assertEquals(List.of(), service.findAll(anyRequestedFor(anyUrl())));
        }
    }
}
