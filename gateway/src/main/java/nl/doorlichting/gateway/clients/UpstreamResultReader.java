package nl.doorlichting.gateway.clients;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.ClientProxy;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.doorlichting.api.figures.CostClass;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.dataset.Build;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.responses.IfNoneMatch;
import nl.doorlichting.platform.texts.Text;
import org.jboss.logging.Logger;

/** Reads the response of a service to a request for a part of a report, within a time limit. */
@Singleton
public class UpstreamResultReader {
    private static final Logger LOG = Logger.getLogger(UpstreamResultReader.class);
    /** What is kept of the time of a report to make it of its parts. */
    static final Duration COMPOSITION = Duration.ofMillis(500);

    private static final String RESULTS = UpstreamResultReader.class.getName();
    private static final Duration EXISTENCE = CostClass.EVERYDAY.most().minus(COMPOSITION);

    private final RoutingContext request;
    private final UpstreamHttpClient client;
    private final ServiceCircuits circuits;
    private final ObjectMapper mapper;

    UpstreamResultReader(
            RoutingContext request, UpstreamHttpClient client, ServiceCircuits circuits, ObjectMapper mapper) {
        this.request = request;
        this.client = client;
        this.circuits = circuits;
        // A response may have more fields than these, but not fewer, and nothing may follow it.
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** From here on each call of this request is sent once, also where another attempt is made at its answer. */
    public static void keepResults(RoutingContext caller) {
        caller.put(RESULTS, new ConcurrentHashMap<>());
    }

    /** The result of this call, or what is kept of an earlier result that is still right; fails with the service's own refusal. */
    public <T> Uni<UpstreamResult<T>> read(ServiceCall asked, Class<T> type) {
        return read(caller(), asked, type);
    }

    /** The same for a request that has not reached an operation. */
    public <T> Uni<UpstreamResult<T>> read(RoutingContext caller, ServiceCall asked, Class<T> type) {
        return readOrFind(caller, asked, body -> parse(body, type));
    }

    /** The same for a body that is not read here, such as a table, which may be long. */
    public Uni<UpstreamResult<byte[]>> readBody(ServiceCall asked) {
        return readOrFind(caller(), asked, body -> {
            if (body.length == 0) {
                throw new IllegalStateException("no body");
            }
            return body;
        });
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<UpstreamResult<T>> readOrFind(RoutingContext caller, ServiceCall asked, Function<byte[], T> parse) {
        Map<ServiceCall, UpstreamResult<?>> results = caller.get(RESULTS);
        if (results == null) {
            return readOrFindOnce(caller, asked, parse);
        }
        return results.containsKey(asked)
                ? Uni.createFrom().item((UpstreamResult<T>) results.get(asked))
                : readOrFindOnce(caller, asked, parse).invoke(result -> results.put(asked, result));
    }

    private <T> Uni<UpstreamResult<T>> readOrFindOnce(
            RoutingContext caller, ServiceCall asked, Function<byte[], T> parse) {
        var kept = KeptAnswers.of(caller);
        var known = kept.flatMap(answers -> answers.find(asked));
        if (known.isPresent()) {
            return Uni.createFrom().item(new UpstreamResult.Answered<>(parse.apply(known.get())));
        }
        return read(caller, asked, null, UpstreamResultReader::remaining, answer -> {
            var content = parse.apply(answer.body());
            kept.ifPresent(answers -> answers.keep(asked, answer.body(), answer.header(Build.HEADER)));
            return content;
        });
    }

    /** The response as it is, or 304 where the caller has it, for one that the gateway only passes on. */
    public Uni<UpstreamResult<UpstreamResponse>> revalidate(ServiceCall asked) {
        var caller = caller();
        var tags = caller.request().headers().getAll(IfNoneMatch.HEADER);
        var ifNoneMatch = tags.isEmpty() ? null : String.join(", ", tags);
        return read(caller, asked, ifNoneMatch, UpstreamResultReader::remaining, answer -> answer);
    }

    /** Whether this call of one record finds none that the caller sees; false for a caller that is refused. */
    public Uni<UpstreamResult<Boolean>> isNotFound(ServiceCall asked) {
        var kept = KeptAnswers.of(request);
        if (kept.filter(answers -> answers.exists(asked)).isPresent()) {
            return Uni.createFrom().item(new UpstreamResult.Answered<>(false));
        }
        // A service that does not answer costs a wide question no more time than another.
        return read(caller(), asked, null, caller -> EXISTENCE, answer -> false)
                .invoke(found -> kept.filter(answers -> found.body().isPresent())
                        .ifPresent(answers -> answers.keepExistence(asked)))
                .onFailure()
                .recoverWithItem(failure -> new UpstreamResult.Answered<>(
                        failure instanceof ProblemException refusal && refusal.type() == ProblemType.NOT_FOUND));
    }

    private static Duration remaining(RoutingContext caller) {
        return UpstreamDeadline.remaining(caller, COMPOSITION);
    }

    // Now, because a call may begin, and an answer may come, on a thread that has no request.
    private RoutingContext caller() {
        return ClientProxy.unwrap(request);
    }

    private <T> Uni<UpstreamResult<T>> read(
            RoutingContext caller,
            ServiceCall asked,
            String ifNoneMatch,
            Function<RoutingContext, Duration> limit,
            Function<UpstreamResponse, T> parse) {
        var service = asked.service();
        var builds = UpstreamBuilds.of(caller);
        return ConcurrentCallLimit.of(caller, service)
                .inTurn(attempt(service, () -> client.get(asked, caller, ifNoneMatch, limit.apply(caller))))
                .invoke(answer -> builds.answered(service, answer.header(Build.HEADER)))
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
                    var needs = Optional.ofNullable(shortage.needs())
                            .or(() -> UpstreamDeadline.needed(caller, COMPOSITION))
                            .orElse(null);
                    return new UpstreamResult.Unavailable<>(
                            service, needs, shortage.detail(), shortage.recordedUntil());
                });
    }

    // The call begins now, and knows its time then: it may have waited for its turn.
    private Uni<UpstreamResponse> attempt(Service service, Supplier<Uni<UpstreamResponse>> call) {
        return Uni.createFrom().deferred(() -> {
            var attempt = circuits.attempt(service).orElse(null);
            return attempt == null
                    ? Uni.createFrom().failure(new NotAsked())
                    : call.get()
                            .onItem()
                            .invoke(attempt::answered)
                            .onFailure()
                            .invoke(attempt::failed)
                            .onCancellation()
                            .invoke(attempt::abandoned);
        });
    }

    private <T> UpstreamResult<T> read(UpstreamResponse answer, Function<UpstreamResponse, T> parse) {
        return switch (answer.status()) {
            case 200, 304 -> new UpstreamResult.Answered<>(parse.apply(answer));
            case 400 ->
                throw ProblemException.violations(
                        parse(answer.body(), Violations.class).violations());
            case 401 -> throw new AuthenticationFailedException("refused by the service");
            case 403 -> throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("caller.no-role"));
            case 404 -> throw notFound(answer);
            case 503 -> throw new ServiceUnavailable(shortage(answer));
            default -> throw new IllegalStateException("status " + answer.status());
        };
    }

    /** What a service answered, read as this type; fails where it is something else. */
    public <T> T parse(byte[] body, Class<T> type) {
        try {
            T content = mapper.readerFor(type).readValue(body);
            return Objects.requireNonNull(content, "body");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // It may name what there is.
    private ProblemException notFound(UpstreamResponse answer) {
        try {
            var absence = parse(answer.body(), Absence.class);
            return ProblemException.of(
                    ProblemType.NOT_FOUND,
                    absence.detail(),
                    absence.allowed() == null ? Map.of() : Map.of("allowed", absence.allowed()));
        } catch (RuntimeException noProblem) {
            return ProblemException.notFound();
        }
    }

    private Shortage shortage(UpstreamResponse answer) {
        try {
            var shortage = parse(answer.body(), Shortage.class);
            return shortage.needs() == null && shortage.recordedUntil() == null ? Shortage.NONE : shortage;
        } catch (RuntimeException noProblem) {
            return Shortage.NONE;
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
