package nl.doorlichting.reporting.reachstatistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.dataset.CoalescedCall;
import nl.doorlichting.reporting.reachstatistics.ReachSumsCache.Part;
import org.jboss.logging.Logger;

/**
 * The sums of the programmes that were asked for last, in memory, for everyday questions (ADR 105). Each answer begins with a
 * read of what was recorded since, which all requests share that came before it began. So an answer has every write that was
 * acknowledged, as if its sums were read from the database.
 */
@ApplicationScoped
class RecentReach {
    private static final Logger LOG = Logger.getLogger(RecentReach.class);

    private static final long MOST_BYTES = 24L << 20;
    /** A small heap has less room. */
    private static final int PART_OF_HEAP = 8;

    private static final int SECONDS_OF_READ = 5;
    private static final Question EVERYTHING =
            new Question(Structure.REACH, null, null, null, dimensions(ReachSumsCache.GRAINS), Map.of(), null, null);

    private final EntityManager entities;
    private final ReachFacts facts;
    private final MunicipalityRegister register;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "recent-reach"));
    private final CoalescedCall<Moment> reads = new CoalescedCall<>(this::read);
    private final Set<Part> asked = ConcurrentHashMap.newKeySet();

    // Of the thread alone.
    private final ReachSumsCache cache;
    private final SharedValues shared = new SharedValues();
    private ReachChanges.Moment until = ReachChanges.Moment.NONE;

    /** What was recorded at one moment, of the parts that are kept. */
    private record Moment(String revision, Map<Part, ProgrammeReach> parts) {}

    @Inject
    RecentReach(EntityManager entities, ReachFacts facts, MunicipalityRegister register) {
        this(
                entities,
                facts,
                register,
                new ReachSumsCache(
                        Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP), System::nanoTime));
    }

    RecentReach(EntityManager entities, ReachFacts facts, MunicipalityRegister register, ReachSumsCache cache) {
        this.entities = entities;
        this.facts = facts;
        this.register = register;
        this.cache = cache;
    }

    /**
     * What counts in the answer, and the revision of the moment of which it is. Empty for a question that the sums kept here do
     * not answer, and where reading takes long or fails: the database answers it then.
     */
    Optional<ReachFacts.Read<List<Fact<QuantitySum>>>> of(Question question) {
        var grain = Grain.of(question, ReachSumsCache.GRAINS);
        if (question.programme() == null || grain.isEmpty()) {
            return Optional.empty();
        }
        var part = new Part(question.programme(), grain.orElseThrow());
        asked.add(part);
        try {
            var moment = reads.join()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ReachChanges.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.ofNullable(moment.parts().get(part))
                    .map(sums -> new ReachFacts.Read<>(moment.revision(), sums.facts(question, register)));
        } catch (ExecutionException | TimeoutException failed) {
            LOG.debug("The sums kept in memory could not be brought up to date", failed);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Future<Moment> read() {
        var read = Promise.<Moment>promise();
        thread.execute(() -> {
            try {
                read.complete(QuarkusTransaction.requiringNew()
                        .timeout(SECONDS_OF_READ)
                        .call(this::bringUpToDate));
            } catch (RuntimeException failure) {
                LOG.warnf(
                        "What was recorded could not be read: %s",
                        failure.getClass().getName());
                read.fail(failure);
            }
        });
        return read.future();
    }

    private Moment bringUpToDate() {
        var wanted = Set.copyOf(asked);
        asked.removeAll(wanted);
        var changes = ReachChanges.since(until, EVERYTHING, entities);
        apply(changes);
        if (changes.isSummed()) {
            wanted.stream().filter(cache::isToBeRead).forEach(this::load);
        }
        return new Moment(changes.revision(), cache.byPart());
    }

    private void apply(ReachChanges changes) {
        until = changes.until();
        if (!changes.isComplete()) {
            forgetAll();
        }
        cache.forget(part -> changes.ofOtherTallies().contains(part.programme())
                || changes.entries().getOrDefault(part.programme(), List.of()).stream()
                        .anyMatch(ReachChanges.Entry::isApart));
        try {
            changes.entries()
                    .forEach((programme, entries) -> ReachSumsCache.GRAINS.forEach(
                            grain -> cache.change(new Part(programme, grain), known -> known.with(entries, shared))));
        } catch (IllegalArgumentException takenBackWithoutBeingThere) {
            forgetAll();
            throw takenBackWithoutBeingThere;
        }
    }

    private void load(Part part) {
        // Stays so where reading it takes too long, so that others do not wait for it again.
        cache.pause(part);
        var number = facts.sums(part.grain(), part.programme(), ReachSumsCache.MOST_SUMS + 1);
        if (!cache.hasRoom(part, number)) {
            return;
        }
        var everything = new Question(
                Structure.REACH, part.programme(), null, null, dimensions(List.of(part.grain())), Map.of(), null, null);
        cache.keep(part, ProgrammeReach.of(part.grain(), facts.of(everything).figures(), shared));
    }

    private void forgetAll() {
        cache.forget(part -> true);
        shared.clear();
    }

    private static Set<Dimension> dimensions(List<Grain> grains) {
        return Stream.concat(Stream.of(Dimension.PERIOD), grains.stream().flatMap(grain -> grain.kept().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
