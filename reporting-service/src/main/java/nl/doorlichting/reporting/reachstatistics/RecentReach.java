package nl.doorlichting.reporting.reachstatistics;

import static java.util.Comparator.comparingLong;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
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
import org.jboss.logging.Logger;

/**
 * The sums of the programmes that were asked for last, in memory, for everyday questions (ADR 105). Each answer begins with a
 * read of what was recorded since, which all requests share that came before it began. So an answer has every write that was
 * acknowledged, as if its sums were read from the database.
 */
@ApplicationScoped
class RecentReach {
    private static final Logger LOG = Logger.getLogger(RecentReach.class);

    /** Beyond these the sums of a programme are read from the database for each answer: to read all at once takes too much memory. */
    private static final int MOST_SUMS_OF_PROGRAMME = 50_000;

    private static final long MOST_BYTES = 24L << 20;
    /** A small heap has less room. */
    private static final int PART_OF_HEAP = 8;
    // With what its figures state.
    private static final int BYTES_OF_PART = 3_000;
    // With all kinds of figures.
    private static final int BYTES_OF_SUM = 120;
    /**
     * Sums stay for as long after they were asked for. Meanwhile others get no place: it costs more to read the sums of a programme
     * once than to answer a hundred questions from the database.
     */
    private static final Duration STAY = Duration.ofMinutes(2);
    /** For as long there is no new try to keep sums for which there was no place or no time. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final int SECONDS_OF_READ = 5;
    private static final List<Grain> GRAINS = List.of(ReachSums.BY_ACTION_LINE, ReachSums.OF_PLACES);
    private static final Question EVERYTHING =
            new Question(Structure.REACH, null, null, null, dimensions(GRAINS), Map.of(), null, null);

    private final EntityManager entities;
    private final ReachFacts facts;
    private final MunicipalityRegister register;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "recent-reach"));
    private final CoalescedCall<Moment> reads = new CoalescedCall<>(this::read);
    private final Set<Part> asked = ConcurrentHashMap.newKeySet();

    // Of the thread alone.
    private final Map<Part, Kept> parts = new HashMap<>();
    private final long mostBytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    private final SharedValues shared = new SharedValues();
    private ReachChanges.Moment until = ReachChanges.Moment.NONE;

    /** The sums of one grain of one programme. */
    private record Part(String programme, Grain grain) {
        /** All that its sums tell apart. */
        Question everything() {
            return new Question(
                    Structure.REACH, programme, null, null, dimensions(List.of(grain)), Map.of(), null, null);
        }
    }

    /**
     * The sums of a part, or none where there was no place or no time for them.
     *
     * @param asked when they were asked for last, or when none could be kept
     */
    private record Kept(Optional<ProgrammeReach> sums, long asked) {
        Kept with(Optional<ProgrammeReach> changed) {
            return new Kept(changed, asked);
        }

        long bytes() {
            return BYTES_OF_PART + sums.map(ProgrammeReach::bytes).orElse(0L);
        }

        boolean isOlderThan(Duration age, long now) {
            return now - asked > age.toNanos();
        }
    }

    /** What was recorded at one moment. A part with too many sums is empty, and so is one that took too long. */
    private record Moment(String revision, Map<Part, Optional<ProgrammeReach>> parts) {}

    RecentReach(EntityManager entities, ReachFacts facts, MunicipalityRegister register) {
        this.entities = entities;
        this.facts = facts;
        this.register = register;
    }

    /**
     * What counts in the answer, and the revision of the moment of which it is. Empty for a question that the sums kept here do
     * not answer, and where reading takes long or fails: the database answers it then.
     */
    Optional<ReachFacts.Read<List<Fact<QuantitySum>>>> of(Question question) {
        var grain = Grain.of(question, GRAINS);
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
            return moment.parts()
                    .getOrDefault(part, Optional.empty())
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
            wanted.forEach(part -> keep(part, System.nanoTime()));
        }
        return new Moment(
                changes.revision(),
                parts.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, part -> part.getValue().sums())));
    }

    private void apply(ReachChanges changes) {
        until = changes.until();
        if (!changes.isComplete()) {
            forgetAll();
        }
        parts.keySet().removeIf(part -> changes.ofOtherTallies().contains(part.programme()));
        try {
            changes.entries()
                    .forEach((programme, entries) -> GRAINS.forEach(grain -> parts.computeIfPresent(
                            new Part(programme, grain),
                            (same, known) -> entries.stream().anyMatch(ReachChanges.Entry::isApart)
                                    ? null
                                    : known.with(known.sums().map(sums -> sums.with(entries, shared))))));
        } catch (IllegalArgumentException takenBackWithoutBeingThere) {
            forgetAll();
            throw takenBackWithoutBeingThere;
        }
    }

    private void keep(Part part, long now) {
        var known = parts.get(part);
        if (known == null || known.sums().isEmpty() && known.isOlderThan(PAUSE, now)) {
            load(part, now);
        } else if (known.sums().isPresent()) {
            parts.put(part, new Kept(known.sums(), now));
        }
    }

    private void load(Part part, long now) {
        // Stays so where reading it takes too long, so that others do not wait for it again.
        parts.put(part, new Kept(Optional.empty(), now));
        var most = Math.min(MOST_SUMS_OF_PROGRAMME, (mostBytes - bytesThatStay(now)) / BYTES_OF_SUM);
        if (most <= 0 || facts.hasMoreSums(part.grain(), part.programme(), (int) most)) {
            return;
        }
        var sums = ProgrammeReach.of(part.grain(), facts.of(part.everything()).figures(), shared);
        parts.put(part, new Kept(Optional.of(sums), now));
        forgetOldest();
    }

    private long bytesThatStay(long now) {
        return parts.values().stream()
                .filter(kept -> !kept.isOlderThan(STAY, now))
                .mapToLong(Kept::bytes)
                .sum();
    }

    private void forgetAll() {
        parts.clear();
        shared.clear();
    }

    private void forgetOldest() {
        var bytes = parts.values().stream().mapToLong(Kept::bytes).sum();
        while (bytes > mostBytes) {
            var oldest = Collections.min(
                    parts.keySet(), comparingLong(part -> parts.get(part).asked()));
            bytes -= parts.remove(oldest).bytes();
        }
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
