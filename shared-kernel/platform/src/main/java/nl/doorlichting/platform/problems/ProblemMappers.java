package nl.doorlichting.platform.problems;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.platform.access.TokenRefusal;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every exception to an answer. */
class ProblemMappers {
    private static final String ACCEPT_PATCH = "Accept-Patch";
    private static final String ACCEPT_POST = "Accept-Post";

    private final ProblemResponses responses;
    private final CurrentIdentityAssociation identity;
    private final PathOperations operations;
    private final RoutingContext request;

    ProblemMappers(
            ProblemResponses responses,
            CurrentIdentityAssociation identity,
            PathOperations operations,
            RoutingContext request) {
        this.responses = responses;
        this.identity = identity;
        this.operations = operations;
        this.request = request;
    }

    @ServerExceptionMapper(priority = 1)
    Response problem(ProblemException exception) {
        return responses.of(exception);
    }

    @ServerExceptionMapper(priority = 1)
    Response unauthorized(UnauthorizedException exception) {
        return responses.notAuthenticated(TokenRefusal.NO_TOKEN);
    }

    @ServerExceptionMapper(priority = 1)
    Response badToken(AuthenticationFailedException exception) {
        return responses.notAuthenticated(TokenRefusal.BAD_TOKEN);
    }

    @ServerExceptionMapper(priority = 1)
    Response forbidden(ForbiddenException exception) {
        return responses.of(ProblemType.FORBIDDEN, Text.of("caller.no-role"));
    }

    /** Requests that the framework rejects. Without a token the answer is 401, except where no token is needed. */
    @ServerExceptionMapper(priority = 1)
    Uni<Response> framework(WebApplicationException exception) {
        return identity.getDeferredIdentity()
                .map(caller -> caller.isAnonymous() && !operations.isPublic()
                        ? responses.notAuthenticated(TokenRefusal.NO_TOKEN)
                        : refusal(exception))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> responses.notAuthenticated(TokenRefusal.BAD_TOKEN))
                .onFailure(ProblemException.class)
                .recoverWithItem(responses::of);
    }

    /** StrictJson reads bodies, so this failure means that a response could not be written. */
    @ServerExceptionMapper(priority = 1)
    Response notWritten(JacksonException exception) {
        return responses.failure(exception);
    }

    /** A check that failed to run. The mapper of the framework would answer without problem details. */
    @ServerExceptionMapper(priority = 1)
    Response notChecked(ValidationException exception) {
        return responses.failure(exception);
    }

    @ServerExceptionMapper(priority = 1)
    Response failure(Throwable failure) {
        if (isOptimisticLockFailure(failure)) {
            return responses.of(concurrentWrite());
        }
        if (isClientGone(failure)) {
            return responses.clientGone();
        }
        if (SqlFailures.isCancelled(failure)) {
            return responses.of(RequestDeadline.passed(request));
        }
        return SqlFailures.toProblem(failure).map(responses::of).orElseGet(() -> responses.failure(failure));
    }

    private static boolean isOptimisticLockFailure(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(OptimisticLockException.class::isInstance);
    }

    /** 412 for a change, which has If-Match; 409 for a transition. */
    private ProblemException concurrentWrite() {
        return request.request().method() == HttpMethod.PATCH
                ? IfMatch.stale()
                : ProblemException.of(ProblemType.INVALID_STATE, Text.of("record.changed-meanwhile"));
    }

    // The client left or its connection was closed: nothing failed here, and no client reads the answer. What reads its
    // body finds the channel closed before the response is told so.
    private boolean isClientGone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ClosedChannelException
                        || cause instanceof HttpClosedException
                                && request.response().closed());
    }

    private Response refusal(WebApplicationException exception) {
        var status = exception.getResponse().getStatus();
        return switch (status) {
            case 404, 405 -> noOperation();
            case 406 -> notAcceptable();
            case 415 -> unsupportedMediaType();
            default -> other(status, exception);
        };
    }

    private Response notAcceptable() {
        var mediaTypes = operations.produced();
        return responses.of(ProblemException.of(
                ProblemType.NOT_ACCEPTABLE,
                Text.of("request.not-acceptable", Text.all(mediaTypes)),
                Map.of("allowed", mediaTypes)));
    }

    private Response unsupportedMediaType() {
        var mediaTypes = operations.consumed();
        var response = responses.of(ProblemException.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                mediaTypes.isEmpty()
                        ? Text.of("request.takes-no-body")
                        : Text.of("request.unsupported-media-type", Text.all(mediaTypes)),
                Map.of("allowed", mediaTypes)));
        var method = request.request().method();
        // RFC 5789, 3.1, and the Linked Data Platform, 7.1: both headers name media types.
        return !mediaTypes.isEmpty() && (method == HttpMethod.PATCH || method == HttpMethod.POST)
                ? Response.fromResponse(response)
                        .header(method == HttpMethod.PATCH ? ACCEPT_PATCH : ACCEPT_POST, String.join(", ", mediaTypes))
                        .build()
                : response;
    }

    // Where several resources share the start of a path, the framework answers 404 instead of 405.
    private Response noOperation() {
        var allowed = operations.allow();
        return allowed.isEmpty()
                        || List.of(allowed.split(", "))
                                .contains(request.request().method().name())
                ? responses.of(ProblemException.notFound())
                : responses.methodNotAllowed(allowed);
    }

    private Response other(int status, WebApplicationException exception) {
        return status >= 500
                ? responses.failure(exception)
                : responses.of(ProblemType.ofStatus(status), Text.of("request.refused"));
    }
}
