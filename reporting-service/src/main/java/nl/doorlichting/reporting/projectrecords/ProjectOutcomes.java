package nl.doorlichting.reporting.projectrecords;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.reporting.effectjudgements.EffectJudgementResponse;
import nl.doorlichting.reporting.effectjudgements.EffectJudgementService;
import nl.doorlichting.reporting.embeddings.EmbeddingResponse;
import nl.doorlichting.reporting.embeddings.EmbeddingService;
import nl.doorlichting.reporting.lessons.LessonResponse;
import nl.doorlichting.reporting.lessons.LessonService;
import nl.doorlichting.reporting.products.ProductResponse;
import nl.doorlichting.reporting.products.ProductService;

/** What came of a project: verdicts, lessons, embedding, products; each as far as the caller may see it. */
@ApplicationScoped
class ProjectOutcomes {
    private final EffectJudgementService judgements;
    private final LessonService lessons;
    private final EmbeddingService embeddings;
    private final ProductService products;

    ProjectOutcomes(
            EffectJudgementService judgements,
            LessonService lessons,
            EmbeddingService embeddings,
            ProductService products) {
        this.judgements = judgements;
        this.lessons = lessons;
        this.embeddings = embeddings;
        this.products = products;
    }

    Page<EffectJudgementResponse> judgements(UUID project) {
        return judgements.page(of(project), ProjectRecordService.firstPage("/v1/effect-judgements", project));
    }

    Page<LessonResponse> lessons(UUID project) {
        return lessons.page(of(project), ProjectRecordService.firstPage("/v1/lessons", project));
    }

    Page<EmbeddingResponse> embeddings(UUID project) {
        return embeddings.page(of(project), ProjectRecordService.firstPage("/v1/embeddings", project));
    }

    Page<ProductResponse> products(UUID project) {
        return products.page(of(project), ProjectRecordService.firstPage("/v1/products", project));
    }

    private static Filter of(UUID project) {
        return new Filter().equal("activity.projectId", project);
    }
}
