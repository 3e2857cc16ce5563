package nl.doorlichting.gateway.signin;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.doorlichting.platform.access.TokenRefusal;
import nl.doorlichting.platform.identity.ProviderClient;
import nl.doorlichting.platform.problems.ProblemException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * People who sign in at the identity provider and read the review page with their own rights (ADR 77). A browser keeps the
 * access token in a cookie that it cannot read; a request for the page goes on with that token as its bearer token. The
 * routes here are those of the page and of its tables, so that the cookie counts nowhere else.
 */
@Singleton
public class SignIn {
    /**
     * What the page shows of signing in.
     *
     * @param isOffered whether there is a provider to sign in at
     * @param hasEnded whether a session ended with this request
     * @param name of who is signed in; null where the provider says none
     */
    public record State(boolean isOffered, boolean isSignedIn, boolean hasEnded, String name) {}

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final String REVIEW = "/review";
    private static final String TABLES = "/csv";
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    // After the framework has prepared authentication (-200), and before requests of the caller are counted (-150).
    private static final int AFTER_AUTHENTICATION = -180;
    // A page about a wrong token counts as any other answer.
    private static final int AFTER_COUNT = -140;
    private static final BiConsumer<RoutingContext, Throwable> IGNORED_HERE = (context, failure) -> {};
    private static final String SESSION = SignIn.class.getName() + ".session";
    private static final String ENDED = SignIn.class.getName() + ".ended";

    private final Optional<Offer> offer;
    private final SignInPage pages;
    private final IdentityProviderManager identities;
    private final Clock clock;

    /** What there is where people can sign in. */
    private record Offer(SignInSettings settings, SignInClient client, SealedCookie session, SealedCookie attempt) {
        static Offer of(SignInSettings settings, SignInClient client) {
            return new Offer(
                    settings,
                    client,
                    new SealedCookie("review-session", settings.page(), settings.isSecure(), settings.clientSecret()),
                    new SealedCookie(
                            "review-sign-in",
                            settings.page() + "/sign-in",
                            settings.isSecure(),
                            settings.clientSecret()));
        }
    }

    SignIn(
            SignInConfig config,
            SignInPage pages,
            ProviderClient provider,
            IdentityProviderManager identities,
            Clock clock) {
        this.pages = pages;
        this.identities = identities;
        this.clock = clock;
        this.offer = SignInSettings.of(config)
                .map(settings -> Offer.of(settings, new SignInClient(settings, provider, clock)));
    }

    void register(@Observes Router router) {
        router.route(REVIEW).order(AFTER_COUNT).handler(this::checkTokenOfPage);
        offer.ifPresent(there -> {
            router.route(REVIEW).order(AFTER_AUTHENTICATION).handler(context -> admit(context, there, ""));
            router.route(REVIEW + TABLES).order(AFTER_AUTHENTICATION).handler(context -> admit(context, there, TABLES));
        });
    }

    /** A token that does not count is a page for people, as the page itself is one; a problem where JSON is asked for. */
    private void checkTokenOfPage(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.AUTHORIZATION) == null || isJsonWanted(context)) {
            context.next();
            return;
        }
        verify(context, failure -> {
            context.response().putHeader("WWW-Authenticate", TokenRefusal.BAD_TOKEN.challenge());
            end(context, SignInFailure.TOKEN_REFUSED);
        });
    }

    private static boolean isJsonWanted(RoutingContext context) {
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("json") && !accepted.contains("html");
    }

    private void end(RoutingContext context, SignInFailure why) {
        var html =
                pages.failed(context, why, offer.map(there -> there.settings().page()), asked(context));
        context.response()
                .setStatusCode(why.status())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, SignInPage.MEDIA_TYPE)
                .end(Buffer.buffer(html));
    }

    /** What the page shows of signing in to who asks for it. */
    public State state(RoutingContext context) {
        ReviewSession session = context.get(SESSION);
        return new State(
                offer.isPresent(),
                session != null,
                context.get(ENDED) != null,
                session == null ? null : session.name());
    }

    // A client that sends a token means that one.
    private void admit(RoutingContext context, Offer there, String below) {
        var request = context.request();
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || !there.session().isIn(request)) {
            context.next();
            return;
        }
        context.addHeadersEndHandler(ending -> context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .headers()
                .remove(HttpHeaders.ETAG));
        var session = there.session().read(request).flatMap(ReviewSession::of);
        if (session.isEmpty()) {
            goOnWithout(context, there);
            return;
        }
        if (session.get().isOver(clock.instant())) {
            renew(context, there, below + asked(context));
            return;
        }
        request.headers()
                .set(HttpHeaders.AUTHORIZATION, "Bearer " + session.get().token());
        context.put(SESSION, session.get());
        verify(context, failure -> {
            there.session().clear(context.response());
            end(context, SignInFailure.NOT_ACCEPTED);
        });
    }

    private static void goOnWithout(RoutingContext context, Offer there) {
        there.session().clear(context.response());
        context.put(ENDED, true);
        context.next();
    }

    /** Asks the provider, which may know the person still. It shows nothing, and comes back with a session or without. */
    private void renew(RoutingContext context, Offer there, String page) {
        var thread = Vertx.currentContext();
        begin(context, there, page, true)
                .subscribe()
                .with(
                        address -> thread.runOnContext(now -> context.response()
                                .setStatusCode(SEE_OTHER)
                                .putHeader(HttpHeaders.LOCATION, address)
                                .end()),
                        failure -> thread.runOnContext(now -> goOnWithout(context, there)));
    }

    /** A token that is refused, as of a key that was withdrawn, is a page for people here and no problem for machines. */
    private void verify(RoutingContext context, Consumer<Throwable> refusal) {
        var thread = Vertx.currentContext();
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, IGNORED_HERE);
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        caller -> thread.runOnContext(now -> context.next()),
                        failure -> thread.runOnContext(now -> {
                            if (failure instanceof ProblemException) {
                                // The keys of the provider are not there now: the page says that it cannot be made.
                                context.next();
                                return;
                            }
                            refusal.accept(failure);
                        }));
    }

    private static String asked(RoutingContext context) {
        var query = context.request().query();
        return query == null ? "" : "?" + query;
    }

    private Uni<String> begin(RoutingContext context, Offer there, String page, boolean isSilent) {
        var attempt = SignInAttempt.to(page, isSilent, clock.instant());
        there.attempt().set(context.response(), attempt.toJson());
        return there.client().beginning(attempt);
    }

    /**
     * What comes of a request about signing in: an address to go on to, or a page.
     *
     * @param address null where there is a page
     * @param page null where there is an address
     */
    record Outcome(String address, byte[] page, int status) {}

    private static Outcome to(String address) {
        return new Outcome(address, null, SEE_OTHER);
    }

    private Outcome failed(RoutingContext context, Offer there, SignInFailure why, String asked) {
        return new Outcome(
                null, pages.failed(context, why, Optional.of(there.settings().page()), asked), why.status());
    }

    /** The page of an address below the review that nothing is at; a problem where JSON is asked for. */
    public RestResponse<String> nothingHere(RoutingContext context) {
        if (isJsonWanted(context)) {
            throw ProblemException.notFound();
        }
        return RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_FOUND, pages.nothingHere(context))
                .header(HttpHeaders.CACHE_CONTROL.toString(), "no-store")
                .build();
    }

    private Outcome nothing(RoutingContext context) {
        var page = nothingHere(context);
        return new Outcome(null, page.getEntity().getBytes(StandardCharsets.UTF_8), page.getStatus());
    }

    /** Leads to the provider. */
    Uni<Outcome> begin(RoutingContext context) {
        if (offer.isEmpty()) {
            return Uni.createFrom().item(nothing(context));
        }
        var there = offer.get();
        return begin(context, there, asked(context), false)
                .map(SignIn::to)
                .onFailure(SignInFailure.Thrown.class)
                .recoverWithItem(() -> failed(context, there, SignInFailure.PROVIDER, asked(context)));
    }

    /** Leads from the provider to the page, as the person who signed in. */
    Uni<Outcome> finish(RoutingContext context) {
        if (offer.isEmpty()) {
            return Uni.createFrom().item(nothing(context));
        }
        var there = offer.get();
        var attempt = there.attempt().read(context.request()).map(SignInAttempt::of);
        there.attempt().clear(context.response());
        if (attempt.isEmpty()) {
            return Uni.createFrom().item(failed(context, there, SignInFailure.NOT_OURS, ""));
        }
        var page = attempt.get().page();
        return there.client()
                .session(attempt.get(), context.request().params())
                .invoke(session -> keep(context, there, session))
                .replaceWith(() -> to(there.settings().page() + page))
                .onFailure(SignInFailure.Thrown.class)
                .recoverWithItem(failure -> attempt.get().isSilent()
                        ? notRenewed(context, there, page)
                        : failed(context, there, failure.failure(), ofPage(page)));
    }

    private static void keep(RoutingContext context, Offer there, ReviewSession session) {
        if (!there.session().set(context.response(), session.toJson())) {
            LOG.warnf(
                    "A token of %d characters does not fit into a cookie",
                    session.token().length());
            throw new SignInFailure.Thrown(SignInFailure.NOT_ACCEPTED);
        }
    }

    private static Outcome notRenewed(RoutingContext context, Offer there, String page) {
        there.session().set(context.response(), ReviewSession.ENDED);
        return to(there.settings().page() + page);
    }

    private static String ofPage(String page) {
        return page.startsWith(TABLES) ? page.substring(TABLES.length()) : page;
    }

    /** Ends the session of this browser. */
    Outcome end(RoutingContext context) {
        if (offer.isEmpty()) {
            return nothing(context);
        }
        var there = offer.get();
        var from = context.request().getHeader("Sec-Fetch-Site");
        // Another site's request does not have the cookie either (SameSite), where a browser does not send this header.
        if ((from == null || from.equals("same-origin")) && there.session().isIn(context.request())) {
            there.session().clear(context.response());
        }
        return to(there.settings().page() + "/sign-out" + asked(context));
    }

    /** The page for who signed out. */
    Uni<Outcome> ended(RoutingContext context) {
        if (offer.isEmpty()) {
            return Uni.createFrom().item(nothing(context));
        }
        var there = offer.get();
        return there.client()
                .end()
                .map(provider -> new Outcome(
                        null, pages.signedOut(context, there.settings().page(), asked(context), provider), OK));
    }
}
