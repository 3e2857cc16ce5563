package nl.doorlichting.gateway.clients.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.effects.EffectKey;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.domain.figures.FigureNote;

/** What reporting-service says of effects. What a row is not by is null in it. */
public record EffectStatistics(
        List<Row> rows,
        List<Figures> totals,
        List<Unallocated> unallocated,
        List<Tally> tallies,
        List<FigureNote> notes,
        String registerVersion,
        String revision) {

    public EffectStatistics {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        tallies = List.copyOf(tallies);
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

    public record Figures(
            Projects projects, List<Verdicts> verdicts, Change change, SideEffects sideEffects, Embedding embedding) {
        public Figures {
            Objects.requireNonNull(projects, "projects");
            verdicts = List.copyOf(verdicts);
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(sideEffects, "sideEffects");
            Objects.requireNonNull(embedding, "embedding");
        }
    }

    public record Projects(
            long count,
            long reports,
            Share withReport,
            Share withBaseline,
            Share withSelfEvaluation,
            Share withIndependentEvaluation) {
        public Projects {
            Objects.requireNonNull(withReport, "withReport");
            Objects.requireNonNull(withBaseline, "withBaseline");
            Objects.requireNonNull(withSelfEvaluation, "withSelfEvaluation");
            Objects.requireNonNull(withIndependentEvaluation, "withIndependentEvaluation");
        }
    }

    /** Count, lowest and highest are null when nothing is known. */
    public record Share(Long count, long outOf, long unknown, BigDecimal lowest, BigDecimal highest) {}

    /** An evidence level of null is unknown. */
    public record Verdicts(
            Verdict verdict, JudgementConcern concerns, Integer evidenceLevel, long count, boolean aboveEvidence) {
        public Verdicts {
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(concerns, "concerns");
        }
    }

    /** All but the first three are null when n is 0. */
    public record Change(
            long indicators,
            long withBaseline,
            long n,
            Long improved,
            Long unchanged,
            Long worsened,
            Long targetReached) {}

    public record SideEffects(long positive, long negative) {}

    public record Embedding(long secured, long partlySecured, long notSecured, long unknown, long stale) {}

    /** All but the first two may be null. */
    public record Tally(
            int reports,
            int projects,
            Integer withBaseline,
            Integer withSelfEvaluation,
            Integer withIndependentEvaluation,
            String source) {
        public Tally {
            Objects.requireNonNull(source, "source");
        }
    }
}
