package nl.doorlichting.reporting.claims;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.publishedtables.PublishedTable;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.publication.PublishableRecord;
import nl.doorlichting.reporting.publication.PublishedVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A statement of a text about figures of the reports, as data.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); an unknown one is a finding of
 *     reports/data-quality, and 400 with strict=true
 * @param code code of the claim, unique in its programme
 * @param statement what the text claims, in words of the recorder
 * @param comparison what of the figures the claim is about
 * @param relation how the result stands to the stated figure if the claim holds
 * @param stated the figure in the text, in the unit
 * @param tolerance how far the result may be from the stated figure, in the unit, as for "about"; 0 if absent
 * @param unit what the stated figure counts: the unit of the measures, PEOPLE for a claim about different people, TIMES
 *     for a RATIO, PERCENT for a SHARE
 * @param period the days that the text is about: with VALUE exactly those of the figure, else they hold those of both
 *     figures; not compared if absent
 * @param first the figure, or the first of two
 * @param second the second figure; absent with VALUE and required else
 * @param language language of statement, by its two letters: nl or en; nl if absent
 * @param source where the text has it, in words: the document and its page or line
 */
public record ClaimRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 100) @NaturalId String code,
        @NotBlank @Size(max = 300) String statement,
        @NotNull ClaimComparison comparison,
        @NotNull ClaimRelation relation,
        @NotNull @Digits(integer = 12, fraction = 6) BigDecimal stated,
        @PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal tolerance,
        @NotNull ClaimUnit unit,
        Period period,
        @NotNull @Valid Reference first,
        @Valid Reference second,

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotBlank @Size(max = 500) String source)
        implements HasCrossFieldRules, PublishedVersion.Content {
    private static final java.util.regex.Pattern TIMES = java.util.regex.Pattern.compile("[0-9]{1,12}([.][0-9]{1,6})?");

    public ClaimRequest {
        tolerance = Objects.requireNonNullElse(tolerance, BigDecimal.ZERO);
        language = Objects.requireNonNullElse(language, PublishableRecord.DUTCH);
    }

    /**
     * A figure of a report, or of a published table.
     *
     * @param report the report that has the figure, or PUBLISHED_TABLES
     * @param filters query parameters of the report that are filters, with from and until; none if absent. Finances have
     *     none. Of PUBLISHED_TABLES the fields are table, the code of one of the programme, which is needed; times, how many
     *     of the unit of the measure one in print is, as in 1000000 for millions; and period, the days that the figure is of
     * @param row the row that has the figure: the fields that tell it apart; the total if absent. Of REACH the source is
     *     needed. Of FINANCES the fields are line, the code of a budget line, or destination, of reallocations, or
     *     fundingInstrument, of projects; and year; without a line it is the first one, of the whole programme. Of PUBLISHED_TABLES they are
     *     the labels in print row, column and group; without a row or column it is the total, or the sum of the items where
     *     none is in print
     * @param measure the figure of the row
     */
    @Schema(name = "ClaimReferenceRequest")
    public record Reference(
            @NotNull ClaimReport report,
            @Size(max = 12) List<@NotNull @Valid Field> filters,
            @Size(max = 4) List<@NotNull @Valid Field> row,
            @NotNull ReportMeasure measure) {

        private List<Violation> violations(String pointer) {
            if (report == null || measure == null) {
                return List.of();
            }
            var violations = new ArrayList<Violation>();
            if (measure.report() != report) {
                violations.add(unknown(
                        pointer + "/measure",
                        measure.name(),
                        report.measures().stream().map(Enum::name).toList()));
                return violations;
            }
            check(pointer + "/filters", filters, report.filterFields(), violations);
            check(pointer + "/row", row, measure.rowFields(), violations);
            checkCombination(pointer, violations);
            require(pointer + "/filters", filters, report.requiredFilterFields(), violations);
            require(pointer + "/row", row, measure.requiredRowFields(), violations);
            return violations;
        }

        private static void require(
                String pointer, List<Field> given, List<String> needed, List<Violation> violations) {
            needed.stream()
                    .filter(name -> !has(given, name))
                    .forEach(name -> violations.add(Violation.body(
                            pointer,
                            ViolationCode.REQUIRED,
                            Map.of("missing", List.of(name)),
                            Text.of("claim.row-field-required", name))));
        }

        private boolean fitsItsForm() {
            return fitsItsReport()
                    && report != null
                    && Stream.of(filters, row)
                            .filter(Objects::nonNull)
                            .flatMap(List::stream)
                            .allMatch(field -> field != null && field.field() != null && field.value() != null)
                    && violations("").isEmpty();
        }

        private boolean fitsItsReport() {
            return measure != null && measure.report() == report;
        }

        private void checkCombination(String pointer, List<Violation> violations) {
            var dimensions = fields(row)
                    .filter(field -> !ReportMeasure.SOURCE.equals(field.field()))
                    .count();
            if (report.structure() != null && dimensions > report.structure().most()) {
                violations.add(Violation.body(
                        pointer + "/row",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("maximum", report.structure().most()),
                        Text.of("claim.too-many-row-fields", report.structure().most())));
            }
            if (has(row, ReportMeasure.LINE) && has(row, ReportMeasure.DESTINATION)) {
                violations.add(Violation.body(
                        pointer + "/row", ViolationCode.NOT_ALLOWED, Text.of("claim.line-or-destination")));
            }
        }

        private static void check(String pointer, List<Field> given, List<String> known, List<Violation> violations) {
            var once = new HashSet<String>();
            for (var i = 0; given != null && i < given.size(); i++) {
                var name = given.get(i) == null ? null : given.get(i).field();
                if (name == null) {
                    continue;
                }
                if (!known.contains(name)) {
                    violations.add(unknown(pointer + "/" + i + "/field", name, known));
                } else if (!once.add(name)) {
                    violations.add(Violation.body(
                            pointer + "/" + i + "/field",
                            ViolationCode.NOT_ALLOWED,
                            Map.of("repeated", name),
                            Text.of("claim.field-twice", name)));
                }
            }
        }

        static Violation unknown(String pointer, String value, List<String> allowed) {
            return Violation.body(
                    pointer,
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("value", value, "allowed", allowed),
                    allowed.isEmpty()
                            ? Text.of("claim.no-field-possible", value)
                            : Text.of("claim.field-unknown", value, Text.all(allowed)));
        }

        private static boolean has(List<Field> fields, String name) {
            return fields(fields).anyMatch(field -> name.equals(field.field()));
        }

        private static Stream<Field> fields(List<Field> fields) {
            return fields == null ? Stream.empty() : fields.stream().filter(Objects::nonNull);
        }

        /** What is wrong with the values of its fields, as its report would refuse them. */
        List<Violation> wrongValues(
                String pointer, MunicipalityRegister register, Function<String, Optional<PublishedTable>> tables) {
            var violations = new ArrayList<Violation>();
            wrongValues(pointer + "/filters", filters, register, violations);
            wrongValues(pointer + "/row", row, register, violations);
            if (report == ClaimReport.PUBLISHED_TABLES) {
                checkPrinted(pointer, tables, violations);
            }
            for (var i = 0; row != null && i < row.size(); i++) {
                if (Dimension.named(row.get(i).field()).isPresent()
                        && row.get(i).value().indexOf(',') >= 0) {
                    violations.add(Violation.body(
                            pointer + "/row/" + i + "/value",
                            ViolationCode.NOT_ALLOWED,
                            Text.of("claim.several-rows")));
                }
            }
            return violations;
        }

        private void wrongValues(
                String pointer, List<Field> fields, MunicipalityRegister register, List<Violation> violations) {
            var pointers = new HashMap<String, String>();
            var values = new HashMap<String, List<String>>();
            for (var i = 0; fields != null && i < fields.size(); i++) {
                pointers.put(fields.get(i).field(), pointer + "/" + i + "/value");
                values.put(fields.get(i).field(), List.of(fields.get(i).value()));
            }
            // Finances have two fields of the dimensions of figures, which EFFECTS take too.
            new FigureParameters(Objects.requireNonNullElse(report.structure(), Structure.EFFECTS), values)
                    .violations(register)
                    .forEach(broken -> violations.add(Violation.body(
                            pointers.get(broken.name()), broken.code(), broken.parameters(), broken.detail())));
            Stream.of("from", "until")
                    .filter(day -> values.containsKey(day)
                            && !ScalarFormats.isDate(values.get(day).get(0)))
                    .forEach(day -> violations.add(
                            Violation.body(pointers.get(day), ViolationCode.WRONG_TYPE, Text.of("claim.a-day"))));
            var source = values.get(ReportMeasure.SOURCE);
            var sources = Stream.of(ReachSource.values()).map(Enum::name).toList();
            if (source != null && !sources.contains(source.get(0))) {
                violations.add(unknown(pointers.get(ReportMeasure.SOURCE), source.get(0), sources));
            }
        }

        private void checkPrinted(
                String pointer, Function<String, Optional<PublishedTable>> tables, List<Violation> violations) {
            value(filters, ReportMeasure.TIMES)
                    .filter(times -> !TIMES.matcher(times).matches() || new BigDecimal(times).signum() == 0)
                    .ifPresent(times -> violations.add(Violation.body(
                            place(pointer + "/filters", filters, ReportMeasure.TIMES),
                            ViolationCode.OUT_OF_RANGE,
                            Map.of("minimum", "0.000001", "maximum", "999999999999"),
                            Text.of("claim.times"))));
            var code = value(filters, ReportMeasure.TABLE).orElseThrow();
            var table = tables.apply(code);
            if (table.isEmpty()) {
                violations.add(notThere(pointer + "/filters", filters, ReportMeasure.TABLE, code));
                return;
            }
            var group = value(row, ReportMeasure.GROUP);
            var label = value(row, ReportMeasure.ROW);
            var rows = new PublishedTable.Term(code, group.orElse(null), label.orElse(null), false).rows(table.get());
            if (rows.isEmpty() && (group.isPresent() || label.isPresent())) {
                var wrong = label.isPresent() ? ReportMeasure.ROW : ReportMeasure.GROUP;
                violations.add(notThere(
                        pointer + "/row", row, wrong, label.or(() -> group).orElseThrow()));
            }
            if (rows.size() > 1 && label.isPresent()) {
                violations.add(Violation.body(
                        place(pointer + "/row", row, ReportMeasure.ROW),
                        ViolationCode.NOT_ALLOWED,
                        Map.of("repeated", label.get()),
                        Text.of("claim.row-ambiguous", label.get())));
            }
            value(row, ReportMeasure.COLUMN)
                    .filter(column -> table.get().columns().stream()
                            .noneMatch(line -> line.label().equals(column)))
                    .ifPresent(column -> violations.add(notThere(pointer + "/row", row, ReportMeasure.COLUMN, column)));
        }

        private static Optional<String> value(List<Field> fields, String name) {
            return fields(fields)
                    .filter(field -> name.equals(field.field()))
                    .map(Field::value)
                    .findFirst();
        }

        private static String place(String pointer, List<Field> fields, String name) {
            return pointer + "/" + fields.stream().map(Field::field).toList().indexOf(name) + "/value";
        }

        private static Violation notThere(String pointer, List<Field> fields, String name, String value) {
            return Violation.body(
                    place(pointer, fields, name),
                    ViolationCode.UNKNOWN_VALUE,
                    Map.of("value", value),
                    Text.of("claim.not-in-print", name, value));
        }

        /** Whether it is the same figure, in whatever order the fields are. */
        private boolean isSameAs(Reference other) {
            return report == other.report
                    && measure == other.measure
                    && new HashSet<>(fields(filters).toList())
                            .equals(new HashSet<>(fields(other.filters).toList()))
                    && new HashSet<>(fields(row).toList())
                            .equals(new HashSet<>(fields(other.row).toList()));
        }
    }

    /**
     * A field and its value, as a query parameter of the report has them.
     *
     * @param field name of the field, as in the report
     * @param value value of the field, as the report's query parameter takes it; NOT_STATED for the row that has none
     */
    @Schema(name = "ClaimField")
    public record Field(
            @NotBlank @Size(max = 40) String field,
            @NotBlank @Size(max = 300) String value) {}

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        if (first != null) {
            violations.addAll(first.violations("/first"));
        }
        if (second != null) {
            violations.addAll(second.violations("/second"));
        }
        if (comparison == null) {
            return violations;
        }
        if (comparison.hasSecond() && second == null) {
            violations.add(Violation.body("/second", ViolationCode.REQUIRED, Text.of("claim.second-required")));
        }
        if (!comparison.hasSecond() && second != null) {
            violations.add(Violation.body("/second", ViolationCode.NOT_ALLOWED, Text.of("claim.second-not-allowed")));
        }
        if (comparison.hasSecond() && first != null && second != null && first.isSameAs(second)) {
            violations.add(Violation.body("/second", ViolationCode.NOT_ALLOWED, Text.of("claim.reference-to-itself")));
        }
        checkUnits(violations);
        return violations;
    }

    private void checkUnits(List<Violation> violations) {
        if (first == null || !first.fitsItsReport() || unit == null) {
            return;
        }
        var counted = first.measure().unit();
        if (comparison.hasSecond()
                && second != null
                && second.fitsItsReport()
                && second.measure().unit() != counted) {
            violations.add(Violation.body(
                    "/second/measure",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(counted.name())),
                    Text.of("claim.units-mixed", second.measure().unit(), counted)));
        }
        var expected = comparison.unit(counted);
        if (!unit.isStatedOf(expected)) {
            violations.add(Violation.body(
                    "/unit",
                    ViolationCode.NOT_ALLOWED,
                    Map.of(
                            "allowed",
                            Stream.of(ClaimUnit.values())
                                    .filter(one -> one.isStatedOf(expected))
                                    .map(Enum::name)
                                    .toList()),
                    Text.of("claim.unit-differs", unit, expected)));
        }
    }

    /**
     * What is wrong with the values of fields, of references that are right in their form.
     *
     * @param tables the published tables of the programme, by code
     */
    List<Violation> wrongValues(MunicipalityRegister register, Function<String, Optional<PublishedTable>> tables) {
        var violations = new ArrayList<Violation>();
        if (first != null && first.fitsItsForm()) {
            violations.addAll(first.wrongValues("/first", register, tables));
        }
        if (second != null && second.fitsItsForm()) {
            violations.addAll(second.wrongValues("/second", register, tables));
        }
        return violations;
    }
}
