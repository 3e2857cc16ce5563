package nl.doorlichting.gateway.clients.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.domain.vocabulary.JudgementConcern;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of one project, from reporting-service. A dossier shows them in short, unchanged. */
public record ProjectRecords(
        Listed<Report> reports,
        Listed<Reach> reach,
        Listed<Indicator> indicators,
        Listed<Judgement> effectJudgements,
        Listed<Lesson> lessons,
        Listed<Embedding> embeddings,
        Listed<Product> products) {

    public ProjectRecords {
        lists(reports, reach, indicators, effectJudgements, lessons, embeddings, products)
                .forEach(Objects::requireNonNull);
    }

    /** How many records the lists leave out, because they are first pages. */
    public long leftOut() {
        return lists(reports, reach, indicators, effectJudgements, lessons, embeddings, products)
                .mapToLong(list -> list.total().value() - list.items().size())
                .sum();
    }

    private static Stream<Listed<?>> lists(Listed<?>... lists) {
        return Stream.of(lists);
    }

    /** The beginning of a list, and how long it is. */
    public record Listed<T>(List<T> items, Length total) {
        public Listed {
            items = List.copyOf(items);
            Objects.requireNonNull(total, "total");
        }
    }

    public record Length(long value) {}

    /**
     * An inventory report on the project. What it found counts in figures from its approval.
     *
     * @param id id of the report (id of /v1/inventory-reports)
     * @param roundId id of the round of research; null where the report states none
     * @param title title of the report
     * @param state stage of the report
     * @param approvedAt moment of approval by the reviewer; null until then
     */
    @Schema(name = "DossierReport")
    public record Report(
            UUID id,
            @Schema(nullable = true) UUID roundId,
            String title,
            InventoryReportState state,
            @Schema(nullable = true) Instant approvedAt) {}

    /**
     * One figure of reach (bereik) that an inventory counted, as it was recorded.
     *
     * @param id id of the observation (id of /v1/reach-observations)
     * @param period days that the figure is about: from is included, until is not
     * @param targetGroup whom the figure counts: a code of the codelist target-groups
     * @param reach number of people reached, with how certain it is, as it was recorded; a person who takes part twice
     *     counts twice
     * @param reportId id of the inventory report that the figure is from; null where it is from none
     * @param includedIn whether a tally of reach holds this figure already: the id of the tally, NONE where no tally
     *     does, or UNKNOWN; null means UNKNOWN
     * @param source where the figure is written, in words: the document and its page or line
     */
    @Schema(name = "DossierReach")
    public record Reach(
            UUID id,
            Period period,
            TargetGroup targetGroup,
            @Schema(implementation = Quantity.class) JsonNode reach,
            @Schema(nullable = true) UUID reportId,
            @Schema(nullable = true) String includedIn,
            String source) {}

    /**
     * Something that was measured before the start and later.
     *
     * @param id id of the indicator (id of /v1/indicators)
     * @param name what is measured
     * @param unit unit of the baseline, of later values and of the change, in words
     * @param direction whether a higher or a lower value is progress: a code of the codelist indicator-directions
     * @param baseline what was measured before the start (nulmeting), or that nothing was
     * @param change change from the baseline to the last measurement; null where no baseline was taken or no later
     *     measurement
     */
    @Schema(name = "DossierIndicator")
    public record Indicator(
            UUID id,
            String name,
            String unit,
            IndicatorDirection direction,
            Baseline baseline,
            @Schema(nullable = true) Change change) {}

    /**
     * What was measured before the start.
     *
     * @param kind whether a measurement was taken before the start
     * @param value value that was measured, in the unit of the indicator; null where none was taken
     * @param measuredOn day of the measurement; null where none was taken
     */
    @Schema(name = "DossierBaseline")
    public record Baseline(
            BaselineKind kind,
            @Schema(nullable = true) BigDecimal value,
            @Schema(nullable = true) LocalDate measuredOn) {}

    /**
     * From the baseline to the last measurement, of a later day.
     *
     * @param targetReached whether the last value is at the target or beyond; null without a target
     */
    @Schema(name = "DossierChange")
    public record Change(
            BigDecimal difference,
            @Schema(nullable = true) BigDecimal per12Months,
            LocalDate measuredOn,
            Course course,
            @Schema(nullable = true) Boolean targetReached) {}

    /** The direction of the change, by what is good for the indicator. */
    @Schema(name = "DossierCourse")
    public enum Course {
        /** The last value is better than the baseline. */
        IMPROVED,
        /** The last value equals the baseline. */
        UNCHANGED,
        /** The last value is worse than the baseline. */
        WORSENED
    }

    /**
     * A verdict on whether the project works. Findings qualify it.
     *
     * @param id id of the verdict (id of /v1/effect-judgements)
     * @param verdict whether the project works: a code of the codelist verdicts
     * @param concerns whether the verdict is about the goal of the intervention or of the whole programme: a code of
     *     the codelist judgement-concerns
     * @param assessedBy person or institution that gave the verdict, as its source names it
     * @param assessedOn day of the verdict; null where the source does not state it
     * @param sideEffects side effects, wanted and unwanted, that the verdict names
     * @param findings cautions about the verdict, such as VERDICT_ABOVE_EVIDENCE where it claims more than its evidence
     *     level supports; empty where there is none
     * @param source where the verdict is written, in words: the document and its page or line
     */
    @Schema(name = "DossierVerdict")
    public record Judgement(
            UUID id,
            Verdict verdict,
            JudgementConcern concerns,
            String assessedBy,
            @Schema(nullable = true) LocalDate assessedOn,
            @Schema(nullable = true) Integer evidenceLevel,
            SideEffects sideEffects,
            List<Finding> findings,
            String source) {}

    /**
     * Side effects that a verdict names.
     *
     * @param positive welcome side effects, one text each
     * @param negative unwelcome side effects, one text each
     */
    @Schema(name = "DossierSideEffects")
    public record SideEffects(List<String> positive, List<String> negative) {}

    /**
     * A caution about a verdict.
     *
     * @param code which caution, such as VERDICT_ABOVE_EVIDENCE
     */
    @Schema(name = "DossierFinding")
    public record Finding(
            String code,
            @Schema(implementation = String.class) Text detail) {}

    /**
     * A lesson or good practice.
     *
     * @param id id of the lesson (id of /v1/lessons)
     * @param kind what kind of lesson was drawn: a code of the codelist lesson-kinds
     * @param title the lesson in one line
     * @param text the lesson in full; null where not stated
     * @param language language of title and text, by its two letters: nl or en
     */
    @Schema(name = "DossierLesson")
    public record Lesson(
            UUID id,
            LessonKind kind,
            String title,
            @Schema(nullable = true) String text,
            String language) {}

    /**
     * A statement of a day on whether a result of the project will last.
     *
     * @param id id of the statement (id of /v1/embeddings)
     * @param subject what will last or not, in words
     * @param statedOn day of the statement
     * @param status whether what subject names will last: a code of the codelist embedding-statuses
     * @param where organisation or budget that continues what subject names; null where it is not stated
     * @param responsible organisation or role that is responsible for it from then on; null where it is not stated
     * @param until first day on which it is no longer settled that it lasts; null where that has no end
     * @param latest whether this is the latest statement about the same project and subject
     * @param warnings cautions about the latest statement: EMBEDDING_STALE when it is older than a year,
     *     EMBEDDING_ENDED from its day until on; empty where there is none, and for an earlier statement
     */
    @Schema(name = "DossierEmbedding")
    public record Embedding(
            UUID id,
            String subject,
            LocalDate statedOn,
            EmbeddingStatus status,
            @Schema(nullable = true) String where,
            @Schema(nullable = true) String responsible,
            @Schema(nullable = true) LocalDate until,
            boolean latest,
            List<Finding> warnings) {}

    /**
     * A product of the project.
     *
     * @param id id of the product (id of /v1/products)
     * @param kind what kind of product it is: a code of the codelist product-kinds
     * @param name name of the product
     * @param testedWithTargetGroup whether the product was tried with the people it is for; null where it is not known
     */
    @Schema(name = "DossierProduct")
    public record Product(
            UUID id,
            ProductKind kind,
            String name,
            @Schema(nullable = true) Boolean testedWithTargetGroup) {}
}
