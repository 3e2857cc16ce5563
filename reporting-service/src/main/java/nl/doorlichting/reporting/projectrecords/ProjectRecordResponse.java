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
import nl.doorlichting.reporting.reachstatistics.ReachOfProject;

/**
 * What the inventories hold of one project, as far as the caller may see it. Each list is the first page of its own, whose
 * links lead to the others.
 *
 * @param projectId id of the project (id of /v1/projects); it is not checked, so GET /v1/projects/{id} may answer 404
 * @param reports first page of the inventory reports about the project, as far as the caller may see them; without
 *     items where there are none
 * @param reach first page of the observations of reach of the project, as far as the caller may see them; without items
 *     where there are none
 * @param reachSums reach of the project by target group, of all its observations that the caller may see and that count in
 *     statistics; without rows where there are none
 * @param indicators first page of the indicators of the project, as far as the caller may see them; without items where
 *     there are none
 * @param effectJudgements first page of the verdicts on the project, each in its latest version, as far as the caller
 *     may see them; without items where there are none
 * @param lessons first page of the lessons from the project, as far as the caller may see them; without items where
 *     there are none
 * @param embeddings first page of the statements on whether the project will last, as far as the caller may see them;
 *     without items where there are none
 * @param products first page of the products of the project, as far as the caller may see them; without items where
 *     there are none
 */
public record ProjectRecordResponse(
        UUID projectId,
        Page<InventoryReportResponse> reports,
        Page<ReachObservationResponse> reach,
        ReachOfProject reachSums,
        Page<IndicatorResponse> indicators,
        Page<EffectJudgementResponse> effectJudgements,
        Page<LessonResponse> lessons,
        Page<EmbeddingResponse> embeddings,
        Page<ProductResponse> products) {}
