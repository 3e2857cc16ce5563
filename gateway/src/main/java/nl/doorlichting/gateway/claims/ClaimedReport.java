package nl.doorlichting.gateway.claims;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.Reference;

/**
 * A report that claims are about, with the parameters that it is asked with. All claims with the same parameters are
 * evaluated from one report.
 */
record ClaimedReport(ClaimReport report, Map<String, String> parameters) {
    /** By what rows are where only their total is wanted. It is no period, because by period each has a total. */
    private static final Map<Structure, Dimension> ROWS_OF_TOTALS = Map.of(
            Structure.REACH, Dimension.TARGET_GROUP,
            Structure.TRAINING, Dimension.TRAINING_TYPE,
            Structure.EFFECTS, Dimension.ACTION_LINE);

    /** By these a report can have more rows than an answer, so that it is limited to the row of the claim. */
    private static final List<Dimension> ONE_OF_MANY =
            List.of(Dimension.ROUND, Dimension.PROJECT, Dimension.ORGANISATION);

    private static final String AS_OF = "asOf";
    private static final String CODE = "code";

    /** The report of these figures as recorded then; as they are now if the moment is null. */
    static ClaimedReport of(String programme, Reference reference, Instant asOf) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("programme", programme);
        var structure = reference.report().structure();
        if (structure != null) {
            var row = reference.rowValues();
            var by = structure.rows().stream()
                    .map(Dimension::jsonName)
                    .filter(row::containsKey)
                    .collect(Collectors.joining(","));
            parameters.put("by", by.isEmpty() ? ROWS_OF_TOTALS.get(structure).jsonName() : by);
            parameters.putAll(reference.filterValues());
            // What the filter leaves out counts in other rows, so it changes no figure of the row.
            ONE_OF_MANY.stream()
                    .filter(dimension -> row.containsKey(dimension.jsonName()))
                    .forEach(dimension -> parameters.putIfAbsent(
                            dimension.jsonName(), Dimension.text(dimension.value(row.get(dimension.jsonName())))));
        }
        if (reference.report() == ClaimReport.PUBLISHED_TABLES) {
            parameters.put(CODE, reference.filterValues().get(ReportMeasure.TABLE));
        }
        if (asOf != null) {
            parameters.put(AS_OF, asOf.toString());
        }
        return new ClaimedReport(reference.report(), parameters);
    }

    /** The code of a published table. */
    String table() {
        return parameters.get(CODE);
    }

    /** Recorded time; null for now. */
    Instant asOf() {
        return parameters.containsKey(AS_OF) ? Instant.parse(parameters.get(AS_OF)) : null;
    }

    Question toQuestion(MunicipalityRegister register) {
        var values = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, value) -> values.put(name, List.of(value)));
        return new FigureParameters(report.structure(), values).toQuestion(register);
    }

    String path() {
        var resource = report == ClaimReport.PUBLISHED_TABLES
                ? "published-tables"
                : "reports/" + report.name().toLowerCase(Locale.ROOT);
        return "/v1/" + resource + "?"
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
