package nl.doorlichting.reporting.reachstatistics;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Grain;

/** The sums of the parts that were asked for last, in so much memory (ADR 105). It is for one thread. */
final class ReachSumsCache {
    /**
     * Sums stay for as long after they were asked for. Meanwhile others get no place: it costs more to read the sums of a programme
     * once than to answer a hundred questions from the database.
     */
    static final Duration STAY = Duration.ofMinutes(2);
    /** For as long there is no new try to keep sums for which there was no place or no time. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    /** Beyond these the sums of a part are read from the database for each answer: to read all at once takes too much memory. */
    private static final int MOST_SUMS = 50_000;
    // With what its figures state.
    private static final int BYTES_OF_PART = 3_000;
    // With all kinds of figures.
    private static final int BYTES_OF_SUM = 120;

    private final long mostBytes;
    private final LongSupplier nanos;
    private final Map<Part, Kept> parts = new HashMap<>();

    /** The sums of one grain of one programme. */
    record Part(String programme, Grain grain) {}

    /**
     * The sums of a part, or none where there was no place or no time for them.
     *
     * @param asked when they were asked for last, or when none could be kept
     */
    private record Kept(Optional<ProgrammeReach> sums, long asked) {
        long bytes() {
            return BYTES_OF_PART + sums.map(ProgrammeReach::bytes).orElse(0L);
        }

        boolean isOlderThan(Duration age, long now) {
            return now - asked > age.toNanos();
        }
    }

    /** @param nanos the time */
    ReachSumsCache(long mostBytes, LongSupplier nanos) {
        this.mostBytes = mostBytes;
        this.nanos = nanos;
    }

    /** Whether the sums of a part that is asked for are to be read. */
    boolean areToBeRead(Part part) {
        var now = nanos.getAsLong();
        var known = parts.get(part);
        if (known != null && known.sums().isPresent()) {
            parts.put(part, new Kept(known.sums(), now));
        }
        return known == null || known.sums().isEmpty() && known.isOlderThan(PAUSE, now);
    }

    /** For how many sums there is place now. */
    int place() {
        var now = nanos.getAsLong();
        var bytesThatStay = parts.values().stream()
                .filter(kept -> !kept.isOlderThan(STAY, now))
                .mapToLong(Kept::bytes)
                .sum();
        return (int) Math.min(MOST_SUMS, (mostBytes - bytesThatStay) / BYTES_OF_SUM);
    }

    /** The part is not read again for some minutes. */
    void pause(Part part) {
        parts.put(part, new Kept(Optional.empty(), nanos.getAsLong()));
    }

    void keep(Part part, ProgrammeReach sums) {
        parts.put(part, new Kept(Optional.of(sums), nanos.getAsLong()));
        var bytes = parts.values().stream().mapToLong(Kept::bytes).sum();
        while (bytes > mostBytes) {
            var oldest = Collections.min(
                    parts.keySet(), comparingLong(some -> parts.get(some).asked()));
            bytes -= parts.remove(oldest).bytes();
        }
    }

    /** Its sums are others since, if there are any. */
    void change(Part part, UnaryOperator<ProgrammeReach> change) {
        parts.computeIfPresent(part, (same, known) -> new Kept(known.sums().map(change), known.asked()));
    }

    void forget(Predicate<Part> some) {
        parts.keySet().removeIf(some);
    }

    Map<Part, Optional<ProgrammeReach>> byPart() {
        return parts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, part -> part.getValue().sums()));
    }
}
