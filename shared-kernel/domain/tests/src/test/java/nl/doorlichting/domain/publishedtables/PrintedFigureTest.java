package nl.doorlichting.domain.publishedtables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A figure of a table as a claim names it. */
class PrintedFigureTest {
    private static final CellNotation MILLIONS =
            new CellNotation(',', 2, new BigDecimal("0.01"), new BigDecimal("0.01"), true);

    private static final PublishedTable TABLE = new PublishedTable(
            "T",
            MILLIONS,
            List.of(item("2008"), item("2009"), new PublishedTable.Line("Totaal", LineRole.TOTAL, null, false)),
            List.of(
                    row("a", "1", false, "1,00", "2,00", "3,00"),
                    row("b", "1", false, "0,50", "< 0,01", "0,51"),
                    row("less", "2", true, "0,25", "0 25", "0,50"),
                    row("b", "2", false, "", "0,10", "0,10")),
            List.of());

    @Test
    void readsCellWithWhatRoundingAllows() {
        var cell = TABLE.figure(null, "a", "2009").orElseThrow();

        assertEquals(new PrintedFigure(amount("2.00"), amount("1.995"), amount("2.005"), true), cell);
    }

    @Test
    void readsTotalInPrintAndAddsItemsWhereNoneIs() {
        assertEquals(amount("3.00"), TABLE.figure(null, "a", null).orElseThrow().printed());
        // 1.00 + 0.50 - 0.25 + nothing, of which the last may hide an amount.
        var column = TABLE.figure(null, null, "2008").orElseThrow();
        assertEquals(amount("1.25"), column.printed());
        assertEquals(amount("1.235"), column.lowest());
        assertEquals(amount("1.275"), column.highest());
        assertFalse(column.rounded());
    }

    @Test
    void addsItemsOfGroup() {
        assertEquals(
                amount("1.50"), TABLE.figure("1", null, "2008").orElseThrow().printed());
        assertEquals(
                amount("0.10"), TABLE.figure("2", "b", "2009").orElseThrow().printed());
        // Two rows have the label.
        assertEquals(amount("0.61"), TABLE.figure(null, "b", null).orElseThrow().printed());
    }

    @Test
    void hasNoNumberOfMalformedCellAndNoFigureThatIsNotThere() {
        var malformed = TABLE.figure(null, "less", "2009").orElseThrow();
        assertNull(malformed.printed());
        assertNull(malformed.highest());
        assertTrue(TABLE.figure(null, "c", "2009").isEmpty());
        assertTrue(TABLE.figure(null, "a", "2010").isEmpty());
        assertTrue(TABLE.figure("3", null, "2009").isEmpty());
    }

    private static PublishedTable.Line item(String label) {
        return new PublishedTable.Line(label, LineRole.ITEM, null, false);
    }

    private static PublishedTable.Row row(String label, String group, boolean subtracted, String... cells) {
        return new PublishedTable.Row(
                new PublishedTable.Line(label, LineRole.ITEM, group, subtracted),
                Stream.of(cells).toList());
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
