package nl.doorlichting.reporting.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.RegisterMap;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.reporting.activity.CorrectionProposals;

/**
 * The conditions of a list of reach figures. A parameter has one value or several, separated by commas, and a figure passes
 * with any of them. {@code NOT_STATED} passes figures that do not state the field. An absent parameter is no condition.
 */
final class ReachFilter {
    private static final String APART_FROM = """
        not exists (select 1 from ReachObservation t where t.tally = true and t.observationId in :apartFrom
            and %s
            and (e.includedIn = cast(t.observationId as String)
                or coalesce(e.includedIn, 'UNKNOWN') = 'UNKNOWN' and t.programme = e.programme
                    and t.targetGroup = e.targetGroup and t.periodFrom < e.periodUntil
                    and t.periodUntil > e.periodFrom))\
        """;
    private static final String ROW = "row";
    private static final String LATEST = "not exists (select 1 from ReachObservation l"
            + " where l.observationId = t.observationId and l.version > t.version) and t.withdrawn = false";
    private static final String LATEST_THEN = "t.recordedAt <= :asOf and not exists (select 1 from ReachObservation l"
            + " where l.observationId = t.observationId and l.version > t.version and l.recordedAt <= :asOf) and t.withdrawn = false";

    private final Filter filter = new Filter();
    private final FilterValues values;
    private final RegisterMap map;

    /** What a parameter asks for. */
    private record Wanted(Set<Object> values, boolean notStated) {
        String joined() {
            return values.stream().map(Dimension::text).collect(Collectors.joining(","));
        }
    }

    /** Without a condition yet; municipalities and provinces are on the map of this day, or as recorded for null. */
    ReachFilter(MunicipalityRegister register, LocalDate boundaries) {
        this.values = new FilterValues(register, boundaries);
        this.map = new RegisterMap(register, boundaries);
    }

    /** All conditions. Values that cannot be asked for are refused before. */
    Filter toFilter() {
        return filter;
    }

    /** Figures of a programme, and versions that were recorded by this subject; null is no condition. */
    ReachFilter recorded(String programme, String by) {
        filter.equal("programme", programme).equal("recordedBy", by);
        return this;
    }

    /** Versions that were recorded since a moment and before another; null is no condition. */
    ReachFilter recordedWithin(Instant since, Instant until) {
        if (since != null) {
            filter.where("e.recordedAt >= :recordedSince", "recordedSince", since)
                    .where("e.recordedAt < :recordedUntil", "recordedUntil", until);
        }
        return this;
    }

    /** Figures that are withdrawn, or for null and false those that are not. */
    ReachFilter withdrawn(Boolean only) {
        filter.equal("withdrawn", Boolean.TRUE.equals(only));
        return this;
    }

    /** Figures that count: of approved reports, or of none. */
    ReachFilter counted(Boolean only, Instant asOf) {
        if (!Boolean.TRUE.equals(only)) {
            return this;
        }
        var approved = "(e.reportId is null or e.reportId in (select r.id from InventoryReport r where r.approvedAt ";
        if (asOf == null) {
            filter.where(approved + "is not null))");
        } else {
            filter.where(approved + "<= :asOf))", "asOf", asOf);
        }
        return this;
    }

    /** Observations that are declared to overlap with others, or others with them. */
    ReachFilter overlapping(Boolean only) {
        if (Boolean.TRUE.equals(only)) {
            filter.where(sql("(cardinality(overlaps_with) > 0 or observation_id in (select unnest(o.overlaps_with)"
                    + " from reach_observation o where cardinality(o.overlaps_with) > 0))"));
        }
        return this;
    }

    /**
     * Observations with a correction or a withdrawal that waits for a reviewer.
     *
     * @param shown whether the caller may know of those that wait; for others none does
     */
    ReachFilter correctionPending(Boolean only, boolean shown) {
        var waits = CorrectionProposals.waits(ReachCorrectionProposal.class, "p.recordId = e.observationId");
        CorrectionProposals.narrow(filter, only, shown, waits);
        return this;
    }

    /** Figures that are not, and cannot be, part of these tallies. */
    ReachFilter apartFrom(String given, Instant asOf) {
        if (given == null) {
            return this;
        }
        filter.where(
                APART_FROM.formatted(asOf == null ? LATEST : LATEST_THEN),
                "apartFrom",
                values.several("apartFrom", Dimension.PROJECT, given).stream()
                        .filter(UUID.class::isInstance)
                        .toList());
        if (asOf != null) {
            filter.parameters().put("asOf", asOf);
        }
        return this;
    }

    /** Values of a field that has the name of the parameter. */
    ReachFilter field(Dimension dimension, String given) {
        return field(dimension.jsonName(), dimension, given);
    }

    /** Values, each like one of the dimension, of a field that has the name of the parameter. */
    ReachFilter field(String name, Dimension like, String given) {
        if (given != null) {
            var wanted = wanted(name, like, given);
            where(name, wanted.values(), "e." + name + " in :" + name, wanted, "e." + name + " is null");
        }
        return this;
    }

    /** Intervention types. */
    ReachFilter interventionType(String given) {
        return codesIn(
                "intervention_types", Dimension.INTERVENTION_TYPE.jsonName(), Dimension.INTERVENTION_TYPE, given);
    }

    /** Phenomena. */
    ReachFilter phenomenon(String given) {
        return codesIn("phenomena", Dimension.PHENOMENON.jsonName(), Dimension.PHENOMENON, given);
    }

    // The first condition shows the database how few rows have any.
    private ReachFilter codesIn(String column, String name, Dimension dimension, String given) {
        if (given != null) {
            var wanted = wanted(name, dimension, given);
            where(
                    name,
                    wanted.joined(),
                    sql("(" + column + " <> ''{}'' and " + column + " && string_to_array(?, '',''))", name),
                    wanted,
                    sql(column + " = ''{}''"));
        }
        return this;
    }

    /** Periods as recorded, by their codes. */
    ReachFilter period(String given) {
        if (given != null) {
            anyOf(wanted(Dimension.PERIOD.jsonName(), Dimension.PERIOD, given).values().stream()
                    .map(Period.class::cast)
                    .map(period -> "e.periodFrom = " + literal(period.from()) + " and e.periodUntil = "
                            + literal(period.until())));
        }
        return this;
    }

    /** Calendar years that hold the period of the figure; a figure over more than one year states none. */
    ReachFilter year(String given) {
        if (given != null) {
            var wanted = wanted(Dimension.YEAR.jsonName(), Dimension.YEAR, given);
            anyOf(Stream.concat(
                    wanted.values().stream()
                            .map(year -> Period.ofYear((Integer) year))
                            .map(year -> "e.periodFrom >= " + literal(year.from()) + " and e.periodFrom < "
                                    + literal(year.until()) + " and e.periodUntil <= " + literal(year.until())),
                    Stream.of(sql("extract(year from period_from) <> extract(year from period_until - 1)"))
                            .filter(several -> wanted.notStated())));
        }
        return this;
    }

    /** Figures whose days are all inside these; null is no bound. */
    ReachFilter days(LocalDate from, LocalDate until) {
        if (from != null) {
            filter.where("e.periodFrom >= :firstDay", "firstDay", from);
        }
        if (until != null) {
            filter.where("e.periodUntil <= :endDay", "endDay", until);
        }
        return this;
    }

    /**
     * Values that the figure has besides those of a filter on the same field: a field and a value each, separated by
     * commas.
     */
    ReachFilter row(String given) {
        if (given == null) {
            return this;
        }
        for (var field : given.split(",", -1)) {
            var colon = field.indexOf(':');
            var value = field.substring(colon + 1);
            switch (colon < 0 ? "" : field.substring(0, colon)) {
                case "interventionType" ->
                    codesIn("intervention_types", "rowInterventionType", Dimension.INTERVENTION_TYPE, value);
                case "phenomenon" -> codesIn("phenomena", "rowPhenomenon", Dimension.PHENOMENON, value);
                case "municipality" -> place("rowMunicipality", Dimension.MUNICIPALITY, value);
                case "province" -> place("rowProvince", Dimension.PROVINCE, value);
                default -> throw new IllegalArgumentException("no field of a row: " + field);
            }
        }
        return this;
    }

    /** Municipalities or provinces that hold the figure, also if it is of several municipalities. */
    ReachFilter place(Dimension dimension, String given) {
        return place(dimension.jsonName(), dimension, given);
    }

    private ReachFilter place(String name, Dimension dimension, String given) {
        if (given == null) {
            return this;
        }
        var wanted = wanted(name, dimension, given);
        var asked = String.join(
                ",",
                dimension == Dimension.PROVINCE
                        ? map.insideProvinces(wanted.values())
                        : map.insideMunicipalities(wanted.values()));
        if (!wanted.notStated()) {
            filter.where(inside(name), name, asked);
            return this;
        }
        // Only a place that holds several municipalities holds a figure of several.
        var holding = (dimension == Dimension.PROVINCE ? map.byProvince() : map.byMunicipality())
                .values().stream()
                        .filter(codes -> codes.size() > 1)
                        .map(codes -> String.join(",", codes))
                        .collect(Collectors.joining(";"));
        if (holding.isEmpty()) {
            where(name, asked, inside(name), wanted, sql("cardinality(place_municipalities) <> 1"));
            return this;
        }
        // A condition has one parameter: the codes asked for, and those of each place that holds several.
        var first = "string_to_array(split_part(?, ''|'', 1), '','')";
        var isAsked = "place_municipalities && " + first + " and place_municipalities <@ " + first;
        // A single municipality is in a place, which the index of the first condition leaves out.
        var inNone = "cardinality(place_municipalities) <> 1 and not exists (select from"
                + " unnest(string_to_array(split_part(?, ''|'', 2), '';'')) as place"
                + " where place_municipalities <> ''{}'' and place_municipalities <@ string_to_array(place, '',''))";
        filter.where(sql("(" + isAsked + " or " + inNone + ")", name, name, name), name, asked + "|" + holding);
        return this;
    }

    // The first condition can use the index.
    private static String inside(String name) {
        return sql(
                "(place_municipalities && string_to_array(?, '','')"
                        + " and place_municipalities <@ string_to_array(?, '',''))",
                name,
                name);
    }

    private static String sql(String condition, String... parameters) {
        var bound =
                Arrays.stream(parameters).map(parameter -> ", :" + parameter).collect(Collectors.joining());
        return "cast(sql('" + condition + "'" + bound + ") as Boolean) = true";
    }

    private void where(String name, Object given, String stated, Wanted wanted, String notStated) {
        if (wanted.values().isEmpty()) {
            filter.where(notStated);
            return;
        }
        filter.where(wanted.notStated() ? "(" + stated + " or " + notStated + ")" : stated, name, given);
    }

    private void anyOf(Stream<String> conditions) {
        var any = conditions.collect(Collectors.joining(") or (", "((", "))"));
        filter.where("(())".equals(any) ? "1 = 0" : any);
    }

    // Days are literals, because a condition has one parameter. They have no text of the request.
    private static String literal(LocalDate day) {
        return "{d '" + day + "'}";
    }

    private Wanted wanted(String name, Dimension like, String given) {
        var read = values.several(name.startsWith(ROW) ? ROW : name, like, given);
        return new Wanted(
                read.stream()
                        .filter(value -> !value.equals(Dimension.NOT_STATED))
                        .collect(Collectors.toSet()),
                read.contains(Dimension.NOT_STATED));
    }
}
