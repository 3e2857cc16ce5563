package nl.doorlichting.local.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.identity.Tokens;

/** Publishes the figures of a programme once, so that a machine has something to pull. */
public final class FirstRelease {
    private static final String RELEASES = "/v1/releases";
    /** With the headlines that editors give the review page. */
    private static final String BODY = "/first-release/release.json";

    private static final String INVENTED = "/second-programme/release.json";

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Http http;
    private final String gateway;
    private final Tokens tokens;
    private final ProgressOutput steps;

    public FirstRelease(Http http, String gateway, Tokens tokens, ProgressOutput steps) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = tokens;
        this.steps = steps;
    }

    /** A second start finds the release of the first. */
    public void publish() {
        publish(DataSet.PROGRAMME, BODY);
    }

    /** The same of the invented programme. */
    public void publishInvented() {
        publish(DataSet.INVENTED_PROGRAMME, INVENTED);
    }

    private void publish(String programme, String request) {
        Http.Response latest = Http.whenAvailable(
                () -> http.get(gateway + RELEASES + "/latest?programme=" + programme, tokens.of("STATISTICS_CLIENT")));
        if (latest.status() == OK) {
            steps.done("Release " + latest.body().path("name").asText() + " is already there");
            return;
        }
        Http.Response prepared = required(
                CREATED, Http.whenAvailable(() -> http.post(gateway + RELEASES, tokens.of("ANALYST"), body(request))));
        String publication = RELEASES + "/" + prepared.body().path("id").asText() + "/publication";
        Http.Response published =
                required(OK, Http.whenAvailable(() -> http.post(gateway + publication, tokens.of("REVIEWER"), "{}")));
        steps.done("Published release " + published.body().path("name").asText());
    }

    private static String body(String request) {
        try (InputStream file = FirstRelease.class.getResourceAsStream(request)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Http.Response required(int status, Http.Response answer) {
        if (answer.status() != status) {
            throw new StartFailure(
                    "Publishing a first release failed with " + answer.status() + ": " + answer.problem());
        }
        return answer;
    }
}
