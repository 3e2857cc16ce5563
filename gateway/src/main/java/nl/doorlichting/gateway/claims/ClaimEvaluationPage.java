package nl.doorlichting.gateway.claims;

import java.util.List;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.platform.lists.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of evaluations of claims.
 *
 * @param complete false only with complete=partial, when a service did not answer: claims about its figures are UNDECIDED
 *     because they are UNAVAILABLE. Without that parameter the answer is then 503
 * @param items evaluations of this page, in the order asked for; empty where the programme has no claims
 * @param total how many claims there are, on all pages
 * @param links paths of this page, the first one and its neighbours
 * @param nextCursor cursor of the next page; null on the last page
 * @param sources the three services, each with its state
 */
public record ClaimEvaluationPage(
        boolean complete,
        List<ClaimEvaluationResponse> items,
        Page.Total total,
        Page.Links links,
        @Schema(nullable = true) String nextCursor,
        List<ReportSource> sources) {
    static ClaimEvaluationPage of(Page<ClaimEvaluationResponse> page, boolean complete, List<ReportSource> sources) {
        return new ClaimEvaluationPage(complete, page.items(), page.total(), page.links(), page.nextCursor(), sources);
    }
}
