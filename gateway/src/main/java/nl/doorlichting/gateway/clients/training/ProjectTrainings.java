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
     * @param trainingType code of the training type, as in GUEST_LECTURE; null for tallies over all types
     * @param sessions numbers of sessions of the type
     * @param participants number of people who came to held sessions; a person who came twice counts twice; null where
     *     some days would count twice
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

    /**
     * All types together.
     *
     * @param sessions numbers of sessions of all types
     * @param participants number of people who came to held sessions; a person who came twice counts twice; null where
     *     some days would count twice
     * @param rating always null, because ratings are not averaged
     */
    @Schema(name = "DossierTrainingTotal")
    public record Total(
            Sessions sessions,
            @Schema(nullable = true) AggregatedQuantity participants,
            @Schema(nullable = true) Rating rating) {
        public Total {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    /**
     * Numbers of sessions; null where nothing is recorded. Planned counts all, whatever became of them.
     *
     * @param planned number of sessions that were planned, whatever became of them; null where nothing states it
     * @param held number of sessions that took place; null where nothing states it
     * @param cancelled number of sessions that were called off; null where nothing states it
     * @param toCome number of sessions of today or later that are not held or cancelled; null where nothing states it
     * @param neverHeld number of sessions of past days that were neither held nor cancelled; null where nothing states
     *     it
     */
    @Schema(name = "DossierTrainingSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held,
            @Schema(nullable = true) Long cancelled,
            @Schema(nullable = true) Long toCome,
            @Schema(nullable = true) Long neverHeld) {}

    /**
     * The ratings by participants, on a scale of 1 to 10; a mean of null is known by its bounds only.
     *
     * @param mean mean rating, from 1 to 10; null where only its bounds are known
     * @param meanLowest lower bound of the mean, from 1 to 10, where it is known as a range; null with a mean
     * @param meanHighest upper bound of the mean, from 1 to 10, where it is known as a range; null with a mean
     * @param n number of answers behind the mean; null where the source does not state it
     * @param source where the rating is written, in words, or "evaluations"
     */
    @Schema(name = "DossierTrainingRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {}
}
