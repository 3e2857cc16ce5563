package nl.doorlichting.gateway.clients.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.effects.EffectKey;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.figures.FigureNote;

/** What training-service says of what participants thought. What a row is not by is null in it. */
public record TrainingRatings(
        List<Row> rows,
        List<Figures> totals,
        List<Unallocated> unallocated,
        List<FigureNote> notes,
        String registerVersion,
        String revision) {

    public TrainingRatings {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    public record Row(
            ActionLine actionLine,
            Track track,
            FundingInstrument fundingInstrument,
            InterventionType interventionType,
            String municipality,
            Figures figures) {
        public Row {
            Objects.requireNonNull(figures, "figures");
        }

        public EffectKey key() {
            return new EffectKey(actionLine, track, fundingInstrument, interventionType, municipality);
        }
    }

    public record Unallocated(
            ActionLine actionLine,
            Track track,
            FundingInstrument fundingInstrument,
            InterventionType interventionType,
            String from,
            Figures figures) {
        public Unallocated {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(figures, "figures");
        }

        public EffectKey key() {
            return new EffectKey(actionLine, track, fundingInstrument, interventionType, null);
        }
    }

    /** Evaluations are null in rows, and where too few answered. */
    public record Figures(Evaluations evaluations, List<Rating> ratings) {
        public Figures {
            ratings = List.copyOf(ratings);
        }
    }

    public record Evaluations(BigDecimal mean, BigDecimal spread, BigDecimal responseRate, long n) {}

    /** A training type of null is all types; a mean of null is known by its bounds only. */
    public record Rating(
            String trainingType,
            BigDecimal mean,
            BigDecimal meanLowest,
            BigDecimal meanHighest,
            Integer n,
            String source) {
        public Rating {
            Objects.requireNonNull(source, "source");
        }
    }
}
