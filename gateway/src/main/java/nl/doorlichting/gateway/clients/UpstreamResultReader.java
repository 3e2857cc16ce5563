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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.doorlichting.api.figures.CostClass;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.dataset.Build;
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
    /** What is kept of the time of a report to make it of its parts. */
    static final Duration COMPOSITION = Duration.ofMillis(500);

    private static final Duration LEAST_WAIT = Duration.ofMillis(1);
    private static final Duration EXISTENCE = CostClass.EVERYDAY.most().minus(COMPOSITION);

    private final RoutingContext request;
    private final ServiceCircuits circuits;
    private final ObjectMapper mapper;

    UpstreamResultReader(RoutingContext request, ServiceCircuits circuits, ObjectMapper mapper) {
        this.request = request;
        this.circuits = circuits;
        // A response may have more fields than these, but not fewer, and nothing may follow it.
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The result of this call; fails with the service's own refusal. */
    public <T> Uni<UpstreamResult<T>> read(Service service, Class<T> type, Uni<RestResponse<byte[]>> call) {
        return read(service, answer -> parse(answer.getEntity(), type), call);
    }

    /** The same, or what is kept of an earlier result that is still right. */
    public <T> Uni<UpstreamResult<T>> read(ServiceCall asked, Class<T> type, Supplier<Uni<RestResponse<byte[]>>> call) {
        return readOrFind(asked, body -> parse(body, type), call);
    }

    /** The same for a table, which may be long. */
    public Uni<UpstreamResult<byte[]>> readTable(ServiceCall asked, Supplier<Uni<RestResponse<byte[]>>> call) {
        return readOrFind(asked, body -> Objects.requireNonNull(body, "body"), call);
    }

    private <T> Uni<UpstreamResult<T>> readOrFind(
            ServiceCall asked, Function<byte[], T> parse, Supplier<Uni<RestResponse<byte[]>>> call) {
        var kept = KeptAnswers.of(request);
        var known = kept.flatMap(answers -> answers.find(asked));
        if (known.isPresent()) {
            return Uni.createFrom().item(new UpstreamResult.Answered<>(parse.apply(known.get())));
        }
        Function<RestResponse<byte[]>, T> parseAndKeep = answer -> {
            var content = parse.apply(answer.getEntity());
            kept.ifPresent(answers -> answers.keep(asked, answer.getEntity(), answer.getHeaderString(Build.HEADER)));
            return content;
        };
        return read(asked.service(), parseAndKeep, call.get());
    }

    /** The response as it is, 304 too, for one that the gateway only passes on. */
    public Uni<UpstreamResult<RestResponse<byte[]>>> readResponse(Service service, Uni<RestResponse<byte[]>> call) {
        return read(service, answer -> answer, call);
    }

    /** The result of this call for a table, which may be long; fails with the service's own refusal. */
    public Uni<UpstreamResult<byte[]>> readTable(Service service, Uni<RestResponse<byte[]>> call) {
        return read(service, answer -> Objects.requireNonNull(answer.getEntity(), "body"), call);
    }

    /** Whether this call of one record finds none that the caller sees; false if the service does not say. */
    public Uni<Boolean> isNotFound(ServiceCall asked, Supplier<Uni<RestResponse<byte[]>>> call) {
        var kept = KeptAnswers.of(request);
        if (kept.filter(answers -> answers.exists(asked)).isPresent()) {
            return Uni.createFrom().item(false);
        }
        // A service that does not answer costs a wide question no more time than another.
        return read(asked.service(), answer -> answer, call.get(), () -> EXISTENCE)
                .invoke(found -> kept.filter(answers -> found.body().isPresent())
                        .ifPresent(answers -> answers.keepExistence(asked)))
                .map(found -> false)
                .onFailure()
                .recoverWithItem(failure ->
                        failure instanceof ProblemException refusal && refusal.type() == ProblemType.NOT_FOUND);
    }

    private <T> Uni<UpstreamResult<T>> read(
            Service service, Function<RestResponse<byte[]>, T> parse, Uni<RestResponse<byte[]>> call) {
        // Until then, also for a call that waits for its turn.
        var until = System.nanoTime()
                + UpstreamDeadline.remaining(request, COMPOSITION).toNanos();
        return read(
                service,
                parse,
                call,
                () -> Duration.ofNanos(Math.max(LEAST_WAIT.toNanos(), until - System.nanoTime())));
    }

    private <T> Uni<UpstreamResult<T>> read(
            Service service,
            Function<RestResponse<byte[]>, T> parse,
            Uni<RestResponse<byte[]>> call,
            Supplier<Duration> limit) {
        // Now, because an answer may come on a thread that has no request.
        var builds = UpstreamBuilds.of(request);
        return ConcurrentCallLimit.of(request, service)
                .inTurn(attempt(service, within(limit, call)))
                .invoke(answer -> builds.answered(service, answer))
                .map(answer -> this.<T>read(answer, parse))
                .onFailure(failure -> !isRefusal(failure))
                .recoverWithItem(failure -> {
                    LOG.logf(
                            failure instanceof NotAsked ? Logger.Level.DEBUG : Logger.Level.WARN,
                            "no usable response from %s: %s",
                            service.jsonName(),
                            failure);
                    builds.unavailable(service);
                    var shortage = failure instanceof ServiceUnavailable refused ? refused.shortage : Shortage.NONE;
                    return new UpstreamResult.Unavailable<>(
                            service, shortage.needs(), shortage.detail(), shortage.recordedUntil());
                });
    }

    // Reckoned when the call begins: it may have waited for its turn.
    private static <A> Uni<A> within(Supplier<Duration> limit, Uni<A> call) {
        return Uni.createFrom()
                .deferred(() -> call.ifNoItem().after(limit.get()).fail());
    }

    private <A> Uni<A> attempt(Service service, Uni<A> call) {
        return Uni.createFrom().deferred(() -> {
            var attempt = circuits.attempt(service).orElse(null);
            return attempt == null
                    ? Uni.createFrom().failure(new NotAsked())
                    : call.onItem()
                            .invoke(attempt::answered)
                            .onFailure()
                            .invoke(attempt::failed)
                            .onCancellation()
                            .invoke(attempt::abandoned);
        });
    }

    private <T> UpstreamResult<T> read(RestResponse<byte[]> answer, Function<RestResponse<byte[]>, T> parse) {
        return switch (answer.getStatus()) {
            case 200, 304 -> new UpstreamResult.Answered<>(parse.apply(answer));
            case 400 ->
                throw ProblemException.violations(
                        refusal(answer, Violations.class).violations());
            case 401 -> throw new AuthenticationFailedException("refused by the service");
            case 403 -> throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("caller.no-role"));
            case 404 -> throw notFound(answer);
            case 503 -> throw new ServiceUnavailable(shortage(answer));
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

    // It may name what there is.
    private ProblemException notFound(RestResponse<byte[]> answer) {
        try {
            var absence = refusal(answer, Absence.class);
            return ProblemException.of(
                    ProblemType.NOT_FOUND,
                    absence.detail(),
                    absence.allowed() == null ? Map.of() : Map.of("allowed", absence.allowed()));
        } catch (RuntimeException noProblem) {
            return ProblemException.notFound();
        }
    }

    private Shortage shortage(RestResponse<byte[]> answer) {
        try {
            var shortage = refusal(answer, Shortage.class);
            return shortage.needs() == null && shortage.recordedUntil() == null ? Shortage.NONE : shortage;
        } catch (RuntimeException noProblem) {
            return Shortage.NONE;
        }
    }

    // The client reads only a successful body as bytes. Of others it keeps the stream, in memory.
    private <T> T refusal(RestResponse<byte[]> answer, Class<T> type) {
        try (var body = answer.readEntity(InputStream.class)) {
            return parse(body.readAllBytes(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException || failure instanceof AuthenticationFailedException;
    }

    /** The circuit is open, which it logs, or as many requests as may wait for the service do. */
    private static final class NotAsked extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAsked() {
            super("it is not asked now", null, false, false);
        }
    }

    /** A service answered 503. */
    private static final class ServiceUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Shortage shortage;

        ServiceUnavailable(Shortage shortage) {
            super("status 503", null, false, false);
            this.shortage = shortage;
        }
    }

    /** The part of a service's 503 that the gateway passes on: nulls unless the time was too short, or it waited for writes. */
    record Shortage(Integer needs, Text detail, Instant recordedUntil) {
        private static final Shortage NONE = new Shortage(null, null, null);
    }

    /** The part of a service's 404 that the gateway passes on. */
    record Absence(Text detail, List<String> allowed) {
        Absence {
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** The part of a service's 400 that the gateway passes on. */
    record Violations(List<Violation> violations) {
        Violations {
            violations = List.copyOf(violations);
        }
    }
}
