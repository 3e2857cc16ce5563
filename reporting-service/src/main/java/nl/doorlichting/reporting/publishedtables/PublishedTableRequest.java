package nl.doorlichting.reporting.publishedtables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.publishedtables.CellNotation;
import nl.doorlichting.domain.publishedtables.LineRole;
import nl.doorlichting.domain.publishedtables.PublishedTable;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.publication.PublishableRecord;
import nl.doorlichting.reporting.publication.PublishedVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table exactly as a document printed it.
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
 * @param columns the columns in order, without the one of the labels of rows; at most one has the role TOTAL
 * @param rows the rows in order; at most one has the role TOTAL
 * @param identities sums that hold between rows of this and of other tables of the programme; none if absent or empty
 * @param language language of title and labels, by its two letters: nl or en; nl if absent
 * @param source where the table is written, in words: the document and its page or line
 */
public record PublishedTableRequest(
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
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Column> columns,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Row> rows,
        @Size(max = 50) List<@NotNull @Valid Identity> identities,

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotBlank @Size(max = 500) String source)
        implements HasCrossFieldRules, PublishedVersion.Content {
    public PublishedTableRequest {
        emptyBelowThreshold = Boolean.TRUE.equals(emptyBelowThreshold);
        language = Objects.requireNonNullElse(language, PublishableRecord.DUTCH);
    }

    /**
     * A column.
     *
     * @param label label of the column in print, each once in the table; it may be empty
     * @param role what the column is in the sums: a code of the codelist line-roles; ITEM if absent
     * @param group group of the column: a column with role SUBTOTAL is the sum of the items of its group; in none if
     *     absent; required with SUBTOTAL
     * @param subtracted true where the column enters totals with a minus; false if absent
     */
    @Schema(name = "PublishedTableColumnRequest")
    public record Column(
            @NotNull @Size(max = 300) String label,
            LineRole role,
            @Size(max = 300) String group,
            Boolean subtracted) {
        public Column {
            role = Objects.requireNonNullElse(role, LineRole.ITEM);
            subtracted = Boolean.TRUE.equals(subtracted);
        }

        PublishedTable.Line line() {
            return new PublishedTable.Line(label, role, group, subtracted);
        }
    }

    /**
     * A row.
     *
     * @param label label of the row in print; it may be empty
     * @param role what the row is in the sums: a code of the codelist line-roles; ITEM if absent
     * @param group group of the row, as the heading above its rows in print: a row with role SUBTOTAL is the sum of the
     *     items of its group; in none if absent; required with SUBTOTAL
     * @param subtracted true where the row enters totals with a minus; false if absent
     * @param cells the texts of the cells in print, one for each column, in their order; an empty text where nothing is
     *     printed
     * @param source where the row is written, in words: the document and its page or line; the source of the table if
     *     absent
     */
    @Schema(name = "PublishedTableRowRequest")
    public record Row(
            @NotNull @Size(max = 300) String label,
            LineRole role,
            @Size(max = 300) String group,
            Boolean subtracted,
            @NotNull @Size(max = 100) List<@NotNull @Size(max = 100) String> cells,
            @Size(max = 500) String source) {
        public Row {
            role = Objects.requireNonNullElse(role, LineRole.ITEM);
            subtracted = Boolean.TRUE.equals(subtracted);
        }

        /** The same in a table with this source, which is that of a row that states none. */
        Row of(String table) {
            return new Row(label, role, group, subtracted, cells, Objects.requireNonNullElse(source, table));
        }

        PublishedTable.Line line() {
            return new PublishedTable.Line(label, role, group, subtracted);
        }
    }

    /**
     * Terms that add up to zero in each column that all their tables have, by its label.
     *
     * @param name what the identity says, in words
     * @param terms the terms that are added, with a minus where they are subtracted; at least two
     */
    @Schema(name = "PublishedTableIdentityRequest")
    public record Identity(
            @NotBlank @Size(max = 300) String name,
            @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Term> terms) {}

    /**
     * A row, or the sum of the items of a group or of the whole table.
     *
     * @param table code of a table of the programme, this one or another that is recorded; while it is withdrawn, the
     *     identity is not checked
     * @param group group of the row, or of the items that are added; any row with the label, or all items, if absent
     * @param row label of the row that is the term; the sum of the items of the group, or of the table without a group,
     *     if absent
     * @param subtracted true where the term enters with a minus; false if absent
     */
    @Schema(name = "PublishedTableTermRequest")
    public record Term(
            @NotBlank @Size(max = 100) String table,
            @Size(max = 300) String group,
            @Size(max = 300) String row,
            Boolean subtracted) {
        public Term {
            subtracted = Boolean.TRUE.equals(subtracted);
        }
    }

    /** What an audit reads. */
    public PublishedTable table() {
        var stated = identities == null ? List.<Identity>of() : identities;
        return new PublishedTable(
                code,
                notation(),
                columns.stream().map(Column::line).toList(),
                rows.stream()
                        .map(row -> new PublishedTable.Row(row.line(), row.cells()))
                        .toList(),
                stated.stream()
                        .map(identity -> new PublishedTable.Identity(
                                identity.name(),
                                identity.terms().stream()
                                        .map(term -> new PublishedTable.Term(
                                                term.table(), term.group(), term.row(), term.subtracted()))
                                        .toList()))
                        .toList());
    }

    private CellNotation notation() {
        return new CellNotation(decimalSign.charAt(0), decimals, roundedTo, threshold, emptyBelowThreshold);
    }

    /** Codes of the tables that its identities name. */
    Set<String> namedTables() {
        return table().identities().stream()
                .flatMap(identity -> identity.terms().stream())
                .map(PublishedTable.Term::table)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is wrong with its identities, which name rows of the tables of its programme. */
    List<Violation> wrongIdentities(Collection<PublishedTable> others) {
        var tables = new HashMap<String, PublishedTable>();
        others.forEach(table -> tables.put(table.code(), table));
        var own = table();
        tables.put(code, own);
        var violations = new ArrayList<Violation>();
        for (var i = 0; i < own.identities().size(); i++) {
            var terms = own.identities().get(i).terms();
            var pointer = "/identities/" + i + "/terms";
            var sound = true;
            for (var j = 0; j < terms.size(); j++) {
                var wrong = wrongTerm(pointer + "/" + j, terms.get(j), terms.subList(0, j), tables);
                wrong.ifPresent(violations::add);
                sound &= wrong.isEmpty();
            }
            if (sound && own.identities().get(i).columns(tables).isEmpty()) {
                violations.add(
                        Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("table.identity-without-column")));
            }
        }
        return violations;
    }

    private static Optional<Violation> wrongTerm(
            String pointer,
            PublishedTable.Term term,
            List<PublishedTable.Term> earlier,
            Map<String, PublishedTable> tables) {
        var table = tables.get(term.table());
        if (table == null) {
            return Optional.of(Violation.unknownReference(
                    pointer + "/table", term.table(), Text.of("table.identity-table-unknown", term.table())));
        }
        var rows = term.rows(table);
        if (rows.isEmpty()) {
            var named = term.row() == null ? "group" : "row";
            var value = term.row() == null ? term.group() : term.row();
            return Optional.of(
                    value == null
                            ? Violation.body(
                                    pointer, ViolationCode.NOT_ALLOWED, Text.of("table.identity-without-items"))
                            : unknown(
                                    pointer + "/" + named,
                                    value,
                                    Text.of("table.identity-row-unknown", term.table(), value)));
        }
        var takenBack = earlier.stream()
                .anyMatch(other -> other.table().equals(term.table())
                        && other.subtracted() != term.subtracted()
                        && other.rows(table).equals(rows));
        return takenBack
                ? Optional.of(Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("table.identity-less-itself")))
                : Optional.empty();
    }

    private static Violation unknown(String pointer, String value, Text detail) {
        return Violation.body(pointer, ViolationCode.UNKNOWN_VALUE, Map.of("value", value), detail);
    }

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        if (columns != null) {
            checkRoles(
                    "/columns",
                    columns.stream()
                            .map(column -> column == null ? null : column.line())
                            .toList(),
                    violations);
            checkLabels(violations);
        }
        if (rows != null) {
            checkRoles(
                    "/rows",
                    rows.stream().map(row -> row == null ? null : row.line()).toList(),
                    violations);
            checkCells(violations);
        }
        return violations;
    }

    private static void checkRoles(String pointer, List<PublishedTable.Line> lines, List<Violation> violations) {
        var total = false;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line == null) {
                continue;
            }
            if (line.role() == LineRole.TOTAL && total) {
                violations.add(Violation.body(
                        pointer + "/" + i + "/role",
                        ViolationCode.NOT_ALLOWED,
                        Map.of("repeated", LineRole.TOTAL.name()),
                        Text.of("table.second-total")));
            }
            total |= line.role() == LineRole.TOTAL;
            if (line.role() == LineRole.SUBTOTAL && line.group() == null) {
                violations.add(Violation.body(
                        pointer + "/" + i + "/group", ViolationCode.REQUIRED, Text.of("table.subtotal-without-group")));
            }
        }
    }

    /** Identities find a column by its label. */
    private void checkLabels(List<Violation> violations) {
        var labels = new HashSet<String>();
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i) != null
                    && columns.get(i).label() != null
                    && !labels.add(columns.get(i).label())) {
                violations.add(Violation.body(
                        "/columns/" + i + "/label",
                        ViolationCode.NOT_ALLOWED,
                        Map.of("repeated", columns.get(i).label()),
                        Text.of("table.column-repeated", columns.get(i).label())));
            }
        }
    }

    private void checkCells(List<Violation> violations) {
        var readable = decimals != null && decimals >= 0 && (",".equals(decimalSign) || ".".equals(decimalSign));
        for (var i = 0; i < rows.size(); i++) {
            var cells = rows.get(i) == null ? null : rows.get(i).cells();
            if (cells == null) {
                continue;
            }
            if (columns != null && cells.size() != columns.size()) {
                violations.add(Violation.body(
                        "/rows/" + i + "/cells",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", columns.size(), "maximum", columns.size()),
                        Text.of("table.ragged-row", cells.size(), columns.size())));
            }
            for (var j = 0; readable && j < cells.size(); j++) {
                if (cells.get(j) != null
                        && cells.get(j).length() <= 100
                        && notation().hasOtherDecimalSign(cells.get(j))) {
                    violations.add(Violation.body(
                            "/rows/" + i + "/cells/" + j,
                            ViolationCode.NOT_ALLOWED,
                            Map.of("allowed", List.of(decimalSign)),
                            Text.of("table.other-decimal-sign", decimalSign)));
                }
            }
        }
    }
}
