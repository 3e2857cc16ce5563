package nl.doorlichting.funding.budgetstatistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.funding.budget.BudgetEntryKind;
import nl.doorlichting.funding.budgetstatistics.BudgetStatisticsQueries.BookedSum;
import nl.doorlichting.funding.budgetstatistics.BudgetStatisticsQueries.StoredLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTableTest {
    private final List<StoredLine> lines = new ArrayList<>();
    private final List<BookedSum> sums = new ArrayList<>();

    @Test
    void rowsAreDepthFirstAndSiblingsByPositionThenCode() {
        var root = line(null, "root", null);
        line(root, "z", null);
        var b = line(root, "b", 2);
        line(root, "a", null);
        line(root, "c", 1);
        line(b, "b-part", null);
        assertEquals(List.of("root", "c", "b", "b-part", "a", "z"), codes());
    }

    @Test
    void spendableIsNullBelowReallocations() {
        var root = line(null, "root", null);
        var left = line(root, "left", null);
        line(left, "left-part", null);
        line(root, "right", null);
        book(left, 2010, BudgetEntryKind.REALLOCATION, "5");
        var known = new HashMap<String, Boolean>();
        table().rows().forEach(row -> known.put(row.line().code(), row.spendableKnown()));
        assertEquals(Map.of("root", true, "left", true, "left-part", false, "right", true), known);
    }

    @Test
    void sumsIgnoreNull() {
        var root = line(null, "root", null);
        var part = line(root, "part", null);
        book(part, 2010, BudgetEntryKind.BUDGETED, "5");
        book(root, 2011, BudgetEntryKind.DISBURSEMENT, "2");
        var row = table().rows().get(0);
        assertEquals(new BigDecimal("5"), row.in(2010).left());
        assertNull(row.in(2010).reallocated());
        assertNull(row.in(2011).spendable());
        assertEquals(new BigDecimal("-2"), row.in(2011).left());
        assertEquals(new BigDecimal("3"), row.total().left());
        assertNull(table().rows().get(1).in(2011).disbursed());
    }

    @Test
    void addsRoundingOfDifferences() {
        var root = line(null, "root", null);
        var part = line(root, "part", null);
        book(root, 2010, BudgetEntryKind.BUDGETED, "5");
        book(root, 2010, BudgetEntryKind.REALLOCATION, "2");
        book(part, 2010, BudgetEntryKind.DISBURSEMENT, "1");
        book(part, 2011, BudgetEntryKind.COMMITMENT, "1");
        var row = table().rows().get(0);
        assertEquals(new BigDecimal("1"), row.roundingIn(2010).disbursed());
        assertEquals(new BigDecimal("2"), row.roundingIn(2010).spendableBound());
        assertEquals(new BigDecimal("3"), row.roundingTotal().leftBound());
        assertNull(row.roundingIn(2011).leftBound());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void totalIsIndependentOfOrder(long seed) {
        var random = new Random(seed);
        var ids = new ArrayList<>(List.of(line(null, "root", null)));
        IntStream.range(0, 20)
                .forEach(i -> ids.add(line(ids.get(random.nextInt(ids.size())), "l" + i, random.nextInt(3))));
        var disbursed = BigDecimal.ZERO;
        for (var id : ids) {
            var amount = BigDecimal.valueOf(random.nextInt(100_000) - 50_000, 2);
            book(id, 2007 + random.nextInt(5), BudgetEntryKind.DISBURSEMENT, amount.toPlainString());
            disbursed = disbursed.add(amount);
        }
        var inOrder = codes();
        Collections.shuffle(lines, random);
        Collections.shuffle(sums, random);
        assertEquals(inOrder, codes());
        assertEquals(disbursed, table().rows().get(0).total().disbursed());
    }

    private UUID line(UUID parent, String code, Integer position) {
        var line = new StoredLine(UUID.randomUUID(), parent, code, code, position);
        lines.add(line);
        return line.id();
    }

    private void book(UUID line, int year, BudgetEntryKind kind, String amount) {
        sums.add(new BookedSum(line, year, kind, new BigDecimal(amount), BigDecimal.ONE));
    }

    private BudgetTable table() {
        return BudgetTable.of(lines, sums);
    }

    private List<String> codes() {
        return table().rows().stream().map(row -> row.line().code()).toList();
    }
}
