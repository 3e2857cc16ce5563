package nl.doorlichting.domain.publishedtables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tables of the policy review, line by line, and cases that generated tables do not have. */
class TableAuditorTest {
    private static final CellNotation COUNTS = new CellNotation(',', 0, null, null, false);
    private static final CellNotation MILLIONS =
            new CellNotation(',', 2, new BigDecimal("0.01"), new BigDecimal("0.01"), true);
    private static final String YEARS = "2008|2009|2010|2011";

    // Line 1196
    private static final PublishedTable BUDGETED = table(
            "BUDGETED",
            MILLIONS,
            YEARS + "|=Totaal",
            List.of(),
            "Scan en monitor|1,00|0,20|0,20|0,20|1,60",
            "Aanpak risicogebieden|5,00|4,00|4,00|4,00|17,00",
            "Expertisefunctie|2,00|0,80|0,80|0,80|4,40",
            "Specifieke instrumenten|2,00|1,00|1,00|1,00|5,00",
            "=Totaal|10,00|6,00|6,00|6,00|28,00");

    // Line 1212
    private static final PublishedTable REALLOCATED = table(
            "REALLOCATED",
            MILLIONS,
            YEARS + "|=Totaal",
            List.of(),
            "Fietsendiefstal|0,80||||0,80",
            "Pilots drank- en horecawet|1,10||||1,10",
            "ander programma|0,49|0,85|0,65||1,01",
            "Bezuinigingen/niet uitgegeven e.d.|2,55||0,08|4,28|6,91",
            "Eindejaarsmarge|3,30|0,35||0,07|3,72",
            "=Totaal|7,26|1,20|0,73|4,35|13,54");

    // Line 1228
    private static final PublishedTable SPENDABLE = table(
            "SPENDABLE",
            MILLIONS,
            YEARS + "|=Totaal",
            List.of(
                    same("BUDGETED", "Totaal", "SPENDABLE", "Begroot"),
                    same("REALLOCATED", "Totaal", "SPENDABLE", "Reallocaties")),
            "Begroot|10,00|6,00|6,00|6,00|28,00",
            "-Reallocaties|7,26|1,20|0,73|4,35|13,54",
            "=|2,74|4,80|5,27|1,65|14,46");

    // Line 1238
    private static final PublishedTable PAID = table(
            "PAID",
            MILLIONS,
            YEARS + "|=Totaal",
            List.of(),
            "Scan en monitor|0,08||||0,08",
            "Aanpak risicogebieden|2,12|4,05|4,65|1,10|11,92",
            "Expertisefunctie|0,41|0,52|0,47|0,47|1,87",
            "Specifieke instrumenten|0,13|0,23|0,15|0,08|0,59",
            "=Totaal|2,74|4,80|5,27|1,65|14,46");

    // Line 1256
    private static final PublishedTable ACTIVITIES = table(
            "ACTIVITIES",
            MILLIONS,
            YEARS,
            List.of(
                    parts("1. Scan en Monitor", "Scan en monitor"),
                    parts("2. Aanpak risico-gebieden", "Aanpak risicogebieden"),
                    parts("3. Expertisefunctie", "Expertisefunctie"),
                    parts("4. Specifieke instrumenten", "Specifieke instrumenten")),
            "#1. Scan en Monitor",
            "trendanalyse|0,08|< 0,00|<0,00|",
            "#2. Aanpak risico-gebieden",
            "decentralisatie-uitkering|1,68|2,98|3,87|0,66",
            "gemeentenprijs|0,04|0,04|0 04|",
            "regiobijeenkomsten|0,09|0,00||",
            "tijdelijke subsidieregeling|0,31|0,97|0,77|0,44",
            "steun lokale aanpak||0,05|0,01|",
            "#3. Expertisefunctie",
            "kenniscentrum|0,24|0,24|0,25|0,39",
            "communicatie|0,05|0,06|0,04|0,05",
            "samenwerking internationaal|0,12|0,21|0,17|0,03",
            "#4. Specifieke instrumenten",
            "Actieplan Democratische Rechtstaat|0,03|0,07||",
            "nationale aanpak||0,17|0,15|0,08",
            "diversiteit in jeugdbeleid|0,10|0,00||");

    private static final List<PublishedTable> MONEY = List.of(BUDGETED, REALLOCATED, SPENDABLE, PAID, ACTIVITIES);

    private static final PublishedTable TRAINING = table(
            "TRAINING",
            COUNTS,
            "Aantal trainingen|Deelnemers",
            List.of(),
            "Managerssessies|20|162",
            "Professionals|25|457",
            "Gastlessen Hoge Scholen|25|2000",
            "overige trainingen/presentaties/workshops|40|1000",
            "Trainingen PGE|21|357",
            "=Totaal|131|3975");

    @Test
    void findsNothingInTablesOfReviewThatAddUp() {
        for (var table : List.of(BUDGETED, SPENDABLE, PAID)) {
            assertEquals(List.of(), TableAuditor.audit(table, MONEY).findings(), table.code());
        }
    }

    @Test
    void explainsByRoundingWhatRoundingExplains() {
        var explained = TableAuditor.audit(ACTIVITIES, MONEY).explained().stream()
                .map(sum -> sum.line() + ": " + sum.difference())
                .toList();

        assertEquals(
                List.of(
                        "2. Aanpak risico-gebieden / 2009: -0.01",
                        "3. Expertisefunctie / 2009: -0.01",
                        "3. Expertisefunctie / 2010: -0.01",
                        "4. Specifieke instrumenten / 2009: 0.01"),
                explained);
    }

    @Test
    void findsLostSignThatMendsRowAndColumn() {
        var finding = only(TableAuditor.audit(REALLOCATED, MONEY));

        assertEquals(RepairCertainty.CERTAIN, finding.certainty());
        assertEquals(
                List.of("ander programma", "2008"),
                finding.sums().stream().map(TableAudit.Sum::line).toList());
        var edit = finding.repairs().get(0).edits().get(0);
        assertEquals("-0,49", edit.proposed());
        assertEquals(RepairKind.LOST_SIGN, edit.kind());
        assertEquals("ander programma", edit.cell().rowLabel());
        assertEquals("2008", edit.cell().columnLabel());
    }

    @Test
    void leavesMalformedCellUndecidedWhereItsReadingBreaksSum() {
        var finding = only(TableAuditor.audit(ACTIVITIES, MONEY));

        assertEquals(TableFindingKind.MALFORMED_CELL, finding.kind());
        assertEquals(RepairCertainty.UNDECIDED, finding.certainty());
        assertEquals("0 04", finding.cells().get(0).printed());
        assertEquals(new BigDecimal("0.04"), finding.sums().get(0).difference());
        assertTrue(finding.repairs().stream().anyMatch(repair -> repair.edits().size() == 1));
        assertTrue(finding.repairs().stream()
                .anyMatch(repair -> repair.edits().size() == 2
                        && repair.edits().get(0).proposed().equals("0,04")));
    }

    @Test
    void leavesCountsThatDifferByOneUndecidedWithoutRowTotals() {
        var finding = only(TableAuditor.audit(TRAINING, List.of()));

        assertEquals(RepairCertainty.UNDECIDED, finding.certainty());
        assertEquals(
                List.of("Deelnemers"),
                finding.sums().stream().map(TableAudit.Sum::line).toList());
        assertTrue(finding.repairs().stream()
                .anyMatch(repair -> repair.edits().get(0).proposed().equals("3976")));
        assertEquals(6, finding.repairs().size());
    }

    @Test
    void namesRowThatSlippedAndLostValueAsOneError() {
        var slipped = table(
                "SLIPPED",
                COUNTS,
                "2008|2009|2010|2011|=Totaal",
                List.of(),
                "a|11|22|33|44|110",
                "b|51|17|29|8|105",
                "c||64|35|71|182",
                "=Totaal|126|74|133|64|397");

        // c was 64, 35, 71, 12.
        var finding = only(TableAuditor.audit(slipped, List.of()));

        assertEquals(RepairCertainty.CERTAIN, finding.certainty());
        assertEquals(
                List.of("64", "35", "71", "12"),
                finding.repairs().get(0).edits().stream()
                        .sorted(Comparator.comparingInt(edit -> edit.cell().column()))
                        .map(TableAudit.Edit::proposed)
                        .toList());
        assertEquals(
                RepairKind.MISSING_CELL,
                finding.repairs().get(0).edits().stream()
                        .filter(edit -> edit.cell().column() == 3)
                        .findFirst()
                        .orElseThrow()
                        .kind());
    }

    @Test
    void namesRowThatSlippedOverItsTotalAsOneError() {
        var slipped = table(
                "SLIPPED",
                COUNTS,
                "2008|2009|2010|2011|=Totaal",
                List.of(),
                "a|11|22|33|44|110",
                "b|51|17|29|8|105",
                "c||64|35|71|12",
                "=Totaal|126|74|133|64|397");

        // c was 64, 35, 71, 12, together 182.
        var finding = only(TableAuditor.audit(slipped, List.of()));

        assertEquals(
                List.of("64", "35", "71", "12", "182"),
                finding.repairs().get(0).edits().stream()
                        .sorted(Comparator.comparingInt(edit -> edit.cell().column()))
                        .map(TableAudit.Edit::proposed)
                        .toList());
    }

    /** Of the processor, not of the clock: a busy machine is slow. */
    @Test
    void auditsLargeTableInUnderASecondOfProcessorTime() {
        var threads = ManagementFactory.getThreadMXBean();
        var random = new Random(1);
        var generator = new MisprintGenerator(random);
        var fastest = Long.MAX_VALUE;
        for (var attempt = 0; attempt < 3; attempt++) {
            var print =
                    generator.table(MisprintGenerator.Layout.ROWS_AND_COLUMNS, MisprintGenerator.Style.COUNTS, 200, 30);
            generator.misprint(print, MisprintGenerator.Fault.MISTYPED_DIGIT);
            generator.misprint(print, MisprintGenerator.Fault.SWAPPED_DIGITS);
            var start = threads.getCurrentThreadCpuTime();
            assertTrue(!TableAuditor.audit(print.table(), List.of()).findings().isEmpty());
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - start);
        }
        System.out.println("200 x 30 cells, two faults: " + fastest / 1_000_000 + " ms");
        assertTrue(fastest < Duration.ofSeconds(1).toNanos(), fastest + " ns");
    }

    private static TableAudit.Finding only(TableAudit audit) {
        assertEquals(1, audit.findings().size(), audit.toString());
        return audit.findings().get(0);
    }

    private static PublishedTable.Identity same(String table, String row, String other, String otherRow) {
        return new PublishedTable.Identity(
                table + " = " + other + " " + otherRow,
                List.of(
                        new PublishedTable.Term(table, null, row, false),
                        new PublishedTable.Term(other, null, otherRow, true)));
    }

    private static PublishedTable.Identity parts(String group, String line) {
        return new PublishedTable.Identity(
                group,
                List.of(
                        new PublishedTable.Term("ACTIVITIES", group, null, false),
                        new PublishedTable.Term("PAID", null, line, true)));
    }

    /** A row or column is "label", "=label" for a total, "-label" where it is subtracted; "#label" starts a group. */
    private static PublishedTable table(
            String code,
            CellNotation notation,
            String columns,
            List<PublishedTable.Identity> identities,
            String... rows) {
        var lines = Arrays.stream(columns.split("\\|"))
                .map(label -> line(label, null))
                .toList();
        var printed = new ArrayList<PublishedTable.Row>();
        String group = null;
        for (var row : rows) {
            if (row.startsWith("#")) {
                group = row.substring(1);
            } else {
                var parts = Arrays.asList(row.split("\\|", -1));
                printed.add(new PublishedTable.Row(line(parts.get(0), group), parts.subList(1, parts.size())));
            }
        }
        return new PublishedTable(code, notation, lines, printed, identities);
    }

    private static PublishedTable.Line line(String text, String group) {
        if (text.startsWith("=")) {
            return new PublishedTable.Line(text.substring(1), LineRole.TOTAL, null, false);
        }
        var subtracted = text.startsWith("-");
        return new PublishedTable.Line(subtracted ? text.substring(1) : text, LineRole.ITEM, group, subtracted);
    }
}
