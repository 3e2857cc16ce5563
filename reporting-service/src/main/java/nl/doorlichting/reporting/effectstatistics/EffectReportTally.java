package nl.doorlichting.reporting.effectstatistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Reports and projects as a source counts them together. The projects of the rows may be among them, so the two are
 * never added.
 *
 * @param withBaseline projects that were measured beforehand; null when the source does not say
 */
@Schema(name = "EffectStatisticsReportTally")
record EffectReportTally(
        int reports,
        int projects,
        @Schema(nullable = true) Integer withBaseline,
        @Schema(nullable = true) Integer withSelfEvaluation,
        @Schema(nullable = true) Integer withIndependentEvaluation,
        String source) {

    static EffectReportTally from(Object[] row) {
        return new EffectReportTally(
                (Integer) row[0], (Integer) row[1], (Integer) row[2], (Integer) row[3], (Integer) row[4], (String)
                        row[5]);
    }
}
