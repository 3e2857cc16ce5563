package nl.doorlichting.gateway.clients.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
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

/**
 * The records of one project, from reporting-service. A dossier shows them in short, unchanged.
 *
 * @param reachSums null from an instance of the last release
 */
public record ProjectRecords(
        Listed<Report> reports,
        Listed<Reach> reach,
        ReachSums reachSums,
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
     * An inventory report on the project, with all its sections. What it found counts in figures from its approval.
     *
     * @param id id of the report (id of /v1/inventory-reports)
     * @param roundId id of the round of research; null where the report states none
     * @param title title of the report
     * @param state stage of the report
     * @param projects projects that the report is about, this one among them, as far as the caller may see them
     * @param introduction what the project is and why it came about, in words; null in a draft that does not state it yet
     * @param before how the project came about, before the start; each field of it is null where it is not stated
     * @param setUp how the project was set up; each field of it is null or empty where it is not stated
     * @param outcomes what came of the project; each field of it is null or empty where it is not stated
     * @param goalAttainment whether the project reached its goal, in words; null in a draft that does not state it yet
     * @param reach whom the project reached and how many, in words; null in a draft that does not state it yet
     * @param lessons lessons for others; each field of it is empty where it is not stated
     * @param embedding whether the work of the project will last, in words; null where it is not stated
     * @param sources what the report draws on; each field of it is null or empty where it is not stated
     * @param source where the report is taken from, in words: the document and its page or line; null in a draft that
     *     does not state it yet
     * @param approvedAt moment of approval by the reviewer; null until then
     * @param publishedAt moment of publication; null until then
     */
    @Schema(name = "DossierReport")
    public record Report(
            UUID id,
            @Schema(nullable = true) UUID roundId,
            String title,
            InventoryReportState state,
            List<ReportedProject> projects,
            @Schema(nullable = true) String introduction,
            BeforeTheStart before,
            SetUp setUp,
            Outcomes outcomes,
            @Schema(nullable = true) String goalAttainment,
            @Schema(nullable = true) String reach,
            ReportLessons lessons,
            @Schema(nullable = true) String embedding,
            Sources sources,
            @Schema(nullable = true) String source,
            @Schema(nullable = true) Instant approvedAt,
            @Schema(nullable = true) Instant publishedAt) {
        public Report {
            projects = List.copyOf(projects);
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(setUp, "setUp");
            Objects.requireNonNull(outcomes, "outcomes");
            Objects.requireNonNull(lessons, "lessons");
            Objects.requireNonNull(sources, "sources");
        }
    }

    /**
     * A project that a report is about, with how it was evaluated.
     *
     * @param projectId id of the project (id of /v1/projects)
     * @param selfEvaluation whether the project evaluated itself; null where the report does not state it
     * @param independentEvaluation whether the project was evaluated by others; null where the report does not state it
     */
    @Schema(name = "DossierReportedProject")
    public record ReportedProject(
            UUID projectId,
            @Schema(nullable = true) Evaluation selfEvaluation,
            @Schema(nullable = true) Evaluation independentEvaluation) {}

    /** Whether a project was evaluated. */
    @Schema(name = "DossierEvaluation")
    public enum Evaluation {
        /** It was. */
        YES,
        /** It was not. */
        NO,
        /** The researcher could not find out. */
        UNKNOWN
    }

    /**
     * How the project came about, before the start.
     *
     * @param involvement who took part in making the plan, in words; null where it is not stated
     * @param support who backed the plan, in words; null where it is not stated
     * @param cooperation who worked together with the project, in words; null where it is not stated
     */
    @Schema(name = "DossierBeforeTheStart")
    public record BeforeTheStart(
            @Schema(nullable = true) String involvement,
            @Schema(nullable = true) String support,
            @Schema(nullable = true) String cooperation) {}

    /**
     * For whom, against which risk factors, by whom, and why in this way.
     *
     * @param targetGroup for whom the project is, in words; null in a draft that does not state it yet
     * @param riskFactors risk factors that the project works against, one text each; empty where the report states none
     * @param organisation who carried the project out and how, in words; null where it is not stated
     * @param approach what the project does, how, and why in this way, in words; null in a draft that does not state it
     *     yet
     */
    @Schema(name = "DossierSetUp")
    public record SetUp(
            @Schema(nullable = true) String targetGroup,
            List<String> riskFactors,
            @Schema(nullable = true) String organisation,
            @Schema(nullable = true) String approach) {}

    /**
     * What was made, what was spent of what was budgeted, and how the project watched itself.
     *
     * @param products what the project made, one text each; empty where the report states nothing, which does not mean
     *     that nothing was made
     * @param budgeted what was budgeted for the project, in euros; null where it is not stated
     * @param realised what the project spent of its budget, in euros; null where it is not stated
     * @param realisation what was carried out of the plan, in words; null where it is not stated
     * @param monitoring how the project followed its results, in words; null where it is not stated
     * @param selfEvaluation what the project found when it evaluated itself, in words; null where it is not stated
     */
    @Schema(name = "DossierOutcomes")
    public record Outcomes(
            List<String> products,
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money realised,
            @Schema(nullable = true) String realisation,
            @Schema(nullable = true) String monitoring,
            @Schema(nullable = true) String selfEvaluation) {}

    /**
     * What put the work at risk, what to do, and what not to.
     *
     * @param riskFactors what put the work of the project at risk, one text each; empty where the report states none
     * @param dos what others had better do, one text each; empty where the report states none
     * @param donts what others had better not do, one text each; empty where the report states none
     */
    @Schema(name = "DossierReportLessons")
    public record ReportLessons(List<String> riskFactors, List<String> dos, List<String> donts) {}

    /**
     * What a report draws on.
     *
     * @param documents number of documents, those in named among them; null where it is not stated, which is not 0
     * @param questionnaires number of filled-in questionnaires, those in named among them; null where it is not stated,
     *     which is not 0
     * @param interviews number of interviews, those in named among them; null where it is not stated, which is not 0
     * @param named the sources that are named, one entry each; empty where none is
     */
    @Schema(name = "DossierReportSources")
    public record Sources(
            @Schema(nullable = true) Integer documents,
            @Schema(nullable = true) Integer questionnaires,
            @Schema(nullable = true) Integer interviews,
            List<NamedSource> named) {}

    /**
     * One document, questionnaire or interview.
     *
     * @param kind what kind of source it is: a code of the codelist report-source-kinds
     * @param title title of the source, as in Plan of the municipality
     * @param date day of the source; null where not known
     */
    @Schema(name = "DossierNamedSource")
    public record NamedSource(
            SourceKind kind,
            String title,
            @Schema(nullable = true) LocalDate date) {}

    /** What kind of source a report draws on. */
    @Schema(name = "DossierSourceKind")
    public enum SourceKind {
        /** A document. */
        DOCUMENT,
        /** A filled-in questionnaire. */
        QUESTIONNAIRE,
        /** An interview. */
        INTERVIEW
    }

    /**
     * One figure of reach (bereik) that an inventory counted, as it was recorded.
     *
     * @param id id of the observation (id of /v1/reach-observations)
     * @param period days that the figure is about: from is included, until is not
     * @param targetGroup whom the figure counts: a code of the codelist target-groups
     * @param reach number of people reached, with how certain it is, as it was recorded; a person who takes part twice
     *     counts twice
     * @param place where the activity was; of scope UNSPECIFIED where it is not stated
     * @param intensity how intensively people were reached: a code of the codelist reach-intensities; null where it is
     *     not stated
     * @param reportId id of the inventory report that the figure is from; null where it is from none
     * @param includedIn whether a tally of reach holds this figure already: the id of the tally, NONE where no tally
     *     does, or UNKNOWN; null means UNKNOWN
     * @param counted whether the figure counts in statistics: it is of an approved report or of none; null where
     *     reporting-service is of the last release
     * @param source where the figure is written, in words: the document and its page or line
     */
    @Schema(name = "DossierReach")
    public record Reach(
            UUID id,
            Period period,
            TargetGroup targetGroup,
            @Schema(implementation = Quantity.class) JsonNode reach,
            Place place,
            @Schema(nullable = true) ReachIntensity intensity,
            @Schema(nullable = true) UUID reportId,
            @Schema(nullable = true) String includedIn,
            @Schema(nullable = true) Boolean counted,
            String source) {}

    /** The sums of the reach of the project, with what to know of them. */
    public record ReachSums(List<ReachSum> rows, AggregatedQuantity total, List<FigureNote> notes) {
        public ReachSums {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The reach of one target group.
     *
     * @param targetGroup whom the figures count: a code of the codelist target-groups
     * @param reach sum of the figures, in participations
     */
    @Schema(name = "DossierReachSum")
    public record ReachSum(TargetGroup targetGroup, AggregatedQuantity reach) {}

    /**
     * Something that was measured before the start and later.
     *
     * @param id id of the indicator (id of /v1/indicators)
     * @param name what is measured
     * @param unit unit of the baseline, of later values and of the change, in words
     * @param direction whether a higher or a lower value is progress: a code of the codelist indicator-directions
     * @param baseline what was measured before the start (nulmeting), or that nothing was
     * @param target value that is aimed at (streefwaarde); null where none is set
     * @param actuals what was measured later (voortgang), one entry for each day, the oldest day first; empty where nothing
     *     was measured yet
     * @param change change from the baseline to the last measurement that counts; null where no baseline was taken or no
     *     later measurement
     * @param awaitsReview true where the indicator counts nowhere yet, with all that is measured of it, because it waits for
     *     a reviewer
     * @param counted whether the indicator counts in statistics: it is of an approved report or of none, and does not wait for
     *     a reviewer; null where reporting-service is of the last release
     */
    @Schema(name = "DossierIndicator")
    public record Indicator(
            UUID id,
            String name,
            String unit,
            IndicatorDirection direction,
            Baseline baseline,
            @Schema(nullable = true) Target target,
            List<Actual> actuals,
            @Schema(nullable = true) Change change,
            Boolean awaitsReview,
            @Schema(nullable = true) Boolean counted) {
        public Indicator {
            actuals = List.copyOf(actuals);
            // The last release counts all at once.
            awaitsReview = Boolean.TRUE.equals(awaitsReview);
        }
    }

    /**
     * What was measured before the start.
     *
     * @param kind whether a measurement was taken before the start
     * @param value value that was measured, in the unit of the indicator; null where none was taken
     * @param measuredOn day of the measurement; null where none was taken
     * @param reason why none was taken, in words; null where one was, or no reason is stated
     */
    @Schema(name = "DossierBaseline")
    public record Baseline(
            BaselineKind kind,
            @Schema(nullable = true) BigDecimal value,
            @Schema(nullable = true) LocalDate measuredOn,
            @Schema(nullable = true) String reason) {}

    /**
     * The value to reach, and the day.
     *
     * @param value value to reach, in the unit of the indicator
     * @param dueOn day by which the value is to be reached; null where no day is set
     */
    @Schema(name = "DossierTarget")
    public record Target(
            BigDecimal value, @Schema(nullable = true) LocalDate dueOn) {}

    /**
     * What was measured on a day or over a period, in its latest version.
     *
     * @param measuredOn day of the measurement, or last day of its period
     * @param period period over which the value was measured; null where it was measured on one day
     * @param value measured value, in the unit of the indicator
     * @param awaitsReview true where the value counts nowhere yet, because it waits for a reviewer
     * @param source where the value is written, in words: the document and its page or line
     */
    @Schema(name = "DossierActual")
    public record Actual(
            LocalDate measuredOn,
            @Schema(nullable = true) Period period,
            BigDecimal value,
            Boolean awaitsReview,
            String source) {
        public Actual {
            awaitsReview = Boolean.TRUE.equals(awaitsReview);
        }
    }

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
     * @param awaitsReview true where the verdict counts nowhere yet, because it waits for a reviewer
     * @param counted whether the verdict counts in statistics: it is of an approved report or of none, and does not wait for
     *     a reviewer; null where reporting-service is of the last release
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
            Boolean awaitsReview,
            @Schema(nullable = true) Boolean counted,
            String source) {
        public Judgement {
            awaitsReview = Boolean.TRUE.equals(awaitsReview);
        }
    }

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
     * @param language language of subject, by its two letters: nl or en
     * @param statedOn day of the statement
     * @param status whether what subject names will last: a code of the codelist embedding-statuses
     * @param where organisation or budget that continues what subject names; null where it is not stated
     * @param responsible organisation or role that is responsible for it from then on; null where it is not stated
     * @param until first day on which it is no longer settled that it lasts; null where that has no end
     * @param source where this is stated, in words: the document and its page or line
     * @param latest whether this is the latest statement about the same project and subject
     * @param warnings cautions about the latest statement: EMBEDDING_STALE when it is older than a year,
     *     EMBEDDING_ENDED from its day until on; empty where there is none, and for an earlier statement
     * @param awaitsReview true where the statement counts nowhere yet, because it waits for a reviewer
     */
    @Schema(name = "DossierEmbedding")
    public record Embedding(
            UUID id,
            String subject,
            String language,
            LocalDate statedOn,
            EmbeddingStatus status,
            @Schema(nullable = true) String where,
            @Schema(nullable = true) String responsible,
            @Schema(nullable = true) LocalDate until,
            String source,
            boolean latest,
            List<Finding> warnings,
            Boolean awaitsReview) {
        public Embedding {
            // The last release states no language, and counts all at once.
            language = Objects.requireNonNullElse(language, "nl");
            awaitsReview = Boolean.TRUE.equals(awaitsReview);
        }
    }

    /**
     * A product of the project.
     *
     * @param id id of the product (id of /v1/products)
     * @param kind what kind of product it is: a code of the codelist product-kinds
     * @param name name of the product
     * @param description what the product is, in words; null where it is not stated
     * @param audience whom the product is for, in words; null where it is not stated
     * @param testedWithTargetGroup whether the product was tried with the people it is for; null where it is not known
     * @param use how often the product was used: what was counted, and why earlier use was not
     * @param source where the product is described, in words: the document and its page or line
     */
    @Schema(name = "DossierProduct")
    public record Product(
            UUID id,
            ProductKind kind,
            String name,
            @Schema(nullable = true) String description,
            @Schema(nullable = true) String audience,
            @Schema(nullable = true) Boolean testedWithTargetGroup,
            Use use,
            String source) {
        public Product {
            Objects.requireNonNull(use, "use");
        }
    }

    /**
     * The use of a product.
     *
     * @param before use before the first count: always of kind NOT_MEASURED, with the reason
     * @param countedFrom first day of the earliest period that was counted; null where none was
     * @param counted sum of the counts of all periods, in times that the product was used; best, lowest and highest are
     *     null where nothing was counted
     */
    @Schema(name = "DossierUse")
    public record Use(
            @Schema(implementation = Quantity.class) JsonNode before,
            @Schema(nullable = true) LocalDate countedFrom,
            AggregatedQuantity counted) {}
}
