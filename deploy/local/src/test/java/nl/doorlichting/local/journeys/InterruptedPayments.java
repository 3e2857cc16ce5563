package nl.doorlichting.local.journeys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.LauncherRun;

/** Payments of one award, each with an idempotency key of its own. The funding service is killed while they are made. */
final class InterruptedPayments {
    private static final int PAYMENTS = 200;
    private static final int BEFORE_THE_KILL = 80;
    private static final String EURO = "{\"amount\":\"%s\",\"currency\":\"EUR\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String award;

    InterruptedPayments(GatewayClient gateway) throws Exception {
        award = award(gateway);
    }

    void makeUntilKilled(LauncherRun launcher) throws InterruptedException {
        int made = payUntilKilled(launcher);
        assertTrue(made >= BEFORE_THE_KILL && made < PAYMENTS, () -> made + " payments were answered");
    }

    /** Repeats all payments under their keys. Each exists once afterwards. */
    void repeat(LauncherRun launcher) throws Exception {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < PAYMENTS; number++) {
            HttpRequest payment = payment(launcher.run(), number);
            var answer = await().atMost(Duration.ofMinutes(1))
                    .until(() -> client.send(payment, BodyHandlers.ofString()), sent -> sent.statusCode() != 503);
            assertEquals(201, answer.statusCode(), answer.body());
            ids.add(Json.read(answer.body()).path("id").asText());
        }
        assertEquals(PAYMENTS, ids.size());
        assertStored(new GatewayClient(launcher.run()));
    }

    private void assertStored(GatewayClient gateway) throws Exception {
        JsonNode list = gateway.get(200, "/v1/awards/" + award + "/disbursements", "GRANT_OFFICER");
        assertEquals(PAYMENTS, list.at("/total/value").asInt());
        JsonNode stored = gateway.get(200, "/v1/awards/" + award, "GRANT_OFFICER");
        assertEquals(PAYMENTS + ".00", stored.at("/reserved/amount").asText());
        assertEquals("0.00", stored.at("/left/amount").asText());
    }

    /** The number of payments with a response before the service ended. */
    private int payUntilKilled(LauncherRun launcher) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        ProcessHandle service = launcher.service(Application.FUNDING_SERVICE);
        JsonNode run = launcher.run();
        var threads = Executors.newFixedThreadPool(8);
        for (int thread = 0; thread < 8; thread++) {
            threads.execute(() -> {
                for (int number = next.getAndIncrement(); number < PAYMENTS; number = next.getAndIncrement()) {
                    if (isMade(payment(run, number)) && made.incrementAndGet() == BEFORE_THE_KILL) {
                        service.destroyForcibly();
                    }
                }
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(2, TimeUnit.MINUTES));
        return made.get();
    }

    private boolean isMade(HttpRequest payment) {
        try {
            return client.send(payment, BodyHandlers.discarding()).statusCode() == 201;
        } catch (IOException | InterruptedException brokenOff) {
            return false;
        }
    }

    private HttpRequest payment(JsonNode run, int number) {
        return HttpRequest.newBuilder(
                        URI.create(run.path("gateway").asText() + "/v1/awards/" + award + "/disbursements"))
                .timeout(Duration.ofMinutes(1))
                .header(
                        "Authorization",
                        "Bearer " + run.at("/tokens/GRANT_OFFICER").asText())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "payment-" + number)
                .POST(HttpRequest.BodyPublishers.ofString("{\"amount\":" + EURO.formatted("1.00") + "}"))
                .build();
    }

    /** The id of an award of exactly the sum of the payments, from a budget of that sum. */
    private static String award(GatewayClient gateway) throws Exception {
        gateway.post(201, "/v1/programmes", "PROGRAMME_MANAGER", """
                {"code":"KILLED","name":"Killed","period":{"from":"2010-01-01","until":"2011-01-01"}}""");
        String line = gateway.post(201, "/v1/budget-lines", "PROGRAMME_MANAGER", """
                        {"programme":"KILLED","code":"root","name":"root","ceiling":true}""")
                .path("id")
                .asText();
        String room = EURO.formatted(PAYMENTS + ".00");
        gateway.post(201, "/v1/budget-entries", "PROGRAMME_MANAGER", """
                {"programme":"KILLED","lineId":"%s","year":2010,"kind":"BUDGETED","source":"test","amount":%s}""".formatted(line, room));
        gateway.post(201, "/v1/schemes", "PROGRAMME_MANAGER", """
                {"programme":"KILLED","code":"KILLED","name":"n","fundingInstrument":"SUBSIDY","budgetLineId":"%s",\
                "applicantKinds":["NON_PROFIT"],"source":"test"}""".formatted(line));
        return gateway.postOnce(201, "/v1/awards", "GRANT_OFFICER", """
                        {"programme":"KILLED","scheme":"KILLED","number":"1","fundingInstrument":"SUBSIDY",\
                        "organisationId":"SIPI","title":"t","decidedOn":"2010-01-01",\
                        "period":{"from":"2010-01-01","until":"2011-01-01"},"amount":%s}""".formatted(room))
                .path("id")
                .asText();
    }
}
