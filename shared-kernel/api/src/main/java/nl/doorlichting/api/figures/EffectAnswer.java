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
 * @param dimensions dimensions that the rows are by: those of parameter by, or its default, at least one. Of the fields
 *     that are dimensions a row has these only; its figures stand beside them. A row has null where its records state
 *     no value
 * @param totals exactly one row: each project and record once, whatever rows it stands in
 * @param unallocated figures of a municipality that the map of parameter boundaries does not have as a whole, because
 *     it was divided or began later. They stand in no row; a total has them, unless municipality or province is a
 *     filter. Empty without boundaries
 * @param tallies totals that sources give of projects not known one by one; without those that do not state what a
 *     filter or days want, which note NOT_STATED counts; empty where there is none
 * @param registerVersion version of the register of municipalities that was used; null where the answer does not depend
 *     on it, because neither rows nor filters are by municipality or province
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

    /**
     * One group of figures: of the records that state its values, each of them together.
     *
     * @param figures what the records of the row say of whether it worked
     * @param links paths of the lists of the records that the row is made of
     */
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
     * @param verdicts verdicts on the projects of the row, alike ones together; empty where there is none
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
     * @param outOf number of projects of the row, those of which nothing is known among them
     * @param unknown number of projects of the row of which nothing is known about this
     * @param lowest lowest share, from 0 to 1: count divided by outOf, as if it were the case with none of the unknown;
     *     null where nothing is known of any project
     * @param highest highest share, from 0 to 1: count and unknown divided by outOf, as if it were the case with all of
     *     the unknown; null where nothing is known of any project
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
     * @param evidenceLevel rung of the ladder of effectiveness (effectladder) that the evidence of the verdicts reaches:
     *     0 none, 1 the activity is described, 2 theory explains why it works, 3 a change was measured, 4 the activity is
     *     shown to cause the change; null where not known
     * @param count number of verdicts of the row that have this verdict, concern and evidence level
     * @param aboveEvidence whether the verdict claims more than its evidence supports: PROMISING needs evidence level 2
     *     or more, EFFECTIVE 3 or more; a level of null counts as 0
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
     * @param indicators number of indicators of the row, each once
     * @param withBaseline number of these indicators that were measured before the start
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
     * @param positive number of welcome side effects that the verdicts of the row name, added up
     * @param negative number of unwelcome side effects that the verdicts of the row name, added up
     */
    @Schema(name = "EffectSideEffects")
    public record SideEffects(long positive, long negative) {}

    /**
     * Whether things of the row last, by the latest statement on each thing (subject of /v1/embeddings) that is
     * followed. Each thing counts once, in one of the first four numbers.
     *
     * @param secured number of things that last, by the latest statement on each
     * @param partlySecured number of things that last in part, by the latest statement on each
     * @param notSecured number of things that do not last, by the latest statement on each
     * @param unknown number of things of which the latest statement says that it is not known whether they last
     * @param stale number of all of these things whose latest statement is older than a year
     */
    @Schema(name = "EffectEmbedding")
    public record Embedding(long secured, long partlySecured, long notSecured, long unknown, long stale) {}

    /**
     * Reports and projects as a source counts them together. The projects of the rows may be among them, so the two are
     * never added.
     *
     * @param reports number of reports that the source counts
     * @param projects number of projects that the source counts; the projects of the rows may be among them
     * @param withBaseline number of these projects that were measured before the start; null where the source does not
     *     state it
     * @param withSelfEvaluation number of these projects that evaluated themselves; null where the source does not
     *     state it
     * @param withIndependentEvaluation number of these projects that others evaluated; null where the source does not
     *     state it
     * @param source where the numbers are written, in words: the document and its page or line
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
