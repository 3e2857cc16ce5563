package nl.doorlichting.domain.publishedtables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables as reports print them: what is a convention is no error, and an error beside it is still found. */
class TableConventionsTest {
    /**
     * A table that adds up, and a misprint in it.
     *
     * @param row position of the misprinted cell
     * @param misprint what it is changed to
     */
    private record Case(String name, PublishedTable table, int row, int column, String misprint) {
        PublishedTable misprinted() {
            var rows = new ArrayList<>(table.rows());
            var cells = new ArrayList<>(rows.get(row).cells());
            cells.set(column, misprint);
            rows.set(row, new PublishedTable.Row(rows.get(row).line(), cells));
            return new PublishedTable(table.code(), table.notation(), table.columns(), rows, table.identities());
        }

        BigDecimal right() {
            return new LineNotations(table)
                    .of(row, column)
                    .read(table.rows().get(row).cells().get(column))
                    .value();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> printed() {
        var counts = notation(0, null, null);
        var thousands = notation(0, "1", null);
        var tenths = notation(1, "0.1", null);
        return Stream.of(
                new Case(
                        "rounded thousands",
                        table(thousands, "2008|2009|=Totaal", "Jongeren|12|14|25", "Ouders|8|9|18", "=Totaal|20|23|43"),
                        0,
                        1,
                        "41"),
                new Case(
                        "rounded to thousands",
                        table(
                                notation(0, "1000", null),
                                "2008|2009|=Totaal",
                                "Jongeren|12.000|14.000|25.000",
                                "Ouders|8.000|9.000|18.000",
                                "=Totaal|20.000|23.000|43.000"),
                        0,
                        1,
                        "41.000"),
                new Case(
                        "shares of a hundred percent",
                        table(
                                tenths,
                                "2008|2009",
                                "a|33,3%|12,5%",
                                "b|33,3%|37,5%",
                                "c|33,3%|50,0%",
                                "=Totaal|100%|100%"),
                        1,
                        1,
                        "73,5%"),
                new Case(
                        "whole shares with a space before the sign",
                        table(
                                thousands,
                                "2008|2009",
                                "a|33 %|12 %",
                                "b|33 %|38 %",
                                "c|33 %|51 %",
                                "=Totaal|100 %|100 %"),
                        1,
                        1,
                        "83 %"),
                new Case(
                        "negative corrections in brackets",
                        table(
                                counts,
                                "2008|2009|=Totaal",
                                "Begroot|12.500|14.250|26.750",
                                "Correctie|(1.250)|(250)|(1.500)",
                                "=Totaal|11.250|14.000|25.250"),
                        1,
                        0,
                        "1.250"),
                new Case(
                        "marks",
                        table(
                                notation(0, null, "5"),
                                "2008|2009|2010|=Totaal",
                                "Almelo|12|<5|-|15",
                                "Borne|n.b.|41|PM|120",
                                "Ede|x|-|30|33",
                                "Goes|17|23|52|92",
                                "=Totaal|50|66|144|260"),
                        3,
                        1,
                        "32"),
                new Case(
                        "marks of footnotes",
                        table(
                                counts,
                                "2008|2009|=Totaal",
                                "Almelo|1.234 1)|41*|1.275",
                                "Borne|56²|1.041 a)|1.097",
                                "=Totaal|1.290|1.0821)|2.372 **"),
                        1,
                        1,
                        "1.014 a)"),
                new Case(
                        "subtotals in the middle",
                        table(
                                counts,
                                "2008|2009|=Totaal",
                                "#Noord",
                                "Assen|12|31|43",
                                "Emmen|25|14|39",
                                "~Noord|37|45|82",
                                "#Zuid",
                                "Breda|41|52|93",
                                "Tilburg|16|28|44",
                                "~Zuid|57|80|137",
                                "=Totaal|94|125|219"),
                        4,
                        0,
                        "61"),
                new Case(
                        "totals first",
                        table(
                                counts,
                                "=Totaal|2008|2009",
                                "=Totaal|219|94|125",
                                "Assen|43|12|31",
                                "Emmen|39|25|14",
                                "Breda|137|57|80"),
                        1,
                        1,
                        "21"),
                new Case(
                        "a column of which the total is a mean",
                        table(
                                counts,
                                "Deelnemers|Rapportcijfer",
                                "Managers|162|7,4",
                                "Professionals|457|7,9",
                                "Docenten|231|6,8",
                                "=Totaal|850|7,4"),
                        1,
                        0,
                        "475"),
                new Case(
                        "a weighted mean by its name",
                        table(
                                counts,
                                "Deelnemers|Gemiddelde leeftijd",
                                "Managers|162|44",
                                "Professionals|457|38",
                                "Docenten|231|41",
                                "=Totaal|850|40"),
                        2,
                        0,
                        "213"),
                new Case(
                        "a weighted share by its sign",
                        table(
                                tenths,
                                "2008|2009",
                                "Assen|12,5%|14,0%",
                                "Breda|50,0%|41,5%",
                                "=Totaal|31,4%|30,2%",
                                "^n|8|9"),
                        0,
                        0,
                        "12,5%%"),
                new Case(
                        "spaces between thousands",
                        table(
                                counts,
                                "2008|2009|=Totaal",
                                "Jongeren|1 234|12 345|13\u00a0579",
                                "Ouders|2\u202f345|41 203|43 548",
                                "=Totaal|3 579|53 548|57 127"),
                        0,
                        1,
                        "12 354"),
                new Case(
                        "rows of several units",
                        table(
                                notation(2, null, null),
                                "2008|2009|=Totaal",
                                "Deelnemers|1.120|1.345|2.465",
                                "Uitgaven|1.250,50|980,25|2.230,75",
                                "Bijeenkomsten|12|31|43"),
                        0,
                        1,
                        "1.435"),
                new Case(
                        "whole euros",
                        table(
                                notation(2, null, null),
                                "2008|2009|=Totaal",
                                "Zaal|€ 1.250,-|€ 980,--|€ 2.230,-",
                                "Sprekers|€ 412,50|€ 631,25|€ 1.043,75",
                                "=Totaal|€ 1.662,50|€ 1.611,25|€ 3.273,75"),
                        0,
                        1,
                        "€ 890,-"),
                new Case(
                        "numbers as in English",
                        table(
                                new CellNotation('.', 1, new BigDecimal("0.1"), null, false),
                                "2008|2009|=Total",
                                "Youth|1,234.5|987.6|2,222.1",
                                "Parents|456.7|3,210.9|3,667.6",
                                "=Total|1,691.2|4,198.5|5,889.7"),
                        0,
                        1,
                        "978.6"),
                new Case(
                        "shares beside counts",
                        table(
                                counts,
                                "Aantal|^Aandeel",
                                "Managers|162|19,1%",
                                "Professionals|457|53,8%",
                                "Docenten|231|27,2%",
                                "=Totaal|850|100%"),
                        1,
                        0,
                        "475"),
                new Case(
                        "a whole total of tenths",
                        table(
                                tenths,
                                "2008|2009|=Totaal",
                                "a|33,4|612,5|645,9",
                                "b|66,6|187,5|254,1",
                                "=Totaal|100|800|900"),
                        0,
                        1,
                        "621,5"),
                new Case(
                        "a minus behind the number and lines that are taken off",
                        table(
                                counts,
                                "2008|2009|=Totaal",
                                "Begroot|125|250|375",
                                "-Bezuiniging|31|42|73",
                                "Bijstelling|12-|17|5",
                                "=Resteert|82|225|307"),
                        0,
                        1,
                        "520"),
                new Case(
                        "small amounts that are not printed",
                        table(
                                new CellNotation(',', 2, new BigDecimal("0.01"), new BigDecimal("0.01"), true),
                                "2008|2009|=Totaal",
                                "a|0,31|< 0,01|0,32",
                                "b||0,77|0,77",
                                "c|1,68|2,98|4,67",
                                "=Totaal|2,00|3,76|5,76"),
                        2,
                        1,
                        "2,89"),
                new Case(
                        "a whole number of thousands in a table of tenths",
                        table(
                                tenths,
                                "2008|2009|=Totaal",
                                "a|1.234|612,5|1.846,5",
                                "b|66,6|187,5|254,1",
                                "=Totaal|1.300,6|800,0|2.100,6"),
                        1,
                        1,
                        "178,5"));
    }

    @ParameterizedTest
    @MethodSource("printed")
    void findsNothingInTableThatAddsUp(Case printed) {
        assertEquals(List.of(), TableAuditor.audit(printed.table(), List.of()).findings());
    }

    @ParameterizedTest
    @MethodSource("printed")
    void offersRightRepairOfMisprint(Case printed) {
        var finding = TableAuditor.audit(printed.misprinted(), List.of()).findings().stream()
                .filter(one -> one.repairs().stream().anyMatch(repair -> isRight(printed, repair)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        TableAuditor.audit(printed.misprinted(), List.of()).toString()));

        assertTrue(
                finding.certainty() == RepairCertainty.UNDECIDED
                        || isRight(printed, finding.repairs().get(0)),
                finding::toString);
    }

    private static boolean isRight(Case printed, TableAudit.Repair repair) {
        if (repair.edits().size() != 1) {
            return false;
        }
        var edit = repair.edits().get(0);
        var value = printed.table().notation().read(edit.proposed()).value();
        return edit.cell().row() == printed.row()
                && edit.cell().column() == printed.column()
                && value != null
                && value.compareTo(printed.right()) == 0;
    }

    /** Without sums nothing says which it is. */
    @Test
    void leavesNumberWithoutDecimalsUndecidedWhereNoSumHasIt() {
        var audit = TableAuditor.audit(
                table(notation(2, null, null), "2008|2009", "a|1.234|12,50", "b|3,25|4,75"), List.of());

        assertEquals(1, audit.findings().size());
        var finding = audit.findings().get(0);
        assertEquals(TableFindingKind.ODD_FORMAT, finding.kind());
        assertEquals(RepairCertainty.UNDECIDED, finding.certainty());
        assertEquals("1234,00", finding.repairs().get(0).edits().get(0).proposed());
    }

    /** What is not known has no bounds, and what is hidden because it is small has that of the table. */
    @Test
    void boundsWhatIsHiddenAndNotWhatIsUnknown() {
        var hidden = table(notation(0, null, "5"), "2008", "a|12", "b|x", "=Totaal|30");
        var unknown = table(notation(0, null, "5"), "2008", "a|12", "b|n.b.", "=Totaal|30");

        assertEquals(1, TableAuditor.audit(hidden, List.of()).findings().size());
        assertEquals(List.of(), TableAuditor.audit(unknown, List.of()).findings());
    }

    /** A total with its point shifted is the mean of ten. */
    @Test
    void takesNoShiftedTotalOfTenForTheirMean() {
        var rows = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            rows.add("r" + i + "|" + (100 + i));
        }
        rows.add("=Totaal|104");

        var finding = TableAuditor.audit(table(notation(0, "1", null), "2008", rows.toArray(String[]::new)), List.of())
                .findings()
                .get(0);
        assertTrue(finding.repairs().stream()
                .anyMatch(repair -> repair.edits().get(0).cell().row() == 10));
    }

    private static CellNotation notation(int decimals, String roundedTo, String threshold) {
        return new CellNotation(
                ',',
                decimals,
                roundedTo == null ? null : new BigDecimal(roundedTo),
                threshold == null ? null : new BigDecimal(threshold),
                false);
    }

    /**
     * A row or column is "label", "=label" for a total, "~label" for the subtotal of its group, "-label" where it is subtracted,
     * "^label" where it stands apart; "#label" starts a group.
     */
    private static PublishedTable table(CellNotation notation, String columns, String... rows) {
        var printed = new ArrayList<PublishedTable.Row>();
        String group = null;
        for (var row : rows) {
            if (row.startsWith("#")) {
                group = row.substring(1);
                continue;
            }
            var parts = Arrays.asList(row.split("\\|", -1));
            printed.add(new PublishedTable.Row(line(parts.get(0), group), parts.subList(1, parts.size())));
        }
        return new PublishedTable(
                "T",
                notation,
                Arrays.stream(columns.split("\\|"))
                        .map(label -> line(label, null))
                        .toList(),
                printed,
                List.of());
    }

    private static PublishedTable.Line line(String text, String group) {
        var label = text.substring(1);
        return switch (text.charAt(0)) {
            case '=' -> new PublishedTable.Line(label, LineRole.TOTAL, null, false);
            case '~' -> new PublishedTable.Line(label, LineRole.SUBTOTAL, group, false);
            case '^' -> new PublishedTable.Line(label, LineRole.APART, null, false);
            case '-' -> new PublishedTable.Line(label, LineRole.ITEM, group, true);
            default -> new PublishedTable.Line(text, LineRole.ITEM, group, false);
        };
    }
}
