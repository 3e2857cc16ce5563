package nl.doorlichting.gateway.clients;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads the response of a service to a request for a part of a report, within a time limit. */
@Singleton
public class UpstreamResultReader {
    private static final Logger LOG = Logger.getLogger(UpstreamResultReader.class);
    // From the arrival, because checking the caller's token takes some of it. A report is promised within two seconds;
    // the rest is for making it.
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final Duration LIMIT_OF_TABLE = Duration.ofSeconds(10);

    private final RoutingContext request;
    private final ObjectMapper mapper;

    UpstreamResultReader(RoutingContext request, ObjectMapper mapper) {
        this.request = request;
        // A response may have more fields than these, but not fewer, and nothing may follow it.
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The result of this call; fails with the service's own refusal. */
    public <T> Uni<UpstreamResult<T>> read(Service service, Class<T> type, Uni<RestResponse<byte[]>> call) {
        return read(service, LIMIT, body -> parse(body, type), call);
    }

    /** The same with the body as it is, for one that the gateway only passes on. */
    public Uni<UpstreamResult<byte[]>> readBytes(Service service, Uni<RestResponse<byte[]>> call) {
        return read(service, LIMIT, body -> body, call);
    }

    /** The result of this call for a table, which may be long; fails with the service's own refusal. */
    public Uni<UpstreamResult<byte[]>> readTable(Service service, Uni<RestResponse<byte[]>> call) {
        return read(service, LIMIT_OF_TABLE, body -> body, call);
    }

    private <T> Uni<UpstreamResult<T>> read(
            Service service, Duration limit, Function<byte[], T> parse, Uni<RestResponse<byte[]>> call) {
        return call.ifNoItem()
                .after(RequestDeadline.remaining(request, limit))
                .fail()
                .map(answer -> this.<T>read(answer, parse))
                .onFailure(failure -> !isRefusal(failure))
                .recoverWithItem(failure -> {
                    LOG.warnf("no usable response from %s: %s", service.jsonName(), failure);
                    return new UpstreamResult.Unavailable<>();
                });
    }

    private <T> UpstreamResult<T> read(RestResponse<byte[]> answer, Function<byte[], T> parse) {
        return switch (answer.getStatus()) {
            case 200 -> new UpstreamResult.Answered<>(parse.apply(answer.getEntity()));
            case 400 -> throw ProblemException.violations(refusal(answer).violations());
            case 401 -> throw new AuthenticationFailedException("refused by the service");
            case 403 -> throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("caller.no-role"));
            case 404 -> throw ProblemException.notFound();
            default -> throw new IllegalStateException("status " + answer.getStatus());
        };
    }

    private <T> T parse(byte[] body, Class<T> type) {
        try {
            T content = mapper.readerFor(type).readValue(body);
            return Objects.requireNonNull(content, "body");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // The client reads only a successful body as bytes. Of others it keeps the stream, in memory.
    private Violations refusal(RestResponse<byte[]> answer) {
        try (var body = answer.readEntity(InputStream.class)) {
            return parse(body.readAllBytes(), Violations.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException || failure instanceof AuthenticationFailedException;
    }

    /** The part of a service's 400 that the gateway passes on. */
    record Violations(List<Violation> violations) {
        Violations {
            violations = List.copyOf(violations);
        }
    }
}
