package nl.doorlichting.gateway.clients.reporting;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.Claim;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.period.Period;

/**
 * A page of claims as the reporting service lists them.
 *
 * @param nextCursor position of the next page; null on the last one
 */
public record StatedClaims(List<StatedClaim> items, String nextCursor) {
    public StatedClaims {
        items = List.copyOf(items);
    }

    /**
     * A statement of a text about figures of the reports.
     *
     * @param language of the statement; null from an instance of the last release
     */
    public record StatedClaim(
            UUID id,
            String programme,
            String code,
            String statement,
            String language,
            ClaimComparison comparison,
            ClaimRelation relation,
            BigDecimal stated,
            BigDecimal tolerance,
            ClaimUnit unit,
            Period period,
            Reference first,
            Reference second,
            String source,
            boolean withdrawn,
            int version) {
        public StatedClaim {
            Stream.of(id, programme, code, statement, comparison, relation, stated, tolerance, unit, first, source)
                    .forEach(Objects::requireNonNull);
        }

        /** Its first figure and, if it compares two, its second. */
        public Stream<Reference> references() {
            return Stream.of(first, second).filter(Objects::nonNull);
        }

        /** What is compared with what. */
        public Claim toClaim() {
            return new Claim(comparison, relation, stated, tolerance, unit, period);
        }
    }

    /** A figure of a report. */
    public record Reference(ClaimReport report, List<Field> filters, List<Field> row, ReportMeasure measure) {
        public Reference {
            filters = List.copyOf(filters);
            row = List.copyOf(row);
            Objects.requireNonNull(report, "report");
            Objects.requireNonNull(measure, "measure");
        }

        /** Filters of the report by name. */
        public Map<String, String> filterValues() {
            return values(filters);
        }

        /** What tells the row apart, by name. */
        public Map<String, String> rowValues() {
            return values(row);
        }

        private static Map<String, String> values(List<Field> fields) {
            var values = new LinkedHashMap<String, String>();
            fields.forEach(field -> values.put(field.field(), field.value()));
            return values;
        }
    }

    /** A field of a report and its value. */
    public record Field(String field, String value) {}
}
