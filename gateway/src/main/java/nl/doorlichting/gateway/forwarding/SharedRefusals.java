package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.refusals.GatewayRefusal;

/**
 * Refusals with the violations that the gateway found and those of the service. A write that the gateway would refuse is sent to
 * its service all the same, as one to be refused. So the service refuses it in its own order, for a missing right or a stale ETag
 * alone and for everything else that is wrong with it together, and records the refusal (ADR 103).
 */
@Singleton
class SharedRefusals {
    private static final String FOUND = SharedRefusals.class.getName();

    private final ProxyProblems problems;
    private final ObjectMapper mapper;

    SharedRefusals(ProxyProblems problems, ObjectMapper mapper) {
        this.problems = problems;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Has the service refuse this request, if anything is wrong with it. */
    void begin(ProxyContext context, List<Violation> found) {
        if (found.isEmpty()) {
            return;
        }
        var request = context.request();
        request.setURI(request.getURI() + (request.getURI().contains("?") ? "&" : "?") + GatewayRefusal.IN_QUERY);
        request.putHeader(GatewayRefusal.HEADER, GatewayRefusal.header(found));
        context.set(FOUND, new Found(found));
    }

    /** Puts what the gateway found in the place of the parameter. Another refusal than for that, such as 403, comes alone. */
    Future<Void> complete(ProxyContext context) {
        var response = context.response();
        var found = context.get(FOUND, Found.class);
        if (found == null || response.getStatusCode() != ProblemType.VALIDATION_FAILED.status()) {
            return Future.succeededFuture();
        }
        return whole(response).map(body -> {
            with(found.violations(), body)
                    .ifPresent(problem ->
                            problems.write(response.release(), context.request().proxiedRequest(), problem));
            return null;
        });
    }

    private record Found(List<Violation> violations) {}

    /** The body of a response of a service, which the response still has. */
    static Future<Buffer> whole(ProxyResponse response) {
        var arrived = Promise.<Buffer>promise();
        var whole = Buffer.buffer();
        var stream = response.getBody().stream();
        stream.exceptionHandler(arrived::tryFail);
        stream.handler(whole::appendBuffer);
        stream.endHandler(end -> arrived.tryComplete(whole));
        stream.resume();
        return arrived.future().map(body -> {
            response.setBody(Body.body(body));
            return body;
        });
    }

    /** The refusal of a service with further violations; empty if this is the body of no refusal with violations. */
    Optional<ProblemException> with(List<Violation> further, Buffer refusal) {
        try {
            var ofService = mapper.readValue(refusal.getBytes(), Refusal.class).violations().stream()
                    .filter(violation -> !GatewayRefusal.PARAMETER.equals(violation.name()))
                    .toList();
            var others = further.stream().filter(violation -> !isOfWrongForm(violation, ofService));
            return Optional.of(ProblemException.violations(
                    Stream.concat(others, ofService.stream()).toList()));
        } catch (IOException noViolations) {
            return Optional.empty();
        }
    }

    /** Whether it is an unknown name, whose form the service refuses: such a name is not unknown too (ADR 75). */
    private static boolean isOfWrongForm(Violation violation, List<Violation> ofService) {
        return violation.code().equals(ViolationCode.REFERENCE_UNKNOWN)
                && ofService.stream()
                        .anyMatch(other -> violation.pointer().equals(other.pointer())
                                && line(violation).equals(line(other)));
    }

    // Of a file.
    private static String line(Violation violation) {
        return String.valueOf(violation.parameters().get("line"));
    }

    /** The part of a service's 400 that is kept. */
    record Refusal(List<Violation> violations) {
        Refusal {
            violations = List.copyOf(violations);
        }
    }
}
