package nl.doorlichting.gateway.clients.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.gateway.clients.Note;
import nl.doorlichting.kernel.quantity.AggregatedQuantity;

/** What training-service says of trainings. */
public record TrainingStatistics(
        List<String> dimensions, List<Row> rows, List<Total> totals, List<Note> notes, String revision) {

    public TrainingStatistics {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** One type; a training type of null is what is known over all types only. */
    public record Row(String trainingType, Sessions sessions, AggregatedQuantity participants, Rating rating) {
        public Row {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    public record Total(Sessions sessions, AggregatedQuantity participants, Rating rating) {
        public Total {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    public record Sessions(Long planned, Long held) {}

    public record Rating(BigDecimal mean, BigDecimal meanLowest, BigDecimal meanHighest, Integer n, String source) {
        public Rating {
            Objects.requireNonNull(source, "source");
        }
    }
}
