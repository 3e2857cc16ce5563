package nl.doorlichting.domain.publishedtables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tables of a programme are audited one after the other. */
class ProgrammeAuditTest {
    private static final CellNotation COUNTS = new CellNotation(',', 0, null, null, false);
    private static final int TABLES = 300;

    @Test
    void holdsNoOtherTableThanTheOneAndThoseThatIdentitiesConnect() {
        var made = new ArrayList<WeakReference<PublishedTable>>();
        var most = new int[1];
        var audits = new LinkedHashMap<String, TableAudit>();

        TableAuditor.auditEach(
                IntStream.range(0, TABLES).mapToObj(i -> "T" + i).toList(),
                code -> {
                    if (made.size() % 50 == 0) {
                        System.gc();
                        most[0] = Math.max(most[0], (int) made.stream()
                                .map(WeakReference::get)
                                .filter(Objects::nonNull)
                                .count());
                    }
                    var table = table(code, identities(code), "1", code.equals("T7") ? "9" : "2");
                    made.add(new WeakReference<>(table));
                    return table;
                },
                audits::put);

        assertEquals(TABLES, audits.size());
        assertEquals(
                List.of("T7"),
                audits.keySet().stream()
                        .filter(code -> !audits.get(code).findings().isEmpty())
                        .toList());
        assertTrue(most[0] <= 4, most[0] + " tables at once");
    }

    @Test
    void namesIdentitiesOfWhichTableOrRowIsGone() {
        var tables = Map.of(
                "T",
                        table(
                                "T",
                                List.of(same("T", "WITHDRAWN", "a"), same("T", "U", "a"), same("T", "U", "z")),
                                "1",
                                "2"),
                "U", table("U", List.of(), "1", "2"));

        var audit = TableAuditor.audit(tables.get("T"), tables.values());

        assertEquals(List.of("T is WITHDRAWN a", "T is U z"), audit.dangling());
        assertEquals(2, audit.sums());
        assertEquals(
                List.of(), TableAuditor.audit(tables.get("U"), tables.values()).dangling());
    }

    /** Three tables in a row are connected. */
    private static List<PublishedTable.Identity> identities(String code) {
        var number = Integer.parseInt(code.substring(1));
        return number % 3 == 2 ? List.of() : List.of(same(code, "T" + (number + 1), "a"));
    }

    private static PublishedTable.Identity same(String table, String other, String row) {
        return new PublishedTable.Identity(
                table + " is " + other + " " + row,
                List.of(
                        new PublishedTable.Term(table, null, "a", false),
                        new PublishedTable.Term(other, null, row, true)));
    }

    private static PublishedTable table(String code, List<PublishedTable.Identity> identities, String a, String b) {
        return new PublishedTable(
                code,
                COUNTS,
                List.of(new PublishedTable.Line("c", LineRole.ITEM, null, false)),
                List.of(row("a", LineRole.ITEM, a), row("b", LineRole.ITEM, b), row("Totaal", LineRole.TOTAL, "3")),
                identities);
    }

    private static PublishedTable.Row row(String label, LineRole role, String cell) {
        return new PublishedTable.Row(new PublishedTable.Line(label, role, null, false), List.of(cell));
    }
}
