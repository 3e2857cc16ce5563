package nl.doorlichting.domain.publishedtables;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worst tables that the API accepts: 200 rows of 100 columns, texts of 100 characters, 50 identities of 50 terms. */
class TableAuditorLimitsTest {
    private static final int ROWS = 200;
    private static final int COLUMNS = 100;
    private static final int ATTEMPTS = 3;
    private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MOST_BYTES = 128_000_000;
    private static final CellNotation COUNTS = new CellNotation(',', 0, null, null, false);
    private static final CellNotation ROUNDED =
            new CellNotation(',', 2, new BigDecimal("0.01"), new BigDecimal("0.05"), true);

    private record Case(String name, PublishedTable table, List<PublishedTable> others) {
        Case(String name, PublishedTable table) {
            this(name, table, List.of());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Cells {
        String at(int row, int column);
    }

    static Stream<Case> worst() {
        var random = new Random(7);
        var cases = new ArrayList<Case>();
        cases.add(new Case("equal values", table(COUNTS, ROWS, COLUMNS, (row, column) -> "7")));
        cases.add(new Case("equal values, two columns", table(COUNTS, ROWS, 2, (row, column) -> "7")));
        cases.add(new Case(
                "zeros", table(COUNTS, ROWS, COLUMNS, (row, column) -> row == ROWS - 1 && column < 20 ? "5" : "0")));
        cases.add(new Case(
                "below threshold",
                table(ROUNDED, ROWS, COLUMNS, (row, column) -> row == ROWS - 1 ? "9999,99" : "<0,05")));
        cases.add(new Case("malformed", table(COUNTS, ROWS, COLUMNS, (row, column) -> "1O?" + column)));
        cases.add(new Case("malformed and long", table(COUNTS, ROWS, COLUMNS, (row, column) -> "1. ?".repeat(25))));
        cases.add(new Case("odd", table(ROUNDED, ROWS, COLUMNS, (row, column) -> row + "," + column % 10)));
        cases.add(new Case(
                "a malformed cell in each row",
                table(COUNTS, ROWS, COLUMNS, (row, column) -> row == column + 1 ? "1 2?4l" : "" + row * column)));
        cases.add(new Case(
                "three malformed cells in each of many rows",
                table(
                        COUNTS,
                        ROWS,
                        COLUMNS,
                        (row, column) -> row < 80 && (column - row + COLUMNS) % COLUMNS < 3 ? "?1?2" : "" + row)));
        cases.add(new Case(
                "nothing adds up",
                table(COUNTS, ROWS, COLUMNS, (row, column) -> "" + random.nextLong(999_999_999_999L))));
        cases.add(new Case(
                "nothing adds up, small", table(COUNTS, 20, 20, (row, column) -> "" + random.nextLong(999_999_999L))));
        cases.add(new Case(
                "nothing adds up, narrow", table(COUNTS, ROWS, 2, (row, column) -> "" + random.nextInt(9_999))));
        cases.add(new Case(
                "nothing adds up, flat", table(COUNTS, 4, COLUMNS, (row, column) -> "" + random.nextInt(9_999))));
        for (var rows : List.of(3, 6, 10, 40)) {
            cases.add(new Case(rows + " slipped rows", slipped(new Random(rows), ROWS - 1, 29, rows)));
        }
        cases.add(new Case("5 slipped rows, the largest", slipped(new Random(5), ROWS - 1, COLUMNS - 1, 5)));
        cases.add(new Case("2 slipped rows, narrow", slipped(new Random(2), ROWS - 1, 2, 2)));
        for (var faults : List.of(2, 3, 5, 20)) {
            cases.add(new Case(faults + " faults", misprinted(new Random(faults), ROWS - 1, COLUMNS - 1, faults)));
            cases.add(new Case(faults + " faults, narrow", misprinted(new Random(faults), ROWS - 1, 1, faults)));
            cases.add(new Case(faults + " faults, small", misprinted(new Random(faults), 19, 19, faults)));
        }
        cases.add(new Case("rows without columns", lines(random)));
        cases.add(new Case("subtotals of all", subtotals(random, false)));
        cases.add(new Case("subtotals of one", subtotals(random, true)));
        cases.add(identities(random));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("worst")
    void auditsWorstTableInASecondOfProcessorTimeAndLittleMemory(Case worst) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var fastest = Long.MAX_VALUE;
        var bytes = Long.MAX_VALUE;
        TableAudit audit = null;
        // What one attempt shows, further ones can only confirm.
        for (var attempt = 0; attempt < ATTEMPTS && (fastest >= MOST_NANOS || bytes >= MOST_BYTES); attempt++) {
            var start = threads.getCurrentThreadCpuTime();
            var allocated = threads.getCurrentThreadAllocatedBytes();
            audit = TableAuditor.audit(worst.table(), worst.others());
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - allocated);
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - start);
        }
        var edits = audit.findings().stream()
                .flatMap(finding -> finding.repairs().stream())
                .mapToInt(repair -> repair.edits().size())
                .sum();
        System.out.printf(
                "%-45s %5d ms %6.1f MB, %d findings, %d certain, %d edits%n",
                worst,
                fastest / 1_000_000,
                bytes / 1e6,
                audit.findings().size(),
                audit.findings().stream()
                        .filter(finding -> finding.certainty() == RepairCertainty.CERTAIN)
                        .count(),
                edits);
        var cpu = fastest;
        var used = bytes;
        assertAll(
                () -> assertTrue(cpu < MOST_NANOS, cpu + " ns"), () -> assertTrue(used < MOST_BYTES, used + " bytes"));
    }

    @Test
    void leavesUndecidedWhatTheSearchDidNotFinish() {
        var audit = TableAuditor.audit(
                table(COUNTS, ROWS, COLUMNS, (row, column) -> "" + (row * 31 + column * 17) % 97), List.of());

        assertEquals(
                List.of(RepairCertainty.UNDECIDED),
                audit.findings().stream()
                        .map(TableAudit.Finding::certainty)
                        .distinct()
                        .toList());
    }

    @Test
    void reportsEveryCellOfTableWithoutFigures() {
        var audit = TableAuditor.audit(table(COUNTS, ROWS, COLUMNS, (row, column) -> "zie noot"), List.of());

        assertEquals(
                ROWS * COLUMNS,
                audit.findings().stream()
                        .mapToInt(finding -> finding.cells().size())
                        .sum());
    }

    @Test
    void namesRowThatSlippedInLargeTable() {
        var audit = TableAuditor.audit(slipped(new Random(3), ROWS - 1, 29, 1), List.of());

        assertEquals(1, audit.findings().size());
        assertEquals(
                List.of(0),
                audit.findings().get(0).repairs().get(0).edits().stream()
                        .map(edit -> edit.cell().row())
                        .distinct()
                        .toList());
    }

    @Test
    void leavesRowsUndecidedThatSlippedThroughTheSameColumns() {
        for (var rows : List.of(3, 6, 10, 40)) {
            var audit = TableAuditor.audit(slipped(new Random(rows), ROWS - 1, 29, rows), List.of());

            assertTrue(audit.findings().stream().allMatch(finding -> finding.certainty() == RepairCertainty.UNDECIDED));
        }
    }

    private static PublishedTable table(CellNotation notation, int rows, int columns, Cells cells) {
        return table(notation, lines(rows, true), lines(columns, true), cells);
    }

    private static PublishedTable table(
            CellNotation notation, List<PublishedTable.Line> rows, List<PublishedTable.Line> columns, Cells cells) {
        return new PublishedTable("T", notation, columns, printed(rows, columns, cells), List.of());
    }

    private static List<PublishedTable.Row> printed(
            List<PublishedTable.Line> rows, List<PublishedTable.Line> columns, Cells cells) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new PublishedTable.Row(
                        rows.get(row),
                        IntStream.range(0, columns.size())
                                .mapToObj(column -> cells.at(row, column))
                                .toList()))
                .toList();
    }

    private static List<PublishedTable.Line> lines(int count, boolean total) {
        return IntStream.range(0, count)
                .mapToObj(place -> new PublishedTable.Line(
                        "line " + place, total && place == count - 1 ? LineRole.TOTAL : LineRole.ITEM, null, false))
                .toList();
    }

    private static PublishedTable slipped(Random random, int rows, int columns, int faults) {
        var print = print(random, rows, columns);
        IntStream.range(0, faults)
                .forEach(fault -> Collections.rotate(
                        Arrays.asList(print.cells[fault * (rows / faults)]).subList(0, columns), 1));
        return print.table();
    }

    private static PublishedTable misprinted(Random random, int rows, int columns, int faults) {
        var print = print(random, rows, columns);
        for (var fault = 0; fault < faults; fault++) {
            new MisprintGenerator(random).misprint(print, MisprintGenerator.Fault.MISTYPED_DIGIT);
        }
        return print.table();
    }

    private static MisprintGenerator.Print print(Random random, int rows, int columns) {
        return new MisprintGenerator(random)
                .table(MisprintGenerator.Layout.ROWS_AND_COLUMNS, MisprintGenerator.Style.COUNTS, rows, columns);
    }

    /** Every row fails, and has a hundred cells that may be wrong. */
    private static PublishedTable lines(Random random) {
        return table(
                COUNTS,
                lines(ROWS, false),
                lines(COLUMNS, true),
                (row, column) ->
                        "" + (column == COLUMNS - 1 ? 49_000_000_000_000L / 100 : random.nextLong(9_999_999_999L)));
    }

    /** Half of the lines add up the other half, each all of it or one line. */
    private static PublishedTable subtotals(Random random, boolean ofOne) {
        IntFunction<List<PublishedTable.Line>> halves = count -> IntStream.range(0, count)
                .mapToObj(place -> new PublishedTable.Line(
                        "line " + place,
                        place < count / 2 ? LineRole.ITEM : LineRole.SUBTOTAL,
                        ofOne ? "group " + place % (count / 2) : "group",
                        false))
                .toList();
        return table(
                COUNTS,
                halves.apply(ROWS),
                ofOne ? lines(COLUMNS, false) : halves.apply(COLUMNS),
                (row, column) -> "" + random.nextLong(999_999L));
    }

    private static Case identities(Random random) {
        var terms = IntStream.range(0, 50)
                .mapToObj(term -> new PublishedTable.Term("T" + term % 4, null, term % 2 == 0 ? null : "line 1", false))
                .toList();
        var identities = IntStream.range(0, 50)
                .mapToObj(identity -> new PublishedTable.Identity("identity " + identity, terms))
                .toList();
        var tables = IntStream.range(0, 4)
                .mapToObj(table -> new PublishedTable(
                        "T" + table,
                        COUNTS,
                        lines(COLUMNS, true),
                        printed(lines(ROWS, true), lines(COLUMNS, true), (row, column) -> "" + random.nextInt(999)),
                        identities))
                .toList();
        return new Case("identities", tables.get(0), tables.subList(1, 4));
    }
}
