package nl.doorlichting.domain.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import nl.doorlichting.domain.disclosure.ReleaseProtection.GroupCount;
import nl.doorlichting.domain.disclosure.TableAttack.Range;
import org.junit.jupiter.api.Test;

/** What linear programming over everything that is published finds out; -Ddoorlichting.attacks=500 for more of it. */
class ReleaseProtectionAttackTest {
    private static final int DATA_SETS = Integer.getInteger("doorlichting.attacks", 40);
    private static final byte[] SECRET = secret(1);

    /** Those of inventories. */
    private static final ReleasedTables REACH = new ReleasedTables() {
        @Override
        public Map<String, List<String>> groupsByCell(SortedMap<String, Long> figures) {
            return RandomTables.groupsByCell(figures);
        }

        @Override
        public boolean isExact(String cell) {
            return RandomTables.isExact(cell);
        }
    };

    @Test
    void findsNoSmallCountInOneRelease() {
        for (int seed = 0; seed < DATA_SETS; seed++) {
            SortedMap<String, Long> figures = small(seed).figures(6 + seed % 12, 20);
            Map<String, DisclosedCount> shown = protect(figures);
            assertEquals(List.of(), found(figures, shown), "seed " + seed);
        }
    }

    @Test
    void findsNoSmallCountAndNoSmallChangeInSuccessiveReleases() {
        for (int seed = 0; seed < DATA_SETS; seed++) {
            List<SortedMap<String, Long>> releases = releases(seed, 2 + seed % 2);
            List<Map<String, DisclosedCount>> shown = new ArrayList<>();
            for (int number = 0; number < releases.size(); number++) {
                shown.add(protect(releases.get(number), shown, releases));
            }
            assertEquals(List.of(), found(releases, shown), "seed " + seed);
        }
    }

    @Test
    void findsNoSmallCountOfTrainingsInOneRelease() {
        long cells = 0;
        long changed = 0;
        long lost = 0;
        long hidden = 0;
        long leftOut = 0;
        for (int seed = 0; seed < DATA_SETS; seed++) {
            TrainingTables tables = new TrainingTables(seed);
            SortedMap<String, Long> figures = tables.figures(4 + seed % 9);
            Map<String, DisclosedCount> shown = protect(tables, figures, List.of(), List.of());
            assertEquals(List.of(), found(tables, figures, shown, null), "seed " + seed);
            for (Map.Entry<String, List<String>> cell :
                    tables.groupsByCell(figures).entrySet()) {
                DisclosedCount count = shown.get(cell.getKey());
                long exact = RandomTables.count(figures, cell.getValue().stream());
                cells++;
                leftOut += count == null ? 1 : 0;
                hidden += count != null && count.best() == null ? 1 : 0;
                changed += count != null && count.best() != null ? 1 : 0;
                lost += count != null && count.best() != null ? Math.abs(count.best() - exact) : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "trainings: %d cells, mean of |shown - true| %.2f, %.1f %% hidden, %.1f %% left out%n",
                cells,
                (double) lost / changed,
                100.0 * hidden / cells,
                100.0 * leftOut / cells);
        assertTrue(changed > cells / 3);
    }

    @Test
    void findsNoSmallCountAndNoSmallChangeOfTrainingsInSuccessiveReleases() {
        for (int seed = 0; seed < DATA_SETS; seed++) {
            TrainingTables tables = new TrainingTables(seed);
            List<SortedMap<String, Long>> releases = new ArrayList<>(List.of(tables.figures(4 + seed % 7)));
            List<Map<String, DisclosedCount>> shown = new ArrayList<>();
            for (int number = 0; number < 2 + seed % 2; number++) {
                if (number > 0) {
                    releases.add(tables.later(releases.get(number - 1), 1 + seed % 3));
                }
                shown.add(protect(tables, releases.get(number), shown, releases));
            }
            assertEquals(List.of(), found(tables, releases, shown), "seed " + seed);
        }
    }

    @Test
    void wouldFindSmallCountsOfTrainingsIfEachCellWereProtectedByItself() {
        KeyedRounding rounding = new KeyedRounding(SECRET, "P");
        int found = 0;
        for (int seed = 0; seed < DATA_SETS; seed++) {
            TrainingTables tables = new TrainingTables(seed);
            SortedMap<String, Long> figures = tables.figures(4 + seed % 9);
            Map<String, DisclosedCount> shown = new LinkedHashMap<>();
            tables.groupsByCell(figures).forEach((cell, groups) -> {
                long count = RandomTables.count(figures, groups.stream());
                shown.put(cell, tables.isExact(cell) ? DisclosedCount.exact(count) : rounding.disclose(cell, count));
            });
            found += found(tables, figures, shown, null).size();
        }
        assertTrue(found > DATA_SETS, "found " + found);
    }

    private static List<SortedMap<String, Long>> releases(int seed, int count) {
        RandomTables tables = small(seed);
        List<SortedMap<String, Long>> releases = new ArrayList<>(List.of(tables.figures(6 + seed % 10, 20)));
        while (releases.size() < count) {
            releases.add(tables.later(releases.get(releases.size() - 1), 1 + seed % 4, 20));
        }
        return releases;
    }

    @Test
    void wouldFindSmallCountsWithoutRounding() {
        assertTrue(foundWith((cell, count) ->
                        KeyedRounding.isSmall(count) ? DisclosedCount.SMALL : DisclosedCount.exact(count))
                > DATA_SETS);
    }

    @Test
    void wouldFindSmallCountsIfEachCellWereProtectedByItself() {
        KeyedRounding rounding = new KeyedRounding(SECRET, "P");
        assertTrue(foundWith((cell, count) ->
                        RandomTables.isExact(cell) ? DisclosedCount.exact(count) : rounding.disclose(cell, count))
                > 0);
    }

    @Test
    void wouldFindMoreWithTheSecret() {
        KeyedRounding known = new KeyedRounding(SECRET, "P");
        int without = 0;
        int with = 0;
        for (int seed = 0; seed < DATA_SETS; seed++) {
            SortedMap<String, Long> figures = small(seed).figures(6 + seed % 12, 20);
            Map<String, DisclosedCount> shown = new LinkedHashMap<>();
            RandomTables.groupsByCell(figures)
                    .forEach((cell, groups) ->
                            shown.put(cell, known.disclose(cell, RandomTables.count(figures, groups.stream()))));
            without += found(figures, shown).size();
            with += found(REACH, figures, shown, known).size();
        }
        assertTrue(with > without, with + " with the secret, " + without + " without");
    }

    @Test
    void wouldFindSmallChangesIfEarlierReleaseWereForgotten() {
        int found = 0;
        for (int seed = 0; seed < DATA_SETS; seed++) {
            List<SortedMap<String, Long>> releases = releases(seed, 2);
            found += found(
                            releases,
                            releases.stream().map(figures -> protect(figures)).toList())
                    .size();
        }
        assertTrue(found > 0);
    }

    private static int foundWith(BiFunction<String, Long, DisclosedCount> rule) {
        int found = 0;
        for (int seed = 0; seed < DATA_SETS; seed++) {
            SortedMap<String, Long> figures = small(seed).figures(6 + seed % 12, 20);
            Map<String, DisclosedCount> shown = new LinkedHashMap<>();
            RandomTables.groupsByCell(figures)
                    .forEach((cell, groups) ->
                            shown.put(cell, rule.apply(cell, RandomTables.count(figures, groups.stream()))));
            found += found(figures, shown).size();
        }
        return found;
    }

    private static RandomTables small(int seed) {
        return new RandomTables(seed, 2 + seed % 4, 1 + seed % 3);
    }

    static Map<String, DisclosedCount> protect(SortedMap<String, Long> figures) {
        return protect(figures, List.of(), List.of());
    }

    /** The release after some that were published, each of them of the figures with the same number. */
    static Map<String, DisclosedCount> protect(
            SortedMap<String, Long> figures,
            List<Map<String, DisclosedCount>> published,
            List<SortedMap<String, Long>> behind) {
        return protect(REACH, figures, published, behind);
    }

    private static Map<String, DisclosedCount> protect(
            ReleasedTables tables,
            SortedMap<String, Long> figures,
            List<Map<String, DisclosedCount>> published,
            List<SortedMap<String, Long>> behind) {
        ReleaseProtection protection = new ReleaseProtection(new KeyedRounding(SECRET, "P"));
        figures.keySet().stream().filter(tables::isOpen).forEach(protection::openGroup);
        tables.groupsByCell(figures).forEach((cell, groups) -> {
            if (tables.isExact(cell)) {
                protection.exactCell(cell, counts(groups, figures));
                return;
            }
            protection.protectedCell(cell, counts(groups, figures));
        });
        for (int number = 0; number < published.size(); number++) {
            String release = "2026-" + number;
            SortedMap<String, Long> before = behind.get(number);
            Map<String, List<String>> groups = tables.groupsByCell(before);
            published
                    .get(number)
                    .forEach((cell, count) ->
                            protection.publishedCell(release, cell, count, counts(groups.get(cell), before)));
        }
        return protection.protect();
    }

    static List<GroupCount> counts(List<String> groups, Map<String, Long> figures) {
        return groups.stream()
                .map(group -> new GroupCount(group, 2 * figures.get(group)))
                .toList();
    }

    private static List<String> found(SortedMap<String, Long> figures, Map<String, DisclosedCount> shown) {
        return found(REACH, figures, shown, null);
    }

    /** Small counts that the attacker finds, published or not. */
    private static List<String> found(
            ReleasedTables tables,
            SortedMap<String, Long> figures,
            Map<String, DisclosedCount> shown,
            KeyedRounding known) {
        Map<String, List<String>> cells = tables.groupsByCell(figures);
        TableAttack attack = new TableAttack();
        figures.forEach((group, count) -> readGroup(tables, group, group, count, attack));
        shown.forEach((cell, count) -> {
            attack.read(count, cells.get(cell));
            if (known != null && count.disclosure() == CountDisclosure.ROUNDED_5 && count.best() > 0) {
                readWithSecret(attack, cell, count, cells.get(cell), known);
            }
        });
        List<String> found = new ArrayList<>();
        cells.forEach((cell, groups) -> {
            long count = RandomTables.count(figures, groups.stream());
            if (KeyedRounding.isSmall(count)
                    && !isExactByItself(cell, shown)
                    && !groups.stream().allMatch(tables::isOpen)) {
                Range range = attack.range(groups);
                assertTrue(range.lowest() <= count && count <= range.highest(), cell + " is " + count + " in " + range);
                if (range.isKnown()) {
                    found.add(cell + "=" + count);
                }
            }
        });
        figures.forEach((group, count) -> {
            if (KeyedRounding.isSmall(count)
                    && !tables.isOpen(group)
                    && attack.range(List.of(group)).isKnown()) {
                found.add(group + "=" + count);
            }
        });
        return found;
    }

    // What is no secret, the attacker has.
    private static void readGroup(ReleasedTables tables, String group, String unknown, long count, TableAttack attack) {
        attack.read(tables.isOpen(group) ? count : 0, tables.isOpen(group) ? count : 1000, List.of(unknown));
    }

    private static boolean isExactByItself(String cell, Map<String, DisclosedCount> shown) {
        return shown.containsKey(cell) && shown.get(cell).disclosure() == null;
    }

    // The secret repeats the draw of each count that is possible.
    private static void readWithSecret(
            TableAttack attack, String cell, DisclosedCount shown, List<String> groups, KeyedRounding known) {
        List<Long> possible = new ArrayList<>();
        for (long count = Math.max(5, shown.best() - 4); count <= shown.best() + 4; count++) {
            if (known.rounded(cell, count) == shown.best()) {
                possible.add(count);
            }
        }
        attack.read(possible.get(0), possible.get(possible.size() - 1), groups);
    }

    /** Small counts and small changes that the attacker finds who also has which figures did not change. */
    private static List<String> found(List<SortedMap<String, Long>> releases, List<Map<String, DisclosedCount>> shown) {
        return found(REACH, releases, shown);
    }

    private static List<String> found(
            ReleasedTables tables, List<SortedMap<String, Long>> releases, List<Map<String, DisclosedCount>> shown) {
        TableAttack attack = new TableAttack();
        for (int release = 0; release < releases.size(); release++) {
            SortedMap<String, Long> figures = releases.get(release);
            figures.forEach((group, count) -> readGroup(tables, group, valued(group, figures), count, attack));
            Map<String, List<String>> cells = tables.groupsByCell(figures);
            shown.get(release).forEach((cell, count) -> attack.read(count, valued(cells.get(cell), figures)));
        }
        List<String> found = new ArrayList<>();
        for (int release = 0; release < releases.size(); release++) {
            SortedMap<String, Long> figures = releases.get(release);
            Map<String, DisclosedCount> as = shown.get(release);
            tables.groupsByCell(figures).forEach((cell, groups) -> {
                if (KeyedRounding.isSmall(RandomTables.count(figures, groups.stream()))
                        && !isExactByItself(cell, as)
                        && !groups.stream().allMatch(tables::isOpen)) {
                    addIfKnown(cell, attack.range(valued(groups, figures)), found);
                }
            });
            for (SortedMap<String, Long> later : releases.subList(release + 1, releases.size())) {
                addKnownChanges(figures, later, attack, found);
            }
        }
        return found;
    }

    private static void addKnownChanges(
            SortedMap<String, Long> before, SortedMap<String, Long> after, TableAttack attack, List<String> found) {
        TreeSet<String> groups = new TreeSet<>(before.keySet());
        groups.addAll(after.keySet());
        for (String group : groups) {
            long change = after.getOrDefault(group, 0L) - before.getOrDefault(group, 0L);
            if (KeyedRounding.isSmall(Math.abs(change))) {
                Map<String, Double> terms = new LinkedHashMap<>();
                if (after.containsKey(group)) {
                    terms.put(valued(group, after), 1.0);
                }
                if (before.containsKey(group)) {
                    terms.put(valued(group, before), -1.0);
                }
                addIfKnown("change of " + group + " by " + change, attack.range(terms), found);
            }
        }
    }

    // A group that did not change is one unknown, in however many releases it is.
    private static String valued(String group, SortedMap<String, Long> figures) {
        return group + "@" + figures.get(group);
    }

    private static List<String> valued(List<String> groups, SortedMap<String, Long> figures) {
        return groups.stream().map(group -> valued(group, figures)).toList();
    }

    private static void addIfKnown(String what, Range range, List<String> found) {
        if (range.isKnown()) {
            found.add(what + " in " + range);
        }
    }

    static byte[] secret(long seed) {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        return secret;
    }
}
