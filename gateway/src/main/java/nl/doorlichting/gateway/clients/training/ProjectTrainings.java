package nl.doorlichting.gateway.clients.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The trainings of one project, from training-service. A dossier shows their figures unchanged. */
public record ProjectTrainings(List<Row> rows, List<Total> totals, List<FigureNote> notes, String revision) {
    // Records of no project are nothing of this one, and networks, meetings and modules are not shown.
    private static final Set<String> OF_OTHERS = Set.of(NoteCode.NOT_STATED.name(), NoteCode.NO_FIGURES.name());

    public ProjectTrainings {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = notes.stream().filter(note -> !OF_OTHERS.contains(note.code())).toList();
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * Trainings of one type; participants of held ones are null when some days would count twice.
     *
     * @param trainingType code of the training type; null for sessions that state none
     * @param sessions numbers of sessions of the type
     * @param participants participants of held sessions, in participations; null when some days would count twice
     * @param rating how participants rated trainings of the type; null without a rating
     */
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

    /** Numbers of sessions; null where nothing is recorded. Planned counts all, whatever became of them. */
    @Schema(name = "DossierTrainingSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held,
            @Schema(nullable = true) Long cancelled,
            @Schema(nullable = true) Long toCome,
            @Schema(nullable = true) Long neverHeld) {}

    /** The ratings by participants, on a scale of 1 to 10; a mean of null is known by its bounds only. */
    @Schema(name = "DossierTrainingRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {}
}
