package nl.doorlichting.reporting.reachstatistics;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Grain;

/** The sums of the parts that were asked for last, in so much memory (ADR 105). It is for one thread. */
final class ReachSumsCache {
    /** What may be kept, the smallest first. */
    static final List<Grain> GRAINS = List.of(ReachSums.BY_ACTION_LINE, ReachSums.BY_PLACE, ReachSums.OF_PLACES);

    /**
     * Sums stay for as long after they were asked for. Meanwhile others get no room: it costs more to read the sums of a programme
     * once than to answer a hundred questions from the database. Only those of a larger grain make room.
     */
    static final Duration STAY = Duration.ofMinutes(2);
    /** For as long there is no new try to keep sums that are too many or for which there was no time. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    // To read them at once takes a third of this.
    private static final int HEAP_FOR_SUM = 8 << 10;
    /** Beyond these the sums of a part are read from the database for each answer: to read all at once takes too much memory. */
    static final int MOST_SUMS = mostSums(Runtime.getRuntime().maxMemory());

    // These take little memory.
    private static final int MOST_WAITING = 1_000;
    // With what its figures state.
    private static final int BYTES_OF_PART = 3_000;
    // With all kinds of figures.
    private static final int BYTES_OF_SUM = 120;

    private final long mostBytes;
    private final LongSupplier nanos;
    private final Map<Part, Kept> kept = new HashMap<>();
    private final Map<Part, Waiting> waiting = new HashMap<>();

    /** The sums of one grain of one programme. */
    record Part(String programme, Grain grain) {}

    /** @param asked when they were asked for last */
    private record Kept(ProgrammeReach sums, long asked) {
        long bytes() {
            return BYTES_OF_PART + sums.bytes();
        }

        /** Whether others of this grain get no room for its sake. */
        boolean holdsRoom(Grain others, long now) {
            return !isOver(STAY, asked, now) && GRAINS.indexOf(sums.grain()) <= GRAINS.indexOf(others);
        }
    }

    /**
     * A part that is not kept.
     *
     * @param bytes for which there must be room
     * @param since the last try
     */
    private record Waiting(long bytes, long since) {}

    static int mostSums(long heap) {
        return (int) Math.min(50_000, heap / HEAP_FOR_SUM);
    }

    /** @param nanos the time */
    ReachSumsCache(long mostBytes, LongSupplier nanos) {
        this.mostBytes = mostBytes;
        this.nanos = nanos;
    }

    /** Whether a part that is asked for is to be read. It is not while it is known that it would not be kept. */
    boolean isToBeRead(Part part) {
        var now = nanos.getAsLong();
        if (kept.computeIfPresent(part, (same, known) -> new Kept(known.sums(), now)) != null) {
            return false;
        }
        var last = waiting.get(part);
        return last == null || isOver(PAUSE, last.since(), now) || last.bytes() <= room(part.grain(), now);
    }

    /** The part is not read again for some minutes, unless it is kept or {@link #hasRoom} says when. */
    void pause(Part part) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
        }
        waiting.put(part, new Waiting(Long.MAX_VALUE, nanos.getAsLong()));
    }

    /** Whether there is room for so many sums of a part. If not, it is read again when there is. */
    boolean hasRoom(Part part, int sums) {
        return sums <= MOST_SUMS && hasRoom(part, BYTES_OF_PART + (long) sums * BYTES_OF_SUM, nanos.getAsLong());
    }

    private boolean hasRoom(Part part, long bytes, long now) {
        var hasRoom = bytes <= room(part.grain(), now);
        if (!hasRoom) {
            waiting.put(part, new Waiting(bytes, now));
        }
        return hasRoom;
    }

    /** Sums that take more than was expected are not kept where they have no room. */
    void keep(Part part, ProgrammeReach sums) {
        var now = nanos.getAsLong();
        var added = new Kept(sums, now);
        if (!hasRoom(part, added.bytes(), now)) {
            return;
        }
        waiting.remove(part);
        kept.put(part, added);
        while (bytes(all -> true) > mostBytes) {
            kept.remove(kept.entrySet().stream()
                    .filter(other -> !other.getValue().holdsRoom(part.grain(), now))
                    .min(comparingLong(other -> other.getValue().asked()))
                    .orElseThrow()
                    .getKey());
        }
    }

    /** Its sums are others since, if they are kept. */
    void change(Part part, UnaryOperator<ProgrammeReach> change) {
        kept.computeIfPresent(part, (same, known) -> new Kept(change.apply(known.sums()), known.asked()));
    }

    void forget(Predicate<Part> some) {
        kept.keySet().removeIf(some);
    }

    Map<Part, ProgrammeReach> byPart() {
        return kept.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, part -> part.getValue().sums()));
    }

    private long room(Grain grain, long now) {
        return mostBytes - bytes(some -> some.holdsRoom(grain, now));
    }

    private long bytes(Predicate<Kept> some) {
        return kept.values().stream().filter(some).mapToLong(Kept::bytes).sum();
    }

    private static boolean isOver(Duration time, long since, long now) {
        return now - since > time.toNanos();
    }
}
