package nl.doorlichting.reporting.reachstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.reporting.reachstatistics.ReachSumsCache.Part;
import org.junit.jupiter.api.Test;

class ReachSumsCacheTest {
    private static final Part FIRST = byPlace("first");
    private static final Part SECOND = byPlace("second");
    private static final Part OTHER = byPlace("other");
    private static final int MOST_BYTES = 3_000_000;
    // Two parts of so many sums have room, and three have not.
    private static final int MANY = 10_000;
    private static final Fact<QuantitySum> OF_500_BYTES =
            Fact.of(1, QuantitySum.ZERO).overlapping("an-observation", Set.of());

    private final AtomicLong nanos = new AtomicLong(-5);
    private final ReachSumsCache cache = new ReachSumsCache(MOST_BYTES, nanos::get);

    @Test
    void isReadAgainAsSoonAsOthersLeaveRoom() {
        keep(FIRST);
        keep(SECOND);
        assertTrue(cache.isToBeRead(OTHER));
        cache.pause(OTHER);
        assertFalse(cache.hasRoom(OTHER, MANY));
        nanos.addAndGet(ReachSumsCache.STAY.toNanos() - 1);
        assertFalse(cache.isToBeRead(SECOND));
        assertFalse(cache.isToBeRead(OTHER));

        nanos.incrementAndGet();

        assertTrue(cache.isToBeRead(OTHER));
        keep(OTHER);
        assertEquals(Set.of(SECOND, OTHER), cache.byPart().keySet());
    }

    @Test
    void fewerSumsHaveRoomThatManyHaveNot() {
        keep(FIRST);
        keep(SECOND);
        cache.hasRoom(OTHER, MANY);

        assertTrue(cache.hasRoom(byPlace("small"), MANY / 4));
        assertFalse(cache.isToBeRead(OTHER));
    }

    @Test
    void smallHeapKeepsFewerSums() {
        assertEquals(20_480, ReachSumsCache.mostSums(160L << 20));
        assertEquals(50_000, ReachSumsCache.mostSums(1L << 30));
    }

    @Test
    void waitsWhereTooLargeByItself() {
        var tooManySums = ReachSumsCache.MOST_SUMS + 1;
        var large = new ReachSumsCache(10L * MOST_BYTES, nanos::get);
        large.pause(FIRST);
        assertFalse(large.hasRoom(FIRST, tooManySums));
        assertTrue(large.hasRoom(SECOND, tooManySums - 1));
        cache.pause(FIRST);
        assertFalse(cache.hasRoom(FIRST, tooManySums / 2));

        nanos.addAndGet(ReachSumsCache.PAUSE.toNanos());
        assertFalse(large.isToBeRead(FIRST));
        assertFalse(cache.isToBeRead(FIRST));

        nanos.incrementAndGet();
        assertTrue(large.isToBeRead(FIRST));
        assertTrue(cache.isToBeRead(FIRST));
    }

    /** It was found to have room, and is still not kept. */
    @Test
    void waitsWhereReadingTookTooLong() {
        cache.pause(FIRST);
        assertTrue(cache.hasRoom(FIRST, 1));

        nanos.addAndGet(ReachSumsCache.PAUSE.toNanos());
        assertFalse(cache.isToBeRead(FIRST));

        nanos.incrementAndGet();
        assertTrue(cache.isToBeRead(FIRST));
    }

    @Test
    void doesNotKeepMoreThanWasExpected() {
        keep(FIRST);
        keep(SECOND);
        cache.pause(OTHER);
        assertTrue(cache.hasRoom(OTHER, 1));

        cache.keep(OTHER, sums(OTHER.grain(), MANY));

        assertEquals(Set.of(FIRST, SECOND), cache.byPart().keySet());
        assertFalse(cache.isToBeRead(OTHER));
    }

    @Test
    void sumsByPlaceMakeRoomForThoseByTargetGroup() {
        var byTargetGroup = new Part("first", ReachSums.BY_ACTION_LINE);
        keep(FIRST);
        keep(SECOND);
        nanos.incrementAndGet();
        assertFalse(cache.isToBeRead(FIRST));

        keep(byTargetGroup);

        assertEquals(Set.of(FIRST, byTargetGroup), cache.byPart().keySet());
        assertFalse(cache.hasRoom(SECOND, MANY));
        assertFalse(cache.isToBeRead(SECOND));
    }

    @Test
    void sumsByPlaceMakeRoomForThoseOfNoTargetGroups() {
        var byPlaceAlone = new Part("first", ReachSums.BY_PLACE);
        keep(FIRST);
        keep(SECOND);

        keep(byPlaceAlone);

        assertEquals(Set.of(SECOND, byPlaceAlone), cache.byPart().keySet());
        assertFalse(cache.hasRoom(FIRST, MANY));
        keep(new Part("first", ReachSums.BY_ACTION_LINE));
        assertTrue(cache.hasRoom(new Part("second", ReachSums.BY_ACTION_LINE), MANY));
    }

    @Test
    void sumsByTargetGroupMakeNoRoomForOthers() {
        var byTargetGroup = new Part("first", ReachSums.BY_ACTION_LINE);
        keep(byTargetGroup);
        keep(new Part("second", ReachSums.BY_ACTION_LINE));

        assertFalse(cache.hasRoom(new Part("other", ReachSums.BY_ACTION_LINE), MANY));
        assertFalse(cache.hasRoom(OTHER, MANY));

        nanos.addAndGet(ReachSumsCache.STAY.toNanos() + 1);
        assertFalse(cache.isToBeRead(byTargetGroup));
        keep(OTHER);
        assertEquals(Set.of(byTargetGroup, OTHER), cache.byPart().keySet());
    }

    /** Otherwise each change would have it counted anew. */
    @Test
    void waitsThoughItsProgrammeChanges() {
        keep(FIRST);
        keep(SECOND);
        cache.hasRoom(OTHER, MANY);

        cache.forget(part -> part.programme().equals("other"));

        assertFalse(cache.isToBeRead(OTHER));
    }

    private void keep(Part part) {
        assertTrue(cache.isToBeRead(part));
        cache.pause(part);
        assertTrue(cache.hasRoom(part, MANY));
        cache.keep(part, sums(part.grain(), MANY));
        nanos.incrementAndGet();
        assertFalse(cache.isToBeRead(part));
    }

    /** They take as many bytes as sums of every kind of quantity. */
    private static ProgrammeReach sums(Grain grain, int number) {
        return ProgrammeReach.of(grain, Collections.nCopies(number * 120 / 500, OF_500_BYTES), new SharedValues());
    }

    private static Part byPlace(String programme) {
        return new Part(programme, ReachSums.OF_PLACES);
    }
}
