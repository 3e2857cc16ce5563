package nl.doorlichting.gateway.dataquality;

import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many findings there are about the data of a programme.
 *
 * @param complete false only with complete=partial, when a service did not answer: what follows from its answer is not
 *     counted, and without reporting-service every finding counts as open. Without that parameter the answer is then 503
 * @param findings number of findings
 * @param open number of those that are not accepted
 * @param severities number of findings by how much they matter
 * @param kinds number of findings by kind, of each kind that there is
 * @param sources the three services, each with its state
 */
public record QualityCounts(
        boolean complete,
        long findings,
        long open,
        List<BySeverity> severities,
        List<ByKind> kinds,
        List<ReportSource> sources) {

    /**
     * Findings of one severity.
     *
     * @param severity how much they matter
     * @param findings number of findings
     * @param open number of those that are not accepted
     */
    @Schema(name = "QualityCountsBySeverity")
    public record BySeverity(FindingSeverity severity, long findings, long open) {}

    /**
     * Findings of one kind.
     *
     * @param kind what is found
     * @param findings number of findings
     * @param open number of those that are not accepted
     */
    @Schema(name = "QualityCountsByKind")
    public record ByKind(FindingKind kind, long findings, long open) {}

    static QualityCounts of(DataQualityReports.Found found) {
        var all = found.findings();
        return new QualityCounts(
                found.complete(),
                all.size(),
                open(all),
                Stream.of(FindingSeverity.values())
                        .map(severity -> {
                            var some = all.stream()
                                    .filter(finding -> finding.severity() == severity)
                                    .toList();
                            return new BySeverity(severity, some.size(), open(some));
                        })
                        .toList(),
                Stream.of(FindingKind.values())
                        .map(kind -> {
                            var some = all.stream()
                                    .filter(finding -> finding.kind() == kind)
                                    .toList();
                            return new ByKind(kind, some.size(), open(some));
                        })
                        .filter(kind -> kind.findings() > 0)
                        .toList(),
                found.sources());
    }

    private static long open(List<QualityFinding> some) {
        return some.stream().filter(finding -> finding.acceptance() == null).count();
    }
}
