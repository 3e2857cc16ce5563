package nl.doorlichting.reporting.projectrecords;

import java.util.UUID;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.reporting.effectjudgements.EffectJudgementResponse;
import nl.doorlichting.reporting.embeddings.EmbeddingResponse;
import nl.doorlichting.reporting.indicators.IndicatorResponse;
import nl.doorlichting.reporting.inventoryreports.InventoryReportResponse;
import nl.doorlichting.reporting.lessons.LessonResponse;
import nl.doorlichting.reporting.products.ProductResponse;
import nl.doorlichting.reporting.reach.ReachObservationResponse;

/**
 * What the inventories hold of one project, as far as the caller may see it. Each part is the first page of its own
 * list, whose links lead to the others.
 *
 * @param projectId id of the project (id of /v1/projects); it is not checked, so GET /v1/projects/{id} may answer 404
 * @param reports first page of the reports on the project
 * @param reach first page of the figures of reach of the project
 * @param indicators first page of the indicators of the project
 * @param effectJudgements first page of the verdicts on the project
 * @param lessons first page of the lessons of the project
 * @param embeddings first page of the statements on whether the project will last
 * @param products first page of the products of the project
 */
public record ProjectRecordResponse(
        UUID projectId,
        Page<InventoryReportResponse> reports,
        Page<ReachObservationResponse> reach,
        Page<IndicatorResponse> indicators,
        Page<EffectJudgementResponse> effectJudgements,
        Page<LessonResponse> lessons,
        Page<EmbeddingResponse> embeddings,
        Page<ProductResponse> products) {}
