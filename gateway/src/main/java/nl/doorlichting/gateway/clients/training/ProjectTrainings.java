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
     * Trainings of one type.
     *
     * @param trainingType code of the training type, as in GUEST_LECTURE; null for figures over all types, which only
     *     tallies have
     * @param sessions numbers of sessions of the type
     * @param participants number of people who came to held sessions; a person who came twice counts twice; null where
     *     tallies may hold one another, so that a sum would count some days twice
     * @param rating how participants rated trainings of the type; null without a rating, as in every dossier so far:
     *     ratings are of tallies, which name no project, and evaluations are not shown by project
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
     *     tallies may hold one another, so that a sum would count some days twice
     * @param rating null in every answer, because ratings are not averaged
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
     * Numbers of sessions. A session counts in each of them with 0 or 1, a tally for the numbers that it states.
     *
     * @param planned number of sessions that were planned, whatever became of them; null where no session and no tally
     *     states it, and where tallies that may hold one another do
     * @param held number of sessions that took place; null where no session and no tally states it, and where tallies
     *     that may hold one another do
     * @param cancelled number of sessions that were called off; null where no session and no tally states it, and where
     *     tallies that may hold one another do
     * @param toCome number of sessions of today or later that are not held or cancelled; null where no session and no
     *     tally states it, and where tallies that may hold one another do
     * @param neverHeld number of sessions of past days that were neither held nor cancelled; null where no session and
     *     no tally states it, and where tallies that may hold one another do
     */
    @Schema(name = "DossierTrainingSessions")
    public record Sessions(
            @Schema(nullable = true) Long planned,
            @Schema(nullable = true) Long held,
            @Schema(nullable = true) Long cancelled,
            @Schema(nullable = true) Long toCome,
            @Schema(nullable = true) Long neverHeld) {}

    /**
     * A rating by participants, on a scale of 1 to 10.
     *
     * @param mean mean rating, from 1 to 10; null where only its bounds are known
     * @param meanLowest lower bound of the mean, from 1 to 10, where only bounds are known; null beside a mean
     * @param meanHighest upper bound of the mean, from 1 to 10, where only bounds are known; null beside a mean
     * @param n number of answers behind the mean; null where the source does not state it, as beside bounds
     * @param source where the rating is written, in words; evaluations where it is the mean of the answers to
     *     evaluations
     */
    @Schema(name = "DossierTrainingRating")
    public record Rating(
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {}
}
