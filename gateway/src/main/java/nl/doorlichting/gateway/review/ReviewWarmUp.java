package nl.doorlichting.gateway.review;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.training.TrainingReport;
import nl.doorlichting.gateway.review.ReviewFigures.Absence;
import nl.doorlichting.gateway.review.ReviewFigures.Part;
import nl.doorlichting.platform.texts.Language;
import org.jboss.logging.Logger;

/**
 * Reads the maps and draws a page of the examples of the contract when the application starts, so that the first readers do not
 * wait for either, nor for the classes. Nothing waits for it, and nothing depends on it.
 */
@ApplicationScoped
class ReviewWarmUp {
    private static final Logger LOG = Logger.getLogger(ReviewWarmUp.class);
    private final Vertx vertx;
    private final ObjectMapper mapper;

    ReviewWarmUp(Vertx vertx, ObjectMapper mapper) {
        this.vertx = vertx;
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    void start(@Observes StartupEvent event) {
        vertx.executeBlocking(
                        () -> {
                            BoundaryMap.readAll();
                            return draw();
                        },
                        false)
                .onFailure(failure -> LOG.warn("the review page is not warm", failure));
    }

    /** How many pictures were drawn. */
    int draw() {
        var drawn = 0;
        for (var language : Language.values()) {
            var review = new ReviewPage(ReviewRequest.of(Map.of(), () -> language), List.of(figures()));
            review.opening();
            review.answers();
            review.shapes();
            drawn += (int) review.chapters().stream()
                    .flatMap(chapter -> chapter.pictures().stream())
                    .flatMap(picture -> picture.each().stream())
                    .filter(picture -> picture.narrow() != null)
                    .count();
        }
        return drawn;
    }

    private ReviewFigures figures() {
        return new ReviewFigures(
                "P",
                "P",
                null,
                read("getFinanceReport", FinanceReport.class),
                read("getReachReport", ReachReport.class),
                read("getTrainingReport", TrainingReport.class),
                read("getEffectReport", EffectReport.class),
                Part.absent(Absence.WITHHELD),
                Part.absent(Absence.WITHHELD),
                Part.of(List.of()),
                read("listLessons", RecordedLessons.class),
                read("listPublishedTables", PublishedTables.class),
                Part.of(List.of()),
                Part.absent(Absence.WITHHELD),
                Part.of(Map.of()),
                Map.of(),
                Part.absent(Absence.WITHHELD),
                Part.of(List.of()),
                read("listEmbeddings", EmbeddingStatements.class),
                Part.of(Map.of()),
                Map.of());
    }

    private <R> Part<R> read(String example, Class<R> type) {
        try (var file = ReviewWarmUp.class.getResourceAsStream("/examples/" + example + ".json")) {
            return Part.of(mapper.treeToValue(mapper.readTree(file).path("answer"), type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
