package nl.doorlichting.gateway.reports.policyreview;

import java.util.List;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of the projects of a policy review.
 *
 * @param complete false only with complete=partial, when a service did not answer: what it has of the projects is null.
 *     Without that parameter the answer is then 503
 * @param items projects of this page, in the order asked for; empty where nothing fits the filters
 * @param total how many projects pass the filters, on all pages
 * @param links paths of this page, the first one and its neighbours
 * @param nextCursor cursor of the next page; null on the last page
 * @param sources the three services, each with its state
 */
public record ReviewedProjectPage(
        boolean complete,
        List<ReviewedProject> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        List<ReportSource> sources) {
    static ReviewedProjectPage of(Page<ReviewedProject> page, boolean complete, List<ReportSource> sources) {
        return new ReviewedProjectPage(complete, page.items(), page.total(), page.links(), page.nextCursor(), sources);
    }
}
