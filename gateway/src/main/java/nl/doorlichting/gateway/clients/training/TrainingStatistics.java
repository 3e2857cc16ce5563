package nl.doorlichting.gateway.clients.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.figures.FigureNote;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Trainings, from training-service. A dimension that the rows do not have is null in them. */
public record TrainingStatistics(
        List<String> dimensions,
        List<Row> rows,
        List<Total> totals,
        List<FigureNote> notes,
        String registerVersion,
        String revision) {

    public TrainingStatistics {
        dimensions = List.copyOf(dimensions);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** One group; a dimension of null is none in particular. */
    public record Row(
            String trainingType,
            Integer year,
            String municipality,
            String province,
            TargetGroup targetGroup,
            Profession profession,
            Phenomenon phenomenon,
            Sessions sessions,
            AggregatedQuantity participants,
            Rating rating,
            Evaluations evaluations) {
        public Row {
            Objects.requireNonNull(sessions, "sessions");
        }
    }

    public record Total(Sessions sessions, AggregatedQuantity participants, Rating rating, Evaluations evaluations) {
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

    /** The answers of participants. All but codes is null while too few answered. */
    public record Evaluations(
            long codes,
            boolean suppressed,
            Long n,
            BigDecimal responseRate,
            BigDecimal mean,
            BigDecimal spread,
            BigDecimal knowledgeGained,
            BigDecimal applicable,
            BigDecimal sharedWithPartners) {}
}
