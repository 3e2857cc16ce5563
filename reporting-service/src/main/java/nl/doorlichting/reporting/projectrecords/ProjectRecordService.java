package nl.doorlichting.reporting.projectrecords;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.effectjudgements.EffectJudgementService;
import nl.doorlichting.reporting.embeddings.EmbeddingService;
import nl.doorlichting.reporting.indicators.IndicatorService;
import nl.doorlichting.reporting.inventoryreports.InventoryReportListService;
import nl.doorlichting.reporting.lessons.LessonService;
import nl.doorlichting.reporting.products.ProductService;
import nl.doorlichting.reporting.reach.ReachListService;
import nl.doorlichting.reporting.reachstatistics.ReachOfProject;
import nl.doorlichting.reporting.reachstatistics.ReachStatisticsService;

/** Puts together what the caller may see of one project. */
@ApplicationScoped
class ProjectRecordService {
    private static final int LARGEST_PAGE = 200;

    private final ProjectRecordQueries queries;
    private final InventoryReportListService reports;
    private final ReachListService reach;
    private final ReachStatisticsService sums;
    private final IndicatorService indicators;
    private final EffectJudgementService judgements;
    private final LessonService lessons;
    private final EmbeddingService embeddings;
    private final ProductService products;

    ProjectRecordService(
            ProjectRecordQueries queries,
            InventoryReportListService reports,
            ReachListService reach,
            ReachStatisticsService sums,
            IndicatorService indicators,
            EffectJudgementService judgements,
            LessonService lessons,
            EmbeddingService embeddings,
            ProductService products) {
        this.queries = queries;
        this.reports = reports;
        this.reach = reach;
        this.sums = sums;
        this.indicators = indicators;
        this.judgements = judgements;
        this.lessons = lessons;
        this.embeddings = embeddings;
        this.products = products;
    }

    /**
     * What is recorded of the project.
     *
     * @param asOf recorded time; null for now
     */
    @Transactional
    ProjectRecordResponse get(UUID project, Instant asOf) {
        queries.readOnly();
        var atMost = asOf == null ? queries.atMost(project) : ProjectRecordQueries.AtMost.UNKNOWN;
        return new ProjectRecordResponse(
                project,
                reports.page(
                        RecordWithdrawal.narrow(reportsAbout(project), null),
                        asOf,
                        firstPage("/v1/inventory-reports", project, asOf, atMost.reports())),
                reach.observations(
                        figuresOf(project).equal("withdrawn", false),
                        asOf,
                        firstPage("/v1/reach-observations", project, asOf, atMost.reach())),
                isNone(atMost.reach()) ? ReachOfProject.NONE : sums.ofProject(project, asOf),
                indicators.page(
                        RecordWithdrawal.narrow(recordsOf(project), null),
                        asOf,
                        firstPage("/v1/indicators", project, asOf, atMost.indicators())),
                judgements.page(
                        recordsOf(project).equal("withdrawn", false),
                        asOf,
                        firstPage("/v1/effect-judgements", project, asOf, atMost.judgements())),
                lessons.page(
                        LessonService.narrow(RecordWithdrawal.narrow(recordsOf(project), null), false),
                        asOf,
                        firstPage("/v1/lessons", project, asOf, atMost.lessons())),
                embeddings.page(
                        RecordWithdrawal.narrow(recordsOf(project), null),
                        asOf,
                        firstPage("/v1/embeddings", project, asOf, atMost.embeddings())),
                products.page(
                        RecordWithdrawal.narrow(recordsOf(project), null),
                        asOf,
                        firstPage("/v1/products", project, asOf, atMost.products())));
    }

    private static Filter reportsAbout(UUID project) {
        return new Filter()
                .where(
                        "exists (select 1 from InventoryReportProject q where q.reportId = e.id"
                                + " and q.projectId = :projectId)",
                        "projectId",
                        project);
    }

    private static Filter figuresOf(UUID project) {
        return new Filter().equal("projectId", project);
    }

    private static Filter recordsOf(UUID project) {
        return new Filter().equal("activity.projectId", project);
    }

    private static boolean isNone(Long atMost) {
        return atMost != null && atMost == 0;
    }

    private static PageRequest firstPage(String path, UUID project, Instant asOf, Long atMost) {
        var self = path + "?projectId=" + project + "&pageSize=" + LARGEST_PAGE + (asOf == null ? "" : "&asOf=" + asOf);
        return new PageRequest(LARGEST_PAGE, null, null, self, atMost);
    }
}
