package nl.doorlichting.gateway.clients;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The circuit of each service, for forwarded requests and parts of reports together, and how many of them may wait for it at
 * once: slow services must not take the places of requests to the others, nor waiting writes those of reads (ADR 64). The
 * circuit opens when five of the last ten requests had no answer in time, and nobody else had one while they waited: then
 * callers need not wait to find that out. After a pause one request is let through, and its answer closes the circuit. Every
 * answer of the service counts as one, also a refusal. What fails at once, such as a refused connection, counts as neither: its
 * caller did not wait, and the next request finds the service as soon as it is back.
 */
@Singleton
public class ServiceCircuits {
    private static final Logger LOG = Logger.getLogger(ServiceCircuits.class);
    private static final String METRIC = "doorlichting.circuit.";
    // A request that has spent its time elsewhere, such as on a slow identity provider, does not show that a service is
    // silent.
    private static final Duration LEAST_WAIT = Duration.ofMillis(900);
    // A window of time would be full of answers from before the service fell silent.
    private static final int LAST_CALLS = 10;
    private static final int LEAST_CALLS = 5;
    private static final float FAILURE_PERCENTAGE = 50;
    private static final Duration LONGEST_TRY = Duration.ofSeconds(2);

    private final Map<Service, CircuitBreaker> circuits = new EnumMap<>(Service.class);
    private final Map<Service, Places> places = new EnumMap<>(Service.class);
    private final Map<Service, AtomicReference<Instant>> lastAnswers = new EnumMap<>(Service.class);
    private final MeterRegistry metrics;
    private final Clock clock;

    ServiceCircuits(
            @ConfigProperty(name = "doorlichting.circuit.pause") Duration pause,
            @ConfigProperty(name = "doorlichting.circuit.at-once") int atOnce,
            @ConfigProperty(name = "doorlichting.circuit.writes-at-once") int writesAtOnce,
            MeterRegistry metrics,
            Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
        for (var service : Service.values()) {
            var circuit = CircuitBreaker.of(service.jsonName(), config(pause, clock));
            circuit.getEventPublisher()
                    .onStateTransition(event -> LOG.warnf(
                            "The circuit of %s is %s",
                            service.jsonName(), event.getStateTransition().getToState()));
            circuits.put(service, circuit);
            places.put(service, new Places(new Semaphore(atOnce), new Semaphore(writesAtOnce)));
            lastAnswers.put(service, new AtomicReference<>(Instant.MIN));
            Gauge.builder(METRIC + "open", () -> isOpen(service) ? 1 : 0)
                    .tag("service", service.jsonName())
                    .register(metrics);
            refused(service, 0);
        }
    }

    private static CircuitBreakerConfig config(Duration pause, Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(LAST_CALLS)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(FAILURE_PERCENTAGE)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(1)
                // The one request may be an upload that takes minutes; then the circuit opens again, for the next to
                // try.
                .maxWaitDurationInHalfOpenState(LONGEST_TRY)
                .clock(clock)
                .build();
    }

    /** The right to send one read to this service; empty while its circuit is open, or as many requests as may wait for it do. */
    public Optional<Attempt> attempt(Service service) {
        return attempt(service, false);
    }

    /** The same; a write is also refused while as many writes as may wait for this service do. */
    public Optional<Attempt> attempt(Service service, boolean isWrite) {
        var place = places.get(service);
        if (!place.take(isWrite)) {
            refusedAsFull();
            return Optional.empty();
        }
        var circuit = circuits.get(service);
        if (circuit.tryAcquirePermission()) {
            return Optional.of(new Attempt(circuit, lastAnswers.get(service), () -> place.leave(isWrite), clock));
        }
        place.leave(isWrite);
        refused(service, 1);
        return Optional.empty();
    }

    /** Whether as many requests as may wait for this service do, or as many writes. One that is refused for that is counted. */
    public boolean refusesAsFull(Service service, boolean isWrite) {
        var isFull = places.get(service).areTaken(isWrite);
        if (isFull) {
            refusedAsFull();
        }
        return isFull;
    }

    // The service answers, and has more requests than it can: as LoadShedding counts those.
    private void refusedAsFull() {
        metrics.counter("doorlichting.admission.refused", "reason", "full").increment();
    }

    /** Whether requests to this service are refused, except for one now and then. */
    boolean isOpen(Service service) {
        return circuits.get(service).getState() != CircuitBreaker.State.CLOSED;
    }

    private void refused(Service service, int requests) {
        metrics.counter(METRIC + "refused", "service", service.jsonName()).increment(requests);
    }

    /** A write has one of each: when all writes wait, for example for a lock, the other places are left for reads. */
    private record Places(Semaphore all, Semaphore writes) {
        boolean take(boolean isWrite) {
            if (isWrite && !writes.tryAcquire()) {
                return false;
            }
            if (all.tryAcquire()) {
                return true;
            }
            if (isWrite) {
                writes.release();
            }
            return false;
        }

        void leave(boolean isWrite) {
            all.release();
            if (isWrite) {
                writes.release();
            }
        }

        boolean areTaken(boolean isWrite) {
            return all.availablePermits() == 0 || isWrite && writes.availablePermits() == 0;
        }
    }

    /** One request to a service. Its first end counts. */
    public static final class Attempt {
        private final CircuitBreaker circuit;
        private final AtomicReference<Instant> lastAnswer;
        private final Runnable leave;
        private final Clock clock;
        private final Instant begin;
        private final AtomicBoolean ended = new AtomicBoolean();
        private final AtomicBoolean hasPlace = new AtomicBoolean(true);

        Attempt(CircuitBreaker circuit, AtomicReference<Instant> lastAnswer, Runnable leave, Clock clock) {
            this.circuit = circuit;
            this.lastAnswer = lastAnswer;
            this.leave = leave;
            this.clock = clock;
            this.begin = clock.instant();
        }

        /** It does not wait for the service, but for its client, so that another request may wait in its place. */
        public void leavePlace() {
            if (hasPlace.compareAndSet(true, false)) {
                leave.run();
            }
        }

        /** The service answered, with any status. */
        public void answered() {
            if (end()) {
                lastAnswer.set(clock.instant());
                circuit.onSuccess(taken().toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /** There is no answer, for this reason. */
        public void failed(Throwable failure) {
            if (!isTimeout(failure) || taken().compareTo(LEAST_WAIT) < 0 || othersHadAnswers()) {
                abandoned();
            } else if (end()) {
                circuit.onError(taken().toMillis(), TimeUnit.MILLISECONDS, failure);
            }
        }

        /** The caller no longer waits for the answer. */
        public void abandoned() {
            if (end()) {
                circuit.releasePermission();
            }
        }

        private boolean end() {
            leavePlace();
            return ended.compareAndSet(false, true);
        }

        // A service that answers some in time has more to do than it can, or stands still for this one: it is not
        // silent.
        private boolean othersHadAnswers() {
            return lastAnswer.get().isAfter(begin);
        }

        private Duration taken() {
            return Duration.between(begin, clock.instant());
        }

        private static boolean isTimeout(Throwable failure) {
            return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof TimeoutException
                            || cause instanceof io.smallrye.mutiny.TimeoutException
                            || cause instanceof ConnectTimeoutException);
        }
    }
}
