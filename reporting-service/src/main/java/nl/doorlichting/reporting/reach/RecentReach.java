package nl.doorlichting.reporting.reach;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
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

    /** Beyond these a programme is read from the database for each answer, which adds its sums up faster. */
    private static final int MOST_FACTS_OF_PROGRAMME = 5_000;

    private static final int MOST_FACTS = 80_000;
    private static final int SECONDS_OF_READ = 5;
    private static final Question EVERYDAY = new Question(
            Structure.REACH,
            null,
            null,
            null,
            Stream.concat(Stream.of(Dimension.PERIOD), ReachSums.BY_ACTION_LINE.kept().stream())
                    .collect(Collectors.toUnmodifiableSet()),
            Map.of(),
            null,
            null);

    private final EntityManager entities;
    private final ReachFacts facts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "recent-reach"));
    private final CoalescedCall<Moment> reads = new CoalescedCall<>(this::read);
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    // Of the thread alone.
    private final Map<String, Optional<ProgrammeReach>> programmes = new LinkedHashMap<>(16, 0.75f, true);
    private ReachChanges.Moment until = ReachChanges.Moment.NONE;

    /** What was recorded at one moment. A programme with too many sums is empty, and so is one that took too long. */
    private record Moment(String revision, Map<String, Optional<ProgrammeReach>> programmes) {}

    RecentReach(EntityManager entities, ReachFacts facts) {
        this.entities = entities;
        this.facts = facts;
    }

    /**
     * What counts in the answer, and the revision of the moment of which it is. Empty for a question that the sums kept here do
     * not answer, and where reading takes long or fails: the database answers it then.
     */
    Optional<ReachFacts.Read<List<Fact<QuantitySum>>>> of(Question question) {
        if (question.programme() == null
                || Grain.of(question, List.of(ReachSums.BY_ACTION_LINE)).isEmpty()) {
            return Optional.empty();
        }
        asked.add(question.programme());
        try {
            var moment = reads.join()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(ReachChanges.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return moment.programmes()
                    .getOrDefault(question.programme(), Optional.empty())
                    .map(programme -> new ReachFacts.Read<>(moment.revision(), programme.facts(question)));
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
        var changes = ReachChanges.since(until, EVERYDAY, entities);
        apply(changes);
        if (changes.isSummed()) {
            wanted.stream().filter(code -> programmes.get(code) == null).forEach(this::load);
            forgetOldest();
        }
        return new Moment(changes.revision(), Map.copyOf(programmes));
    }

    private void apply(ReachChanges changes) {
        until = changes.until();
        if (!changes.isComplete()) {
            programmes.clear();
        }
        try {
            changes.entries()
                    .forEach((code, entries) -> programmes.computeIfPresent(
                            code,
                            (same, known) -> entries.stream().anyMatch(ReachChanges.Entry::isApart)
                                    ? null
                                    : known.map(programme -> programme.with(entries))));
        } catch (IllegalArgumentException takenBackWithoutBeingThere) {
            programmes.clear();
            throw takenBackWithoutBeingThere;
        }
    }

    private void load(String code) {
        // Stays so where reading it takes too long, so that others do not wait for it again.
        programmes.put(code, Optional.empty());
        var everything = new Question(Structure.REACH, code, null, null, EVERYDAY.by(), Map.of(), null, null);
        programmes.put(
                code,
                Optional.of(ProgrammeReach.of(facts.of(everything).figures()))
                        .filter(programme -> programme.size() <= MOST_FACTS_OF_PROGRAMME));
    }

    private void forgetOldest() {
        var size = programmes.values().stream().mapToInt(RecentReach::size).sum();
        for (var oldest = programmes.values().iterator(); size > MOST_FACTS; oldest.remove()) {
            size -= size(oldest.next());
        }
    }

    private static int size(Optional<ProgrammeReach> programme) {
        return 1 + programme.map(ProgrammeReach::size).orElse(0);
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
