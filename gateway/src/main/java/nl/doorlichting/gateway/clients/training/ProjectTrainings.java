package nl.doorlichting.gateway.clients.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.figures.FigureNote;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The trainings of one project, from training-service. A dossier shows them unchanged. */
public record ProjectTrainings(List<Row> rows, List<Total> totals, List<FigureNote> notes, String revision) {
    public ProjectTrainings {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** Trainings of one type; participants of held ones are null when some days would count twice. */
    @Schema(name = "DossierTraining")
    public record Row(
            @Schema(nullable = true) String trainingType,
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {
        public Row {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    /** All types together. */
    @Schema(name = "DossierTrainingTotal")
    public record Total(
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {
        public Total {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    /** Numbers of sessions; null where nothing is recorded. */
    @Schema(name = "DossierTrainingSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held) {}

    /** The ratings by participants, on a scale of 1 to 10; a mean of null is known by its bounds only. */
    @Schema(name = "DossierTrainingRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {}
}
