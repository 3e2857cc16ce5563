package nl.doorlichting.gateway.forwarding;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.doorlichting.gateway.clients.UpstreamDeadline;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.access.TokenRefusal;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** The response in place of a service that is unavailable. */
@Singleton
class UpstreamUnavailableResponder {
    // Of the time of the request, which is longer than that of the service.
    private static final Duration KEPT = Duration.ofMillis(100);
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final Text READ = Text.of("upstream.unavailable");
    private static final Text TOO_SLOW = Text.of("upstream.too-slow");
    private static final Text KEYED = Text.of("upstream.write-keyed");
    private static final Text NOT_KEYED = Text.of("upstream.write-not-keyed");

    private static final BiConsumer<RoutingContext, Throwable> IGNORED_BY_FRAMEWORK = (context, failure) -> {};

    private final ProxyProblems problems;

    UpstreamUnavailableResponder(ProxyProblems problems) {
        this.problems = problems;
    }

    static Text notAsked(Service service) {
        return Text.of("upstream.not-asked", service.jsonName());
    }

    /**
     * 503, or 401 where the service would refuse the token: only callers with a token learn that a service is unavailable.
     *
     * @param notAsked the service, if the request was not sent to it
     */
    Future<ProxyResponse> answer(
            ProxyRequest request, RoutingContext context, boolean needsToken, Optional<Service> notAsked) {
        var isRead = UpstreamProxy.isRead(request.proxiedRequest());
        var refusal = notAsked.map(service -> ProblemException.of(ProblemType.UNAVAILABLE, notAsked(service)))
                .orElseGet(() -> isRead ? ofRead(context) : ofWrite(request.proxiedRequest()));
        if (!needsToken) {
            return Future.succeededFuture(unavailable(request, refusal));
        }
        // The response to a bad token is made here, not by the framework, because the token may prove bad after this
        // limit.
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, IGNORED_BY_FRAMEWORK);
        var answer = QuarkusHttpUser.getSecurityIdentity(context, null)
                .map(caller ->
                        caller.isAnonymous() ? badToken(request, TokenRefusal.NO_TOKEN) : unavailable(request, refusal))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> badToken(request, TokenRefusal.BAD_TOKEN))
                // The identity provider is unavailable too.
                .onFailure(ProblemException.class)
                .recoverWithItem(() -> unavailable(request, refusal))
                .ifNoItem()
                .after(patience(context))
                .recoverWithItem(() -> unavailable(request, refusal));
        var here = ((HttpServerRequestInternal) request.proxiedRequest()).context();
        return Future.fromCompletionStage(answer.subscribeAsCompletionStage(), here);
    }

    // A write may have waited longer already.
    private static Duration patience(RoutingContext context) {
        var left = UpstreamDeadline.remaining(context, KEPT);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /** Puts 503 in the place of the answer to a read, which did not come whole. */
    void replace(ProxyResponse released, HttpServerRequest incoming) {
        problems.write(released, incoming, ProblemException.of(ProblemType.UNAVAILABLE, READ))
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private ProxyResponse badToken(ProxyRequest request, TokenRefusal refusal) {
        return problems.answer(request, ProblemType.NOT_AUTHENTICATED, refusal.detail())
                .putHeader("WWW-Authenticate", refusal.challenge());
    }

    private ProxyResponse unavailable(ProxyRequest request, ProblemException refusal) {
        return problems.answer(request, refusal).putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    private static ProblemException ofRead(RoutingContext context) {
        return UpstreamDeadline.needed(context, UpstreamProxy.KEPT_OF_READ)
                .map(seconds -> ProblemException.of(ProblemType.UNAVAILABLE, TOO_SLOW, Map.of("needs", seconds)))
                .orElseGet(() -> ProblemException.of(ProblemType.UNAVAILABLE, READ));
    }

    private static ProblemException ofWrite(HttpServerRequest request) {
        return ProblemException.of(
                ProblemType.OUTCOME_UNKNOWN, request.getHeader("Idempotency-Key") == null ? NOT_KEYED : KEYED);
    }
}
