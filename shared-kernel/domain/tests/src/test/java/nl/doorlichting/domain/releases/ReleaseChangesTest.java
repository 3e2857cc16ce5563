package nl.doorlichting.domain.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import org.junit.jupiter.api.Test;

class ReleaseChangesTest {
    private static final CellKey WEERT = municipality("GM0988");
    private static final CellKey VENRAY = municipality("GM0984");

    @Test
    void namesNewCorrectedAndWithdrawnCells() {
        List<CellChange> changes = changes(
                List.of(rounded(VENRAY, 10), rounded(WEERT, 20)),
                List.of(rounded(WEERT, 25), rounded(municipality("GM1507"), 5)),
                Map.of());
        assertEquals(
                List.of(
                        CellChange.delete(VENRAY, ChangeReason.WITHDRAWN),
                        CellChange.upsert(rounded(WEERT, 25), ChangeReason.CORRECTION),
                        CellChange.upsert(rounded(municipality("GM1507"), 5), ChangeReason.NEW)),
                changes);
    }

    @Test
    void movedFigureHasOldAndNewCell() {
        Map<CellKey, ChangeReason> moved = Map.of(VENRAY, ChangeReason.RECLASSIFIED, WEERT, ChangeReason.RECLASSIFIED);
        assertEquals(
                List.of(
                        CellChange.delete(VENRAY, ChangeReason.RECLASSIFIED),
                        CellChange.upsert(rounded(WEERT, 10), ChangeReason.RECLASSIFIED)),
                changes(List.of(rounded(VENRAY, 10)), List.of(rounded(WEERT, 10)), moved));
    }

    @Test
    void leavesOutCellThatIsShownAsItWas() {
        List<ReleaseCell> hidden = List.of(ReleaseCell.of(WEERT, DisclosedCount.SMALL));
        assertEquals(List.of(), changes(hidden, hidden, Map.of(WEERT, ChangeReason.CORRECTION)));
    }

    @Test
    void refusesCellsThatAreNotSorted() {
        assertThrows(
                IllegalArgumentException.class,
                () -> changes(List.of(rounded(WEERT, 5), rounded(VENRAY, 5)), List.of(), Map.of()));
        ReleaseChanges none = new ReleaseChanges(
                new ArrayList<ReleaseCell>().iterator(), new ArrayList<ReleaseCell>().iterator(), key -> null);
        assertFalse(none.hasNext());
        assertThrows(NoSuchElementException.class, none::next);
    }

    @Test
    void releaseAndItsChangesAreTheNextRelease() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            SortedMap<CellKey, ReleaseCell> release = new TreeMap<>();
            SortedMap<CellKey, ReleaseCell> copy = new TreeMap<>();
            for (int number = 0; number < 5; number++) {
                SortedMap<CellKey, ReleaseCell> next = changed(release, random);
                List<CellChange> changes = changes(release.values(), next.values(), Map.of());
                changes.forEach(change -> ReleaseChanges.apply(change, copy));
                assertEquals(next, copy, "seed " + seed);
                assertEquals(
                        Checksum.of(next.values().iterator()),
                        Checksum.of(copy.values().iterator()));
                assertEquals(differing(release, next), changes.size());
                release = next;
            }
        }
    }

    private static long differing(Map<CellKey, ReleaseCell> before, Map<CellKey, ReleaseCell> after) {
        return before.keySet().stream()
                        .filter(key -> !before.get(key).equals(after.get(key)))
                        .count()
                + after.keySet().stream()
                        .filter(key -> !before.containsKey(key))
                        .count();
    }

    private static SortedMap<CellKey, ReleaseCell> changed(Map<CellKey, ReleaseCell> release, Random random) {
        SortedMap<CellKey, ReleaseCell> next = new TreeMap<>(release);
        for (int write = random.nextInt(12); write > 0; write--) {
            CellKey key = municipality("GM%04d".formatted(random.nextInt(20)));
            switch (random.nextInt(3)) {
                case 0 -> next.remove(key);
                case 1 -> next.put(key, ReleaseCell.of(key, DisclosedCount.SMALL));
                default -> next.put(key, rounded(key, 5L * random.nextInt(4)));
            }
        }
        return next;
    }

    private static List<CellChange> changes(
            Collection<ReleaseCell> before, Collection<ReleaseCell> after, Map<CellKey, ChangeReason> reasons) {
        List<CellChange> changes = new ArrayList<>();
        new ReleaseChanges(before.iterator(), after.iterator(), reasons::get).forEachRemaining(changes::add);
        return changes;
    }

    private static ReleaseCell rounded(CellKey key, long multiple) {
        return ReleaseCell.of(key, DisclosedCount.rounded(multiple));
    }

    private static CellKey municipality(String code) {
        return new CellKey(List.of("source", "municipality"), List.of("INVENTORY", code));
    }
}
