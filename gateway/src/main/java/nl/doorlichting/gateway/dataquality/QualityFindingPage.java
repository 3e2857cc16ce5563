package nl.doorlichting.gateway.dataquality;

import java.util.List;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of what may be wrong with the data.
 *
 * @param complete false only with complete=partial, when a service did not answer: what follows from its answer is not
 *     found, and without reporting-service no acceptance is known. Without that parameter the answer is then 503
 * @param items findings of this page, in the order asked for; empty where nothing is found
 * @param total how many findings pass the filters, on all pages
 * @param links paths of this page, the first one and its neighbours
 * @param nextCursor cursor of the next page; null on the last page
 * @param sources the three services, each with its state
 */
public record QualityFindingPage(
        boolean complete,
        List<QualityFinding> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        List<ReportSource> sources) {
    static QualityFindingPage of(Page<QualityFinding> page, DataQualityReports.Found found) {
        return new QualityFindingPage(
                found.complete(), page.items(), page.total(), page.links(), page.nextCursor(), found.sources());
    }
}
