package nl.doorlichting.domain.publishedtables;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.doorlichting.domain.publishedtables.MisprintGenerator.Fault;
import nl.doorlichting.domain.publishedtables.MisprintGenerator.Layout;
import nl.doorlichting.domain.publishedtables.MisprintGenerator.Print;
import nl.doorlichting.domain.publishedtables.MisprintGenerator.Style;
import org.junit.jupiter.api.Test;

/**
 * Measures the auditor on generated tables. {@code -Ddoorlichting.audit.tables=2000} audits so many tables of each kind of
 * fault, {@code -Ddoorlichting.audit.seed} starts elsewhere.
 */
class TableAuditorGeneratedTest {
    private static final int TABLES = Integer.getInteger("doorlichting.audit.tables", 20);
    private static final long SEED = Long.getLong("doorlichting.audit.seed", 20110701L);
    private static final boolean TRACE = Boolean.getBoolean("doorlichting.audit.trace");

    /** What became of the tables of one kind. */
    private static final class Rates {
        int detectable;
        int detected;
        int unique;
        int first;
        int several;
        int offered;
        int certain;
        int certainAndWrong;
        long nanos;

        void add(Rates other) {
            detectable += other.detectable;
            detected += other.detected;
            unique += other.unique;
            first += other.first;
            several += other.several;
            offered += other.offered;
            certain += other.certain;
            certainAndWrong += other.certainAndWrong;
            nanos += other.nanos;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "detectable %5d  detected %6.2f %%  unique %5d: first %6.2f %%  several %5d: offered %6.2f %%"
                            + "  certain %5d, wrong %5.2f %%  %d ms",
                    detectable,
                    share(detected, detectable),
                    unique,
                    share(first, unique),
                    several,
                    share(offered, several),
                    certain,
                    share(certainAndWrong, detectable),
                    nanos / 1_000_000);
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 100 : 100.0 * part / whole;
        }
    }

    @Test
    void findsAndRepairsOneFault() {
        var all = measure("one fault", 1, TABLES);
        assertGoals(all);
    }

    @Test
    void findsAndRepairsTwoFaults() {
        var all = measure("two faults", 2, TABLES);
        assertGoals(all);
    }

    @Test
    void findsNothingInTablesThatAddUp() {
        var random = new Random(SEED);
        for (var i = 0; i < 10 * TABLES; i++) {
            var style = Style.values()[random.nextInt(Style.values().length)];
            var print = new MisprintGenerator(random).table(layout(random), style);
            assertEquals(
                    List.of(),
                    TableAuditor.audit(print.table(), List.of()).findings(),
                    "seed " + SEED + ", table " + i);
        }
    }

    private static void assertGoals(Rates rates) {
        assertAll(
                "seed " + SEED + ": " + rates,
                () -> assertEquals(rates.detectable, rates.detected, "detected"),
                () -> assertTrue(rates.first >= 0.98 * rates.unique, "right repair first"),
                () -> assertTrue(rates.offered >= 0.9 * rates.several, "truth offered"),
                () -> assertTrue(rates.certainAndWrong <= 0.01 * rates.detectable, "certain and wrong"));
    }

    private static Layout layout(Random random) {
        var layouts = Layout.values();
        return layouts[random.nextInt(layouts.length)];
    }

    private static Rates measure(String name, int faults, int tables) {
        var byFault = new EnumMap<Fault, Rates>(Fault.class);
        var byLayout = new TreeMap<String, Rates>();
        var all = new Rates();
        var possible = List.of(Fault.values());
        for (var fault : possible) {
            var random = new Random(SEED + fault.ordinal());
            for (var i = 0; i < tables; i++) {
                var generator = new MisprintGenerator(random);
                var layout = layout(random);
                var style = Style.values()[random.nextInt(Style.values().length)];
                var print = generator.table(layout, style);
                var original = print.copy();
                var seeded = new ArrayList<List<Integer>>();
                var kinds = new ArrayList<Fault>(List.of(fault));
                if (faults == 2) {
                    kinds.add(possible.get(random.nextInt(possible.size())));
                }
                for (var kind : kinds) {
                    var cells = generator.misprint(print, kind);
                    if (cells != null) {
                        seeded.add(cells);
                    }
                }
                var apart = seeded.stream().flatMap(List::stream).distinct().count()
                        == seeded.stream().mapToInt(List::size).sum();
                if (seeded.size() == faults && apart) {
                    var rates = judge(original, print, seeded, kinds + " " + layout + " " + style + " #" + i);
                    byFault.computeIfAbsent(fault, key -> new Rates()).add(rates);
                    byLayout.computeIfAbsent(layout + " " + style, key -> new Rates())
                            .add(rates);
                    all.add(rates);
                }
            }
        }
        System.out.println(name + ", seed " + SEED);
        byFault.forEach((fault, rates) -> System.out.printf("%-28s %s%n", fault, rates));
        byLayout.forEach((layout, rates) -> System.out.printf("%-28s %s%n", layout, rates));
        System.out.printf("%-28s %s%n", "all", all);
        return all;
    }

    private static Rates judge(Print original, Print print, List<List<Integer>> seeded, String label) {
        var rates = new Rates();
        var sums = new TableSums(List.of(print.table()));
        var suspects = new TreeSet<Integer>();
        for (var cell = 0; cell < sums.cells.size(); cell++) {
            if (sums.isSuspect(cell)) {
                suspects.add(cell);
            }
        }
        var failing = sums.failing();
        if (failing.isEmpty() && suspects.isEmpty()) {
            return rates;
        }
        rates.detectable = 1;
        var start = System.nanoTime();
        var audit = TableAuditor.audit(print.table(), List.of());
        rates.nanos = System.nanoTime() - start;
        rates.detected = isReported(audit, sums, failing, suspects) ? 1 : 0;
        assertTrue(
                audit.findings().stream()
                        .flatMap(finding -> finding.repairs().stream())
                        .allMatch(repair -> repair.edits().stream()
                                        .map(TableAudit.Edit::cell)
                                        .distinct()
                                        .count()
                                == repair.edits().size()),
                label + " changes a cell twice");
        // A fault that the sums do not show cannot be asked for.
        var needed = new ArrayList<>(seeded);
        for (var fault : seeded) {
            var others = new ArrayList<>(needed);
            others.remove(fault);
            if (needed.size() > 1 && explains(sums, original, others, failing, suspects)) {
                needed = others;
            }
        }
        var explanations = explanations(sums, needed, failing, suspects);
        var truth = new TreeSet<Integer>();
        needed.forEach(truth::addAll);
        var everything = new TreeSet<Integer>();
        seeded.forEach(everything::addAll);
        var firstIsRight = covers(audit, sums, original, truth, everything, 1);
        if (explanations == 1) {
            rates.unique = 1;
            rates.first = firstIsRight ? 1 : 0;
        } else {
            rates.several = 1;
            rates.offered = covers(audit, sums, original, truth, everything, Integer.MAX_VALUE) ? 1 : 0;
        }
        for (var finding : audit.findings()) {
            if (finding.certainty() == RepairCertainty.CERTAIN) {
                rates.certain = 1;
                if (!isRight(finding.repairs().get(0), sums, original, everything)) {
                    rates.certainAndWrong = 1;
                }
            }
        }
        if (TRACE
                && (rates.detected == 0
                        || rates.first < rates.unique
                        || rates.offered < rates.several
                        || rates.certainAndWrong > 0)) {
            System.out.println("--- " + label + " detected " + rates.detected + " unique " + rates.unique + "/"
                    + rates.first + " several " + rates.several + "/" + rates.offered + " certain wrong "
                    + rates.certainAndWrong);
            for (var row : print.cells) {
                System.out.println(Arrays.toString(row));
            }
            for (var cell : everything) {
                System.out.println("cell " + cell + " was "
                        + original.cells[cell / print.columns.size()][cell % print.columns.size()]);
            }
            for (var finding : audit.findings()) {
                System.out.println(finding.kind() + " " + finding.certainty() + " "
                        + finding.sums().stream()
                                .map(s -> s.kind() + " " + s.line() + " " + s.difference())
                                .toList());
                finding.repairs().stream()
                        .limit(4)
                        .forEach(repair -> System.out.println("   " + repair.plausibility() + " "
                                + repair.edits().stream()
                                        .map(e ->
                                                e.cell().row() + "," + e.cell().column() + " "
                                                        + e.cell().printed() + " -> " + e.proposed() + " " + e.kind()
                                                        + " [" + e.lowest() + ", " + e.highest() + "]")
                                        .toList()));
            }
        }
        return rates;
    }

    /** Every failing sum and every malformed or odd cell stands in a finding. */
    private static boolean isReported(TableAudit audit, TableSums sums, List<Integer> failing, Set<Integer> suspects) {
        var cells = new HashSet<Integer>();
        var lines = new HashSet<String>();
        for (var finding : audit.findings()) {
            finding.cells().forEach(cell -> cells.add(number(sums, cell)));
            finding.sums().forEach(sum -> lines.add(sum.kind() + sum.line()));
        }
        return cells.containsAll(suspects)
                && failing.stream()
                        .map(sums.equations::get)
                        .allMatch(equation -> lines.contains(equation.kind() + equation.name()));
    }

    private static int number(TableSums sums, TableAudit.Cell cell) {
        return cell.row() * sums.cells.get(0).table().columns().size() + cell.column();
    }

    /** Among the first so many repairs of each finding are right ones, which together mend every fault that shows. */
    private static boolean covers(
            TableAudit audit, TableSums sums, Print original, Set<Integer> truth, Set<Integer> everything, int first) {
        var repaired = new TreeSet<Integer>();
        for (var finding : audit.findings()) {
            finding.repairs().stream()
                    .limit(first)
                    .filter(repair -> isRight(repair, sums, original, everything))
                    .flatMap(repair -> repair.edits().stream())
                    .forEach(edit -> repaired.add(number(sums, edit.cell())));
        }
        return repaired.containsAll(truth);
    }

    /** The repair changes cells that are wrong, and to values that the sums allow. */
    private static boolean isRight(TableAudit.Repair repair, TableSums sums, Print original, Set<Integer> faults) {
        var free = faults.stream().mapToInt(Integer::intValue).toArray();
        var bounds = sums.allowed(free);
        for (var edit : repair.edits()) {
            var cell = number(sums, edit.cell());
            if (!faults.contains(cell)) {
                return false;
            }
            var was = original.cells[edit.cell().row()][edit.cell().column()];
            var notation = original.notation;
            if (notation.read(was).equals(notation.read(edit.proposed()))) {
                continue;
            }
            var at = Arrays.binarySearch(free, cell);
            var read = notation.read(edit.proposed());
            if (read.value() == null || bounds == null || edit.kind() == RepairKind.MOVED_CELL) {
                return false;
            }
            var ticks = sums.ticks(read.value());
            if (ticks + sums.half(cell) < bounds[at][0] || ticks - sums.half(cell) > bounds[at][1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean explains(
            TableSums sums, Print original, List<List<Integer>> faults, List<Integer> failing, Set<Integer> suspects) {
        var free = faults.stream()
                .flatMap(List::stream)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
        if (!isExplained(sums, free, failing, suspects)) {
            return false;
        }
        var bounds = sums.allowed(free);
        for (var i = 0; i < free.length; i++) {
            var was = original.notation.read(
                    original.cells[free[i] / original.columns.size()][free[i] % original.columns.size()]);
            var ticks = was.value() == null ? 0 : sums.ticks(was.value());
            if (ticks + sums.half(free[i]) < bounds[i][0] || ticks - sums.half(free[i]) > bounds[i][1]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExplained(TableSums sums, int[] free, List<Integer> failing, Set<Integer> suspects) {
        return suspects.stream().allMatch(cell -> Arrays.binarySearch(free, cell) >= 0)
                && failing.stream()
                        .allMatch(equation -> Arrays.stream(free).anyMatch(cell -> sums.isIn(cell, equation)))
                && sums.allowed(free) != null;
    }

    /** How many smallest sets of changes mend the table, counted by trying all of them; 2 stands for more. */
    private static int explanations(
            TableSums sums, List<List<Integer>> needed, List<Integer> failing, Set<Integer> suspects) {
        var cells = sums.cells.size();
        var count = 0;
        for (var cell = 0; cell < cells; cell++) {
            count += isExplained(sums, new int[] {cell}, failing, suspects) ? 1 : 0;
        }
        if (suspects.isEmpty()) {
            count += moves(sums);
        }
        if (needed.size() == 1) {
            // A malformed cell is where the fault is, whatever the sums say.
            return Math.min(2, count);
        }
        if (count > 0) {
            // Fewer changes than there were faults mend the table too.
            return 2;
        }
        if (needed.stream().anyMatch(fault -> fault.size() > 1)) {
            return 2;
        }
        for (var cell = 0; cell < cells && count < 2; cell++) {
            for (var other = cell + 1; other < cells; other++) {
                count += isExplained(sums, new int[] {cell, other}, failing, suspects) ? 1 : 0;
            }
        }
        return Math.min(2, count);
    }

    /** The pairs of values, and runs of them, of which a move within a row or column mends the whole table. */
    private static int moves(TableSums sums) {
        var table = sums.cells.get(0).table();
        var found = new HashSet<Map<Integer, Long>>();
        var lines = new ArrayList<List<Integer>>();
        for (var row = 0; row < table.rows().size(); row++) {
            var line = new ArrayList<Integer>();
            for (var column = 0; column < table.columns().size(); column++) {
                if (table.columns().get(column).role() == LineRole.ITEM) {
                    line.add(row * table.columns().size() + column);
                }
            }
            lines.add(line);
        }
        for (var column = 0; column < table.columns().size(); column++) {
            var line = new ArrayList<Integer>();
            for (var row = 0; row < table.rows().size(); row++) {
                if (table.rows().get(row).line().role() == LineRole.ITEM) {
                    line.add(row * table.columns().size() + column);
                }
            }
            lines.add(line);
        }
        for (var line : lines) {
            for (var i = 0; i < line.size(); i++) {
                for (var j = i + 1; j < line.size(); j++) {
                    var ends = List.of(line.get(i), line.get(j));
                    tryMove(sums, ends, 1, found);
                    tryMove(sums, line.subList(i, j + 1), 1, found);
                    tryMove(sums, line.subList(i, j + 1), -1, found);
                }
            }
        }
        return found.size();
    }

    private static void tryMove(TableSums sums, List<Integer> run, int by, Set<Map<Integer, Long>> found) {
        var moved = sums.copy();
        var changed = new TreeMap<Integer, Long>();
        for (var i = 0; i < run.size(); i++) {
            int from = run.get(Math.floorMod(i + by, run.size()));
            int to = run.get(i);
            moved.set(to, sums.lowest[from], sums.highest[from]);
            if (sums.lowest[from] != sums.lowest[to] || sums.highest[from] != sums.highest[to]) {
                changed.put(to, sums.middle(from));
            }
        }
        if (!changed.isEmpty() && moved.failing().isEmpty()) {
            found.add(changed);
        }
    }
}
