package nl.doorlichting.reporting.publishedtables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.publishedtables.LineRole;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.csv.CsvRecords;

/**
 * A table exactly as a document printed it, with its cells as CSV.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); an unknown one is a finding of
 *     reports/data-quality, and 400 with strict=true
 * @param code code of the table, unique in its programme, by which identities name it
 * @param title title of the table, as printed
 * @param unit unit of all figures, of roundedTo and of threshold, in words, as in EUR million
 * @param decimalSign decimal sign in print: a comma or a point; the other one groups thousands
 * @param decimals number of digits after the decimal sign of the figures in print
 * @param roundedTo the step to which figures are rounded, in the unit of the table, with at most two decimals, as in
 *     0.01; the figures are exact if absent
 * @param threshold upper bound of what cells hide, in the unit of the table, with at most two decimals: a cell of
 *     {@code <} and a number, as in {@code <0,01}, stands for an amount from 0 up to this bound, or up to its own
 *     number where that is higher; a cell that hides its figure, as x or * does, for one from 0 up to this bound; if
 *     absent, the number in the cell is the only bound, and x or * has none; n.b. and PM, which
 *     are not known, never have one
 * @param emptyBelowThreshold true where an empty cell may hide an amount up to threshold; an empty cell is 0 if false
 *     or absent
 * @param csv the cells as CSV (RFC 4180), as printed: lines of fields with a comma between them, or a semicolon
 *     where the first line has more of these, quoted where they have one. The first line has the labels of the
 *     columns, the first field of each line the label of the row; the first field of the first line is not used. 1
 *     to 200 rows and 1 to 100 columns, without those of the labels
 * @param totalRow label of the row that is the total, exactly as in csv; all other rows are items, and there is no
 *     total if absent
 * @param totalColumn label of the column that is the total, exactly as in csv; all other columns are items, and there
 *     is no total if absent
 * @param identities sums that hold between rows of this and of other tables of the programme; none if absent or empty
 * @param language language of title and labels, by its two letters: nl or en; nl if absent
 * @param source where the table is written, in words: the document and its page or line
 */
public record PublishedTableCsvRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 100) @NaturalId String code,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 100) String unit,

        @NotNull @Pattern(regexp = "^[.,]$", message = FormTexts.DECIMAL_SIGN)
        String decimalSign,

        @NotNull @Min(0) @Max(6) Integer decimals,
        @PositiveOrZero @Max(1_000_000_000) BigDecimal roundedTo,
        @PositiveOrZero @Max(1_000_000_000) BigDecimal threshold,
        Boolean emptyBelowThreshold,
        @NotBlank @Size(max = 200_000) String csv,
        @Size(max = 300) String totalRow,
        @Size(max = 300) String totalColumn,
        @Size(max = 50) List<PublishedTableRequest.@NotNull @Valid Identity> identities,

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotBlank @Size(max = 500) String source)
        implements HasCrossFieldRules {
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_CELL = 100;
    private static final int LONGEST_LABEL = 300;
    // More than the text may have: what is too long in it is told by its line.
    private static final int LONGEST_ROW = 1 << 20;

    /** The same table, with its cells apart. Total rows that share a label are each a total, and so not allowed. */
    PublishedTableRequest table() {
        var lines = new ArrayList<Line>();
        readInto(lines);
        return table(lines);
    }

    private PublishedTableRequest table(List<Line> lines) {
        var columns = lines.get(0)
                .cells()
                .map(label -> new PublishedTableRequest.Column(label, role(label, totalColumn), null, null))
                .toList();
        var rows = lines.stream()
                .skip(1)
                .map(line -> new PublishedTableRequest.Row(
                        line.label(),
                        role(line.label(), totalRow),
                        null,
                        null,
                        line.cells().toList(),
                        null))
                .toList();
        return new PublishedTableRequest(
                programme,
                code,
                title,
                unit,
                decimalSign,
                decimals,
                roundedTo,
                threshold,
                emptyBelowThreshold,
                columns,
                rows,
                identities,
                language,
                source);
    }

    private static LineRole role(String label, String total) {
        return label.equals(total) ? LineRole.TOTAL : LineRole.ITEM;
    }

    /** @param number of the line of the text in which it begins, from 1 */
    private record Line(long number, List<String> fields) {
        String label() {
            return fields.get(0);
        }

        Stream<String> cells() {
            return fields.stream().skip(1);
        }

        boolean isTooLong() {
            return label().length() > LONGEST_LABEL || cells().anyMatch(cell -> cell.length() > LONGEST_CELL);
        }

        /** The violation, which is of this line. */
        Violation says(String code, Map<String, ?> parameters, Text detail) {
            var named = new HashMap<String, Object>(parameters);
            named.put("line", number);
            return Violation.body("/csv", code, named, Text.of("table.in-line", number, detail));
        }
    }

    /** Adds the lines; those before a malformed one too. */
    private void readInto(List<Line> lines) {
        try (var rows = new CsvRecords(new StringReader(csv), separator(), LONGEST_ROW)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                lines.add(new Line(row.getStartingLineNumber(), row.getFields()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private char separator() {
        return CsvRecords.separator(
                csv.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
    }

    @Override
    public List<Violation> crossViolations() {
        if (csv == null || csv.isBlank()) {
            return List.of();
        }
        var violations = new ArrayList<Violation>();
        var lines = new ArrayList<Line>();
        // Of a malformed text the rows after it are not known, and so neither their number nor whether one is the
        // total.
        try {
            readInto(lines);
            checkSize(lines.size() - 1, MOST_ROWS, violations);
            checkTotal("/totalRow", totalRow, lines.stream().skip(1).map(Line::label), violations);
        } catch (CsvRecords.MalformedCsv malformed) {
            violations.add(new Line(malformed.line(), List.of())
                    .says(ViolationCode.WRONG_FORMAT, malformed.parameters(), malformed.detail()));
        }
        if (lines.isEmpty()) {
            return violations;
        }
        checkSize(lines.get(0).fields().size() - 1, MOST_COLUMNS, violations);
        checkTotal("/totalColumn", totalColumn, lines.get(0).cells(), violations);
        lines.stream()
                .filter(Line::isTooLong)
                .map(line -> line.says(
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", LONGEST_CELL),
                        Text.of("table.cell-too-long", LONGEST_CELL)))
                .forEach(violations::add);
        table(lines).crossViolations().stream()
                // Violations of columns show the label.
                .filter(broken -> !broken.pointer().startsWith("/columns")
                        || !lines.get(0).isTooLong())
                .map(broken ->
                        lines.get(lineOf(broken.pointer())).says(broken.code(), broken.parameters(), broken.detail()))
                .forEach(violations::add);
        return violations;
    }

    /** The position of the line that has what the table refuses: of a row its own, of a column the first. */
    private static int lineOf(String pointer) {
        var parts = pointer.split("/");
        return parts[1].equals("rows") ? Integer.parseInt(parts[2]) + 1 : 0;
    }

    // A total that is not there would leave its sums unchecked, and the audit without a finding.
    private static void checkTotal(String pointer, String total, Stream<String> labels, List<Violation> violations) {
        if (total != null && labels.noneMatch(total::equals)) {
            violations.add(Violation.body(
                    pointer, ViolationCode.UNKNOWN_VALUE, Map.of("value", total), Text.of("table.no-total", total)));
        }
    }

    private static void checkSize(int size, int most, List<Violation> violations) {
        if (size < 1 || size > most) {
            violations.add(Violation.body(
                    "/csv",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", 1, "maximum", most),
                    Text.of("table.size", size, most)));
        }
    }
}
