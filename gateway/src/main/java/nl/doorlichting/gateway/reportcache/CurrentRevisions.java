package nl.doorlichting.gateway.reportcache;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.gateway.GatewayConfig;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.dataset.CoalescedCall;
import nl.doorlichting.platform.dataset.RevisionRoute;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The revisions of the services as of now. Requests share the checks of a service: one runs at a time, and a request joins
 * the next one, so that each is answered by a check that began after it arrived. A check belongs to no request: it goes on
 * when a client leaves, and it ends for all at the time limit. It carries the token of one of the requests that wait for
 * it, and runs on the thread of the one that began it, so that it need not wake another.
 */
@Singleton
class CurrentRevisions {
    /** Name of the counter of checks. */
    static final String METRIC = "doorlichting.revision.checks";

    private static final Logger LOG = Logger.getLogger(CurrentRevisions.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    // A check costs more than an answer from the cache. While many ask, more of them share one: the next begins 2 ms
    // after
    // the one before, or up to 5 ms if fewer than eight wait by then. One that asks alone waits for none.
    private static final Duration LEAST_BETWEEN_CHECKS = Duration.ofMillis(2);
    private static final Duration MOST_BETWEEN_CHECKS = Duration.ofMillis(5);
    private static final int WORTH_A_CHECK = 8;
    // As for forwarded requests: shorter than the shutdown delay of the services.
    private static final int KEEP_ALIVE_SECONDS = 2;
    private static final int CONNECTIONS = 4;

    private final GatewayConfig config;
    private final Vertx vertx;
    private final HttpClient client;
    private final MeterRegistry registry;
    private final long limitMillis;
    private final Map<Service, Check> checks = new EnumMap<>(Service.class);

    CurrentRevisions(
            GatewayConfig config,
            Vertx vertx,
            MeterRegistry registry,
            @ConfigProperty(name = "doorlichting.report-cache.check-within") Duration limit) {
        this.config = config;
        this.vertx = vertx;
        this.registry = registry;
        this.limitMillis = limit.toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout((int) limitMillis)
                .setTracingPolicy(TracingPolicy.IGNORE));
        for (var service : Service.values()) {
            checks.put(service, new Check(service, service.url(config) + RevisionRoute.PATH));
        }
    }

    /**
     * What one service answered.
     *
     * @param byDataSet the revision of each of its data sets
     */
    record OfService(String build, Map<String, Object> byDataSet) {
        static OfService read(Buffer body) {
            var answer = new JsonObject(body);
            return new OfService(
                    Objects.requireNonNull(answer.getString(RevisionRoute.BUILD), "build"),
                    answer.getJsonObject(RevisionRoute.REVISIONS).getMap());
        }

        String revisionOf(String dataSet) {
            return byDataSet.get(dataSet).toString();
        }
    }

    /** The revisions of these services, in their order; fails if one of them does not answer. The result arrives on any thread. */
    Future<List<OfService>> of(List<Service> services, String authorization) {
        var joined = new ArrayList<Future<OfService>>();
        services.forEach(service -> joined.add(checks.get(service).join(authorization)));
        return Future.all(joined).map(all -> all.list());
    }

    /**
     * The revision of what a data set of a service has of one thing; empty if the service does not state it. The result
     * arrives on any thread.
     */
    Future<Optional<String>> ofPart(Service service, String dataSet, String id, String authorization) {
        var options = new RequestOptions()
                .setAbsoluteURI(service.url(config) + RevisionRoute.OF_PART + id)
                .setTimeout(limitMillis)
                .putHeader(HttpHeaders.AUTHORIZATION, authorization);
        var ended = Promise.<Optional<String>>promise();
        var limit = vertx.setTimer(limitMillis, late -> ended.tryComplete(Optional.empty()));
        client.request(options)
                .compose(request -> request.send())
                .compose(answer -> answer.statusCode() == 200 ? answer.body() : Future.succeededFuture())
                .map(body -> body == null
                        ? Optional.<String>empty()
                        : Optional.ofNullable(new JsonObject(body)
                                .getJsonObject(RevisionRoute.PARTS)
                                .getString(dataSet)))
                .otherwise(Optional.empty())
                .onComplete(found -> {
                    vertx.cancelTimer(limit);
                    ended.tryComplete(found.result());
                });
        return ended.future();
    }

    @PreDestroy
    void stop() {
        client.close();
    }

    private final class Check {
        private final Service service;
        private final RequestOptions question;
        private final CoalescedCall<OfService> call = new CoalescedCall<>(this::run, this::pause);
        private volatile String token;
        private volatile long pausedUntil = System.nanoTime();
        private volatile boolean answers = true;
        private volatile long begun;

        Check(Service service, String address) {
            this.service = service;
            this.question = new RequestOptions().setAbsoluteURI(address).setTimeout(limitMillis);
        }

        Future<OfService> join(String authorization) {
            if (System.nanoTime() - pausedUntil < 0) {
                return Future.failedFuture("no check right after a failure");
            }
            token = authorization;
            return call.join();
        }

        private Future<Void> pause() {
            var since = System.nanoTime() - begun;
            var enough = call.waiting() < WORTH_A_CHECK ? MOST_BETWEEN_CHECKS : LEAST_BETWEEN_CHECKS;
            return since >= enough.toNanos()
                    ? Future.succeededFuture()
                    : vertx.timer(1, TimeUnit.MILLISECONDS).compose(over -> pause());
        }

        private Future<OfService> run() {
            begun = System.nanoTime();
            var ended = Promise.<OfService>promise();
            var limit = vertx.setTimer(limitMillis, late -> ended.tryFail("no answer in time"));
            ask().onComplete(answer -> {
                vertx.cancelTimer(limit);
                if (answer.succeeded()) {
                    ended.tryComplete(answer.result());
                } else {
                    ended.tryFail(answer.cause());
                }
            });
            return ended.future().onSuccess(answer -> answered()).onFailure(this::failed);
        }

        private Future<OfService> ask() {
            var options = new RequestOptions(question).putHeader(HttpHeaders.AUTHORIZATION, token);
            return client.request(options).compose(request -> request.send()).compose(this::read);
        }

        private Future<OfService> read(HttpClientResponse answer) {
            return switch (answer.statusCode()) {
                case 200 -> answer.body().map(OfService::read);
                case 401, 403 -> Future.failedFuture(new TokenRefused());
                default -> Future.failedFuture("status " + answer.statusCode());
            };
        }

        private void answered() {
            answers = true;
            count("answered");
        }

        private void failed(Throwable failure) {
            if (failure instanceof TokenRefused) {
                count("refused");
                return;
            }
            pausedUntil = System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos();
            count("failed");
            // Logged once for each outage.
            if (answers) {
                LOG.warnf("%s does not state its revisions: %s", service.jsonName(), failure);
            }
            answers = false;
        }

        private void count(String outcome) {
            registry.counter(METRIC, "service", service.jsonName(), "outcome", outcome)
                    .increment();
        }
    }

    /** The token of the check: nothing is wrong with the service. */
    private static final class TokenRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        TokenRefused() {
            super(null, null, false, false);
        }
    }
}
