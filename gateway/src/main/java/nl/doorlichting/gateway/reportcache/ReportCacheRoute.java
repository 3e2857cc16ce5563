package nl.doorlichting.gateway.reportcache;

import com.github.benmanes.caffeine.cache.Interner;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.api.figures.CostClass;
import nl.doorlichting.gateway.clients.KeptAnswers;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.clients.UpstreamBuilds;
import nl.doorlichting.gateway.clients.UpstreamResultReader;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.responses.ComputedBody;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.gateway.responses.Recomputation;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.identity.VerifiedTokenCache;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a report from the cache while the services state the revisions that it was made from. Each request asks for the
 * current revisions, in a check that it shares. What is not in the cache is computed by its operation as ever, once for
 * all requests that want the same from the same revisions. So is everything that this route cannot decide: a caller
 * without a valid token or without the rights, and a service that does not state its revisions.
 */
@Singleton
class ReportCacheRoute {
    /** Name of the counter of requests by outcome. */
    static final String METRIC = "doorlichting.report.cache.requests";

    /** Name of the counter of answers of services that reports of several are made from, by outcome. */
    static final String METRIC_OF_SERVICES = "doorlichting.report.cache.answers";

    // After the rate limit and all checks of the request, and before it is forwarded or reaches an operation.
    private static final int BEFORE_FORWARDING = 900;
    // What is kept stays for long, and leaves room for requests.
    private static final int MOST_PERCENT_OF_HEAP = 45;
    private static final List<CharSequence> HEADERS_OF_BODY =
            List.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CONTENT_TYPE);
    private static final CachedReport EXISTS =
            CachedReport.ofService(new byte[0], new CachedReport.Revisions(List.of(), List.of(), null));
    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_OPERATION = (context, failure) -> {};

    private final VerifiedTokenCache tokens;
    private final CurrentRevisions currentRevisions;
    private final CurrentDays days;
    private final Vertx vertx;
    private final MeterRegistry registry;
    private final ConditionalResponses responses;
    private final long capacity;
    private final RecentReports kept;
    // Of all that is kept the revisions are the same, or those of a few moments.
    private final Interner<CachedReport.Revisions> revisions = Interner.newWeakInterner();
    private final Map<ReportCacheKey, Computation> computations = new ConcurrentHashMap<>();

    ReportCacheRoute(
            VerifiedTokenCache tokens,
            CurrentRevisions currentRevisions,
            CurrentDays days,
            Vertx vertx,
            MeterRegistry registry,
            ConditionalResponses responses,
            @ConfigProperty(name = "doorlichting.report-cache.capacity") MemorySize capacity) {
        this.tokens = tokens;
        this.currentRevisions = currentRevisions;
        this.days = days;
        this.vertx = vertx;
        this.registry = registry;
        this.responses = responses;
        this.capacity = Math.min(capacity.asLongValue(), Runtime.getRuntime().maxMemory() / 100 * MOST_PERCENT_OF_HEAP);
        this.kept = new RecentReports(this.capacity);
    }

    /** A report that is computed for one request, and whoever wants it from the same revisions. */
    private record Computation(
            CachedReport.Revisions revisions, Promise<Optional<CachedReport>> made, AtomicBoolean isShared) {}

    /**
     * A report as a request wants it, from these revisions.
     *
     * @param hasWaited whether the request has waited for a computation from earlier revisions
     */
    private record Wanted(
            ReportCacheKey key,
            CachedOperation operation,
            boolean hasWaited,
            Optional<CachedOperation.Part> part,
            CachedReport.Revisions revisions,
            List<CurrentRevisions.OfService> current) {
        /** The same, when it is known whether the part that matters has a revision. */
        Wanted withPart(Optional<String> revision) {
            return new Wanted(
                    key, operation, hasWaited, Optional.empty(), revisions.withPart(revision.orElse(null)), current);
        }

        String template() {
            return operation.template(key.path()).orElseThrow();
        }

        Map<Service, String> builds() {
            return IntStream.range(0, current.size())
                    .boxed()
                    .collect(Collectors.toMap(
                            operation.services()::get,
                            place -> current.get(place).build()));
        }
    }

    /** A capacity of 0 turns it off. */
    void register(@Observes Router router) {
        if (capacity > 0) {
            router.route().order(BEFORE_FORWARDING).handler(this::answerOrLeave);
        }
    }

    private void answerOrLeave(RoutingContext request) {
        var operation = CachedOperation.of(request.request().path());
        if (operation.isEmpty() || !isPlainRead(request.request()) || isOfRelease(request.request())) {
            request.next();
            return;
        }
        var known = tokens.known(request.request());
        if (known.isPresent()) {
            check(request, operation.get(), known.get());
            return;
        }
        var here = Vertx.currentContext();
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_OPERATION);
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(
                        caller -> on(here, request, () -> check(request, operation.get(), caller)),
                        failure -> on(here, request, request::next));
    }

    // A body is for the operation to refuse or to ignore.
    private static boolean isPlainRead(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && HEADERS_OF_BODY.stream().noneMatch(request.headers()::contains);
    }

    private static boolean isOfRelease(HttpServerRequest request) {
        return request.params().contains("release");
    }

    private void check(RoutingContext request, CachedOperation operation, SecurityIdentity identity) {
        var caller = CurrentCaller.of(identity);
        var today = days.now();
        if (identity.isAnonymous() || !operation.isAllowedTo(caller) || today.isEmpty()) {
            request.next();
            return;
        }
        check(request, operation, ReportCacheKey.of(request.request(), operation, caller, today.get()), false);
    }

    private void check(RoutingContext request, CachedOperation operation, ReportCacheKey key, boolean hasWaited) {
        var here = Vertx.currentContext();
        currentRevisions
                .of(operation.services(), request.request().getHeader(HttpHeaders.AUTHORIZATION))
                .map(current -> wanted(key, operation, hasWaited, current))
                .onComplete(wanted -> on(here, request, () -> {
                    if (wanted.succeeded()) {
                        answer(request, wanted.result());
                        return;
                    }
                    count("unchecked");
                    request.next();
                }));
    }

    private Wanted wanted(
            ReportCacheKey key,
            CachedOperation operation,
            boolean hasWaited,
            List<CurrentRevisions.OfService> current) {
        var ofServices = new ArrayList<List<String>>();
        var others = new ArrayList<String>();
        for (var i = 0; i < current.size(); i++) {
            var service = operation.services().get(i);
            var all = new ArrayList<>(List.of(current.get(i).build()));
            ofServices.add(all);
            others.add(current.get(i).build());
            for (var dataSet : operation.dataSetsOf(service)) {
                var revision = current.get(i).revisionOf(dataSet);
                all.add(revision);
                if (!operation.part().equals(Optional.of(new CachedOperation.Part(service, dataSet)))) {
                    others.add(revision);
                }
            }
        }
        return new Wanted(
                key,
                operation,
                hasWaited,
                operation.part(),
                revisions.intern(new CachedReport.Revisions(ofServices, others, null)),
                current);
    }

    private void answer(RoutingContext request, Wanted wanted) {
        if (request.response().closed()) {
            return;
        }
        var known = kept.find(wanted.key()).orElse(null);
        if (known != null && known.isOf(wanted.revisions())) {
            count("hit");
            used(wanted.key(), known);
            known.send(request, wanted.template());
            return;
        }
        if (wanted.part().isPresent()) {
            var here = Vertx.currentContext();
            ofPart(request, wanted).onComplete(part -> on(here, request, () -> answer(request, part.result())));
            return;
        }
        if (known != null && known.isOfPartOf(wanted.revisions())) {
            count("hit");
            var found = known.at(wanted.revisions());
            kept.keep(wanted.key(), found);
            used(wanted.key(), found);
            known.send(request, wanted.template());
            return;
        }
        var own = new Computation(wanted.revisions(), Promise.promise(), new AtomicBoolean(wanted.hasWaited()));
        var running = computations.putIfAbsent(wanted.key(), own);
        if (running == null) {
            count("miss");
            compute(request, wanted, own, known);
            return;
        }
        var isSame = running.revisions().equals(wanted.revisions());
        if (!isSame && wanted.hasWaited()) {
            computeAlone(request, wanted);
            return;
        }
        running.isShared().compareAndSet(false, isSame);
        var here = Vertx.currentContext();
        running.made()
                .future()
                .onComplete(made -> on(here, request, () -> {
                    if (!isSame) {
                        RequestDeadline.restart(request);
                        check(request, wanted.operation(), wanted.key(), true);
                        return;
                    }
                    if (made.failed()) {
                        // Its client left. One of those that wait computes instead.
                        answer(request, wanted);
                        return;
                    }
                    made.result()
                            .ifPresentOrElse(
                                    report -> {
                                        count("shared");
                                        report.send(request, wanted.template());
                                    },
                                    () -> computeAlone(request, wanted));
                }));
    }

    /** Read after the revisions of all, and before the report is computed. */
    private Future<Wanted> ofPart(RoutingContext request, Wanted wanted) {
        var part = wanted.part().orElseThrow();
        return CachedOperation.Part.idIn(wanted.key().path())
                .map(id -> currentRevisions.ofPart(
                        part.service(), part.dataSet(), id, request.request().getHeader(HttpHeaders.AUTHORIZATION)))
                .orElse(Future.succeededFuture(Optional.empty()))
                .map(wanted::withPart);
    }

    /** What another request computed cannot be shared, such as a problem. This one waited for it, and begins now. */
    private void computeAlone(RoutingContext request, Wanted wanted) {
        if (request.response().closed()) {
            return;
        }
        count("miss");
        RequestDeadline.restart(request);
        new OfServices(wanted, kept.find(wanted.key()).orElse(null)).use(request);
        request.next();
    }

    private void compute(RoutingContext request, Wanted wanted, Computation own, CachedReport known) {
        // It ends the wait for a computation whose end is not reported.
        var longest = CostClass.of(request).most();
        var limit = vertx.setTimer(longest.toMillis(), late -> end(wanted, own, Optional.empty()));
        // Those that wait do not wait for its client to read it.
        request.addHeadersEndHandler(begun -> {
            vertx.cancelTimer(limit);
            end(wanted, own, made(request, wanted));
        });
        request.addEndHandler(sent -> {
            vertx.cancelTimer(limit);
            if (sent.failed()) {
                computations.remove(wanted.key(), own);
                own.made().tryFail(sent.cause());
            }
        });
        new OfServices(wanted, known).use(request);
        Optional.ofNullable(known)
                .flatMap(CachedReport::recomputation)
                .ifPresentOrElse(again -> recompute(request, wanted, again), request::next);
    }

    /** Answers a question that was answered before the last write. What is not as usual is for the operation. */
    private void recompute(RoutingContext request, Wanted wanted, Recomputation recomputation) {
        var here = Vertx.currentContext();
        UpstreamResultReader.keepResults(request);
        var running = responses
                .recomputed(request, recomputation)
                .subscribe()
                .with(
                        made -> on(
                                here,
                                request,
                                () -> made.ifPresentOrElse(
                                        body -> new CachedReport(body, wanted.revisions(), false)
                                                .send(request, wanted.template()),
                                        request::next)),
                        refused -> on(here, request, request::next));
        request.addEndHandler(sent -> running.cancel());
    }

    private void end(Wanted wanted, Computation own, Optional<CachedReport> made) {
        made.ifPresent(report -> {
            if (own.isShared().get()) {
                report.use();
            }
            keep(wanted.key(), report);
        });
        computations.remove(wanted.key(), own);
        own.made().tryComplete(made);
    }

    /** While there is room, a long one is compressed once it is used; without it at once. */
    private void keep(ReportCacheKey key, CachedReport made) {
        var next = kept.find(key).map(before -> before.nextKept(made)).orElse(made);
        kept.keep(key, next);
        if (!kept.hasRoom() || next.isUsed()) {
            compress(key, next);
        }
    }

    private void used(ReportCacheKey key, CachedReport known) {
        if (!known.isUsed()) {
            known.use();
            compress(key, known);
        }
    }

    private void compress(ReportCacheKey key, CachedReport report) {
        if (report.isWorthCompressing()) {
            vertx.executeBlocking(report::compressed, false)
                    .onSuccess(compressed -> kept.replace(key, report, compressed));
        }
    }

    // Only what is complete: each service that was asked answered, with the build of the check, and on the same days.
    private Optional<CachedReport> made(RoutingContext request, Wanted wanted) {
        var status = request.response().getStatusCode();
        var isRight = (status == 200 || status == 304)
                && UpstreamBuilds.of(request).areAll(wanted.builds())
                && isOfToday(wanted);
        var hasLanguage = request.response().headers().contains(HttpHeaders.CONTENT_LANGUAGE);
        return ComputedBody.of(request)
                .filter(body -> isRight)
                .map(body -> new CachedReport(body, wanted.revisions(), hasLanguage));
    }

    private boolean isOfToday(Wanted wanted) {
        return days.now().filter(wanted.key().days()::equals).isPresent();
    }

    /**
     * The answers that a report is made from. One is kept under the revisions of its service alone, where a write to another
     * service made the report before old: the next one may need it too. Any other would become old with the report, unused.
     */
    private final class OfServices implements KeptAnswers {
        private final Wanted wanted;
        private final CachedReport before;

        /** @param before the report that is old; null without one */
        OfServices(Wanted wanted, CachedReport before) {
            this.wanted = wanted;
            this.before = before;
        }

        @Override
        public Optional<byte[]> find(ServiceCall call) {
            return place(call).flatMap(place -> {
                var key = key(call);
                var found = kept.find(key).filter(answer -> answer.isOf(of(place)));
                if (found.isEmpty()) {
                    kept.remove(key);
                }
                count(METRIC_OF_SERVICES, found.isPresent() ? "found" : "asked");
                // No client gets it as it is, so compression would only save memory.
                found.ifPresent(CachedReport::use);
                return found.map(answer -> answer.plain().getBytes());
            });
        }

        @Override
        public void keep(ServiceCall call, byte[] body, String build) {
            place(call)
                    .filter(place -> before != null
                            && before.isOldByOthersThan(place, wanted.revisions())
                            && isOfToday(wanted)
                            && wanted.current().get(place).build().equals(build))
                    .ifPresent(place -> ReportCacheRoute.this.keep(
                            key(call), CachedReport.ofService(body, revisions.intern(of(place)))));
        }

        @Override
        public boolean exists(ServiceCall call) {
            return kept.find(existence(call)).isPresent();
        }

        @Override
        public void keepExistence(ServiceCall call) {
            kept.keep(existence(call), EXISTS);
        }

        // The body of the same call may be kept beside it.
        private ReportCacheKey existence(ServiceCall call) {
            return key(new ServiceCall(call.service(), "existence of " + call.path(), call.parameters()));
        }

        private ReportCacheKey key(ServiceCall call) {
            return wanted.key().ofCall(wanted.operation(), call);
        }

        /** Of a report of one service nothing is kept apart: both would be old at once. */
        private Optional<Integer> place(ServiceCall call) {
            return Optional.of(wanted.operation().services().indexOf(call.service()))
                    .filter(place -> place >= 0 && wanted.current().size() > 1);
        }

        private CachedReport.Revisions of(int place) {
            return wanted.revisions().ofService(place);
        }
    }

    private void count(String outcome) {
        count(METRIC, outcome);
    }

    private void count(String metric, String outcome) {
        registry.counter(metric, "outcome", outcome).increment();
    }

    private static void on(Context thread, RoutingContext request, Runnable step) {
        thread.runOnContext(now -> {
            try {
                step.run();
            } catch (RuntimeException failure) {
                // The router no longer looks after this request.
                request.fail(failure);
            }
        });
    }
}
