package nl.doorlichting.api.figures;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.Verdict;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known of whether it worked.
 *
 * @param dimensions what the rows are by; a row has only these fields, null for what is not stated
 * @param totals one row: each project and record once, whatever rows it stands in
 * @param unallocated figures of a municipality that the map of parameter boundaries does not have as a whole, because
 *     it was divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries
 * @param tallies totals that sources give of projects not known one by one; without those that do not state what a
 *     filter or days want, which note NOT_STATED counts
 * @param registerVersion municipality register used; null when the answer does not depend on it
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
@Schema(name = "EffectStatisticsResponse")
public record EffectAnswer(
        List<String> dimensions,
        List<Row> rows,
        List<Figures> totals,
        List<Row> unallocated,
        List<Tally> tallies,
        List<FigureNote> notes,
        @Schema(nullable = true) String registerVersion,
        String revision) {

    public EffectAnswer {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        tallies = List.copyOf(tallies);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** One group of figures: of the records that state its values, each of them together. */
    @Schema(name = "EffectStatisticsRow", extensions = @Extension(name = FigureSchemas.STRUCTURE, value = "EFFECTS"))
    public record Row(@JsonUnwrapped Key key, Figures figures, Links links) {
        public Row {
            Objects.requireNonNull(figures, "figures");
            links = links == null ? Links.NONE : links;
        }
    }

    /**
     * Paths of the lists of the records that a row is made of, those of a report that does not count yet among them. A path is
     * null for a list that the caller may not read, or that cannot be narrowed to the row: by more than project,
     * organisation and, of reports, round.
     *
     * @param reports path of the list of reports about the projects of the row; null where the caller may not read it,
     *     or where it cannot be narrowed to the row
     * @param verdicts path of the list of verdicts on the projects of the row; null where the caller may not read it,
     *     or where it cannot be narrowed to the row
     * @param indicators path of the list of indicators of the row; null where the caller may not read it, or where it
     *     cannot be narrowed to the row
     * @param embeddings path of the list of statements on whether things of the row will last; null where the caller
     *     may not read it, or where it cannot be narrowed to the row
     */
    @Schema(name = "EffectLinks")
    public record Links(
            @Schema(nullable = true) String reports,
            @Schema(nullable = true) String verdicts,
            @Schema(nullable = true) String indicators,
            @Schema(nullable = true) String embeddings) {
        /** No list. */
        public static final Links NONE = new Links(null, null, null, null);
    }

    /**
     * What inventories, verdicts, indicators and words about embedding say.
     *
     * @param projects projects of the row, and how they were looked into
     * @param verdicts verdicts of the row, alike ones together
     * @param change what indicators of the row show
     * @param sideEffects side effects that the verdicts of the row name
     * @param embedding whether things of the row will last
     */
    @Schema(name = "EffectFigures")
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

    /**
     * Projects that inventories, indicators, verdicts or embedding name, and how they were looked into. What is known
     * of a project is the same in each of its rows.
     *
     * @param count number of projects, each once
     * @param reports approved reports about these projects, each once; one may be about several projects
     * @param withReport projects that an approved inventory report is about
     * @param withBaseline projects that were measured before the start
     * @param withSelfEvaluation projects that evaluated themselves
     * @param withIndependentEvaluation projects that others evaluated
     */
    @Schema(name = "EffectProjects")
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

    /**
     * Of how many projects something is the case, a figure of its own.
     *
     * @param count number of projects of which it is known to be the case; null when nothing is known of any project
     * @param outOf number of projects of the row
     * @param unknown number of projects of which nothing is known
     * @param lowest share, from 0 to 1, if it is the case with none of the unknown; null when nothing is known
     * @param highest share, from 0 to 1, if it is the case with all of the unknown; null when nothing is known
     */
    @Schema(name = "EffectShare")
    public record Share(
            @Schema(nullable = true) Long count,
            long outOf,
            long unknown,
            @Schema(nullable = true) BigDecimal lowest,
            @Schema(nullable = true) BigDecimal highest) {

        private static final int DECIMALS = 4;

        /** The share of those of which it is the case; of the others of all, nothing is known. */
        public static Share of(long yes, long known, long all) {
            var unknown = all - known;
            return known == 0
                    ? new Share(null, all, unknown, null, null)
                    : new Share(yes, all, unknown, share(yes, all), share(yes + unknown, all));
        }

        private static BigDecimal share(long part, long whole) {
            return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /**
     * Verdicts that are alike.
     *
     * @param verdict the verdict that they share
     * @param concerns whether the verdicts are about the goal of the intervention or of the whole programme
     * @param evidenceLevel strength of the evidence that they share, from 0 (opinion) to 4 (controlled, repeated); null
     *     where not known
     * @param count number of verdicts
     * @param aboveEvidence whether the verdict claims more than this level supports: PROMISING needs 2, EFFECTIVE 3
     */
    @Schema(name = "EffectVerdicts")
    public record Verdicts(
            Verdict verdict,
            JudgementConcern concerns,
            @Schema(nullable = true) Integer evidenceLevel,
            long count,
            boolean aboveEvidence) {
        public Verdicts {
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(concerns, "concerns");
        }
    }

    /**
     * Change on indicators, which only those with a baseline and a value of a later day show.
     *
     * @param indicators number of indicators
     * @param withBaseline number of indicators that were measured before the start
     * @param n number of indicators that have a baseline and a later value: improved, unchanged, worsened and
     *     targetReached are of these
     * @param improved number of the n that moved in the wanted direction; null where n is 0
     * @param unchanged number of the n whose value did not move; null where n is 0
     * @param worsened number of the n that moved against the wanted direction; null where n is 0
     * @param targetReached number of the n whose last value is at the target or beyond; null where n is 0
     */
    @Schema(name = "EffectChange")
    public record Change(
            long indicators,
            long withBaseline,
            long n,
            @Schema(nullable = true) Long improved,
            @Schema(nullable = true) Long unchanged,
            @Schema(nullable = true) Long worsened,
            @Schema(nullable = true) Long targetReached) {}

    /**
     * Side effects that verdicts name.
     *
     * @param positive number of welcome side effects
     * @param negative number of unwelcome side effects
     */
    @Schema(name = "EffectSideEffects")
    public record SideEffects(long positive, long negative) {}

    /**
     * The last word on whether things will last, of each that is followed.
     *
     * @param secured number of subjects that last, by the latest statement on each
     * @param partlySecured number of subjects that last in part
     * @param notSecured number of subjects that do not last
     * @param unknown number of subjects of which it is not known whether they last
     * @param stale number of all of these whose latest statement is older than a year
     */
    @Schema(name = "EffectEmbedding")
    public record Embedding(long secured, long partlySecured, long notSecured, long unknown, long stale) {}

    /**
     * Reports and projects as a source counts them together. The projects of the rows may be among them, so the two are
     * never added.
     *
     * @param reports number of reports
     * @param projects number of projects
     * @param withBaseline number of projects that were measured before the start; null where the source does not state
     *     it
     * @param withSelfEvaluation number of projects that evaluated themselves; null where the source does not state it
     * @param withIndependentEvaluation number of projects that others evaluated; null where the source does not state
     *     it
     * @param source where the numbers are written, in words
     */
    @Schema(name = "EffectTally")
    public record Tally(
            int reports,
            int projects,
            @Schema(nullable = true) Integer withBaseline,
            @Schema(nullable = true) Integer withSelfEvaluation,
            @Schema(nullable = true) Integer withIndependentEvaluation,
            String source) {
        public Tally {
            Objects.requireNonNull(source, "source");
        }
    }
}
