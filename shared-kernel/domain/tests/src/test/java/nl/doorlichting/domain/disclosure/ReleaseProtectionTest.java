package nl.doorlichting.domain.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.LongStream;
import nl.doorlichting.domain.disclosure.ReleaseProtection.GroupCount;
import org.junit.jupiter.api.Test;

class ReleaseProtectionTest {
    private static final byte[] SECRET = ReleaseProtectionAttackTest.secret(7);

    private final ReleaseProtection protection = new ReleaseProtection(new KeyedRounding(SECRET, "P"));

    @Test
    void keepsTotalExactAmongLargeFigures() {
        protection.exactCell("total", List.of(count("1", 18_644), count("2", 3)));
        protection.protectedCell("large", List.of(count("1", 18_644)));
        protection.protectedCell("small", List.of(count("2", 3)));
        Map<String, DisclosedCount> shown = protection.protect();
        assertEquals(DisclosedCount.exact(18_647), shown.get("total"));
        assertEquals(DisclosedCount.SMALL, shown.get("small"));
        assertEquals(CountDisclosure.ROUNDED_5, shown.get("large").disclosure());
    }

    @Test
    void hidesTotalThatIsOneSmallCount() {
        protection.exactCell("total", List.of(count("1", 3)));
        protection.protectedCell("small", List.of(count("1", 3)));
        assertEquals(Map.of("total", DisclosedCount.SMALL, "small", DisclosedCount.SMALL), protection.protect());
    }

    @Test
    void keepsSmallTotalThatIsInNoOtherTable() {
        protection.exactCell("total", List.of(count("1", 3)));
        assertEquals(Map.of("total", DisclosedCount.exact(3)), protection.protect());
    }

    @Test
    void keepsTotalOfFiguresThatNameNoPlace() {
        protection.exactCell("total", List.of(count("tally", 3)));
        protection.protectedCell("municipality", List.of(count("tally", 3)));
        protection.openGroup("tally");
        assertEquals(
                Map.of("total", DisclosedCount.exact(3), "municipality", DisclosedCount.SMALL), protection.protect());
    }

    @Test
    void roundsTotalOfSmallCountAndFewOthers() {
        protection.exactCell("total", List.of(count("1", 5), count("2", 1)));
        protection.protectedCell("five", List.of(count("1", 5)));
        protection.protectedCell("one", List.of(count("2", 1)));
        assertEquals(
                CountDisclosure.ROUNDED_5, protection.protect().get("total").disclosure());
    }

    @Test
    void leavesOutCellWhereFourOnesMakeSmallTotal() {
        List<GroupCount> ones = List.of(count("a", 1), count("b", 1), count("c", 1), count("d", 1));
        protection.protectedCell("municipality", ones);
        ones.forEach(one -> protection.protectedCell(one.group(), List.of(one)));
        Map<String, DisclosedCount> shown = protection.protect();
        assertEquals(4, shown.size());
        assertTrue(shown.values().stream().allMatch(DisclosedCount.SMALL::equals));
    }

    @Test
    void refusesGroupThatAddsDifferentCounts() {
        protection.protectedCell("a", List.of(count("1", 3)));
        assertThrows(IllegalArgumentException.class, () -> protection.protectedCell("b", List.of(count("1", 4))));
        assertThrows(IllegalArgumentException.class, () -> protection.protectedCell("a", List.of(count("1", 3))));
    }

    private static GroupCount count(String group, long count) {
        return new GroupCount(group, 2 * count);
    }

    @Test
    void roundsTotalWhenOnlyOneSmallFigureChanged() {
        Map<String, DisclosedCount> first = release(Map.of("a", 200L, "b", 300L), Map.of(), Map.of());
        assertEquals(DisclosedCount.exact(500), first.get("total"));
        Map<String, DisclosedCount> second = release(Map.of("a", 203L, "b", 300L), first, Map.of("a", 200L, "b", 300L));
        assertEquals(CountDisclosure.ROUNDED_5, second.get("total").disclosure());
    }

    @Test
    void keepsTotalExactWhenLargeFigureChangedOrSeveralDid() {
        Map<String, Long> before = Map.of("a", 200L, "b", 300L);
        Map<String, DisclosedCount> first = release(before, Map.of(), Map.of());
        assertEquals(
                DisclosedCount.exact(600),
                release(Map.of("a", 300L, "b", 300L), first, before).get("total"));
        assertEquals(
                DisclosedCount.exact(505),
                release(Map.of("a", 203L, "b", 302L), first, before).get("total"));
    }

    @Test
    void showsUnchangedReleaseUnchanged() {
        for (int seed = 0; seed < 50; seed++) {
            SortedMap<String, Long> figures = new RandomTables(seed, 4, 3).figures(15, 30);
            Map<String, DisclosedCount> first = ReleaseProtectionAttackTest.protect(figures);
            assertEquals(
                    first,
                    ReleaseProtectionAttackTest.protect(figures, List.of(first), List.of(figures)),
                    "seed " + seed);
        }
    }

    private static Map<String, DisclosedCount> release(
            Map<String, Long> figures, Map<String, DisclosedCount> earlier, Map<String, Long> before) {
        ReleaseProtection protection = new ReleaseProtection(new KeyedRounding(SECRET, "P"));
        protection.exactCell("total", List.of(count("a", figures.get("a")), count("b", figures.get("b"))));
        figures.forEach((group, count) -> protection.protectedCell(group, List.of(count(group, count))));
        earlier.forEach((cell, shown) -> protection.publishedCell(
                "1",
                cell,
                shown,
                before.keySet().stream()
                        .filter(group -> cell.equals("total") || cell.equals(group))
                        .map(group -> count(group, before.get(group)))
                        .toList()));
        return protection.protect();
    }

    @Test
    void doesNotDependOnOrder() {
        SortedMap<String, Long> figures = new RandomTables(3, 4, 3).figures(20, 30);
        Map<String, DisclosedCount> expected = ReleaseProtectionAttackTest.protect(figures);
        Map<String, List<String>> cells = RandomTables.groupsByCell(figures);
        List<String> shuffled = new ArrayList<>(cells.keySet());
        Collections.shuffle(shuffled, new Random(5));
        ReleaseProtection other = new ReleaseProtection(new KeyedRounding(ReleaseProtectionAttackTest.secret(1), "P"));
        for (String cell : shuffled) {
            List<GroupCount> counts = new ArrayList<>(ReleaseProtectionAttackTest.counts(cells.get(cell), figures));
            Collections.shuffle(counts, new Random(6));
            if (RandomTables.isExact(cell)) {
                other.exactCell(cell, counts);
                continue;
            }
            other.protectedCell(cell, counts);
        }
        assertEquals(expected, other.protect());
    }

    /** The loss of accuracy that ADR 50 and the README state. */
    @Test
    void losesLittleAccuracy() {
        SortedMap<String, Long> figures = new RandomTables(11, 300, 150).realistic(1200);
        Map<String, DisclosedCount> shown = ReleaseProtectionAttackTest.protect(figures);
        Map<String, List<String>> cells = RandomTables.groupsByCell(figures);
        Loss inCells = new Loss();
        Loss inTotals = new Loss();
        long exact = 0;
        long roundedTotals = 0;
        for (Map.Entry<String, List<String>> cell : cells.entrySet()) {
            long count = RandomTables.count(figures, cell.getValue().stream());
            DisclosedCount as = shown.get(cell.getKey());
            if (RandomTables.isExact(cell.getKey())) {
                exact += as != null && as.disclosure() == null ? 1 : 0;
                roundedTotals += as != null && as.disclosure() == null ? 0 : 1;
                continue;
            }
            (cell.getKey().contains(",") ? inCells : inTotals).add(count, as);
        }
        System.out.println("Loss of accuracy in " + inCells.size() + " cells: " + inCells);
        System.out.println("Loss of accuracy in " + inTotals.size() + " totals of one dimension: " + inTotals);
        System.out.println("Exact totals: " + exact + ", rounded: " + roundedTotals);
        assertTrue(inCells.mean() < 2 && inTotals.mean() < 2, inCells + " and " + inTotals);
        assertTrue(inCells.leftOut() < inCells.size() / 100, inCells.toString());
        assertEquals(0, roundedTotals);
    }

    private static final class Loss {
        private final List<Long> losses = new ArrayList<>();
        private long hidden;
        private long leftOut;

        void add(long count, DisclosedCount shown) {
            if (shown == null) {
                leftOut++;
                return;
            }
            if (shown.disclosure() == CountDisclosure.SMALL) {
                hidden++;
                return;
            }
            losses.add(Math.abs(shown.best() - count));
        }

        long size() {
            return losses.size() + hidden + leftOut;
        }

        long leftOut() {
            return leftOut;
        }

        double mean() {
            return losses.stream().mapToLong(loss -> loss).average().orElse(0);
        }

        @Override
        public String toString() {
            long[] sorted = losses.stream().mapToLong(loss -> loss).sorted().toArray();
            return "mean %.2f, 95th percentile %d, most %d, hidden %.1f %%, left out %.2f %%"
                    .formatted(
                            mean(),
                            sorted[sorted.length * 95 / 100],
                            LongStream.of(sorted).max().orElse(0),
                            100.0 * hidden / size(),
                            100.0 * leftOut / size());
        }
    }
}
