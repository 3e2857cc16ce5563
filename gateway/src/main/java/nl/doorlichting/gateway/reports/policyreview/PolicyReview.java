package nl.doorlichting.gateway.reports.policyreview;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.policyreview.FundedProjects;
import nl.doorlichting.domain.policyreview.ProjectCosts;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.training.TrainingReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a policy review (beleidsdoorlichting) answers under its questions 7 to 10. A part is null where the caller may not
 * read it, which withheld names, and with complete=partial where its service did not answer, which sources name.
 *
 * @param complete false only with complete=partial, when a service did not answer. Without that parameter the answer is
 *     then 503
 * @param programme code of the programme
 * @param period days of the programme, in which cost per participation counts money and reach; null where
 *     funding-service did not answer
 * @param withheld names of the parts that the caller may not read, which are null; empty for one that may read all.
 *     Where finances is among them, amounts of instruments are null too
 * @param instruments question 7: what the projects use, with how much money, and what they use together
 * @param effects questions 8 and 9: which projects were reported on, measured and evaluated, verdicts, side effects and
 *     embedding by action line, as in reports/effects
 * @param effectsByProject path of reports/effects by project, whose rows link to the reports, verdicts, indicators and
 *     statements on embedding of each project
 * @param reach questions 8 and 9: whom the programme reached, by period and target group, as in reports/reach
 * @param training question 8: trainings by type with their participants and ratings, as in reports/training
 * @param finances question 10: the budget by line and year, and reallocations, as in reports/finances
 * @param spending question 10: what was paid by track
 * @param costPerParticipation question 10: what one participation cost, by instrument, track and intensity
 * @param lessons questions 8 and 9: lessons and conclusions
 * @param sources the three services, each with its state
 */
@Schema(description = "Questions 7 to 10 of a policy review (beleidsdoorlichting), answered from what is recorded.")
public record PolicyReview(
        boolean complete,
        String programme,
        @Schema(nullable = true) Period period,
        List<String> withheld,
        @Schema(nullable = true) Instruments instruments,
        @Schema(nullable = true) EffectReport effects,
        String effectsByProject,
        @Schema(nullable = true) ReachReport reach,
        @Schema(nullable = true) TrainingReport training,
        @Schema(nullable = true) FinanceReport finances,
        @Schema(nullable = true) Spending spending,
        @Schema(nullable = true) Costs costPerParticipation,
        @Schema(nullable = true) Lessons lessons,
        List<ReportSource> sources) {

    /**
     * What the projects that are recorded one by one use. How many projects award tallies count by instrument is in
     * finances.projects.
     *
     * @param total all projects, each once
     * @param withSeveralTypes number of projects that use several types of intervention, and stand in a row for each
     * @param interventionTypes projects by type of intervention, action line and track
     * @param fundingInstruments projects by funding instrument, action line and track
     * @param overlaps pairs of types of intervention that some project uses together; empty where none does
     */
    @Schema(name = "PolicyReviewInstruments")
    public record Instruments(
            Projects total,
            long withSeveralTypes,
            List<TypeRow> interventionTypes,
            List<InstrumentRow> fundingInstruments,
            List<Overlap> overlaps) {
        static Instruments from(FundedProjects projects, ReviewLinks links) {
            return new Instruments(
                    Projects.from(projects.total(), links.projects()),
                    projects.withSeveralTypes(),
                    projects.byInterventionType().stream()
                            .map(row -> TypeRow.from(row, links))
                            .toList(),
                    projects.byFundingInstrument().stream()
                            .map(row -> InstrumentRow.from(row, links))
                            .toList(),
                    projects.overlaps().stream()
                            .map(pair -> Overlap.from(pair, links))
                            .toList());
        }
    }

    /**
     * Projects and their money.
     *
     * @param count number of projects, and of parts of projects
     * @param committed money promised to recipients in awards of these projects, in euros, less what was taken back; null
     *     where nothing is booked, and for a caller who may not read the budget
     * @param disbursed money paid out in awards of these projects, in euros, less what came back; null where nothing is
     *     booked, and for a caller who may not read the budget
     * @param link path of the list of these projects, each with its money and its entries
     */
    @Schema(name = "PolicyReviewProjects")
    public record Projects(
            long count,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money disbursed,
            String link) {
        static Projects from(FundedProjects.Sum sum, String link) {
            return new Projects(sum.projects(), sum.committed(), sum.disbursed(), link);
        }
    }

    /**
     * Projects of one type of intervention, action line and track; null where they do not state it. A project of several
     * types stands in several rows.
     *
     * @param interventionType what is done; null for projects that do not state it
     * @param projects the projects of the row
     */
    @Schema(name = "PolicyReviewInterventionType")
    public record TypeRow(
            @Schema(nullable = true) InterventionType interventionType,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) Track track,
            Projects projects) {
        static TypeRow from(FundedProjects.Use<InterventionType> row, ReviewLinks links) {
            var link = links.projects(Dimension.INTERVENTION_TYPE, row.instrument(), row.actionLine(), row.track());
            return new TypeRow(row.instrument(), row.actionLine(), row.track(), Projects.from(row.sum(), link));
        }
    }

    /**
     * Projects of one funding instrument, action line and track; null where they do not state it.
     *
     * @param fundingInstrument how the money goes out; null for projects that do not state it
     * @param projects the projects of the row
     */
    @Schema(name = "PolicyReviewFundingInstrument")
    public record InstrumentRow(
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) Track track,
            Projects projects) {
        static InstrumentRow from(FundedProjects.Use<FundingInstrument> row, ReviewLinks links) {
            var link = links.projects(Dimension.FUNDING_INSTRUMENT, row.instrument(), row.actionLine(), row.track());
            return new InstrumentRow(row.instrument(), row.actionLine(), row.track(), Projects.from(row.sum(), link));
        }
    }

    /**
     * Two types of intervention that projects use together.
     *
     * @param first the type that is first in its codelist
     * @param second the other type
     * @param projects the projects that use both
     */
    @Schema(name = "PolicyReviewOverlap")
    public record Overlap(InterventionType first, InterventionType second, Projects projects) {
        static Overlap from(FundedProjects.Overlap pair, ReviewLinks links) {
            return new Overlap(
                    pair.first(),
                    pair.second(),
                    Projects.from(pair.sum(), links.projectsWithAll(pair.first(), pair.second())));
        }
    }

    /**
     * What was paid, by the track of the projects that it was paid to.
     *
     * @param total money that the programme paid, in euros, as in reports/finances; null where nothing is booked
     * @param tracks projects by track, those that state none last
     * @param withoutProject part of the total that was paid in no award of a project, in euros; null where nothing is
     *     booked
     * @param entries path of the list of entries that the total is made of; null where nothing is booked
     */
    @Schema(name = "PolicyReviewSpending")
    public record Spending(
            @Schema(nullable = true) Money total,
            List<TrackRow> tracks,
            @Schema(nullable = true) Money withoutProject,
            @Schema(nullable = true) String entries) {
        static Spending from(FundedProjects projects, FinanceReport finances, ReviewLinks links) {
            var paid = disbursed(finances);
            return new Spending(
                    paid,
                    projects.byTrack().stream()
                            .map(row -> new TrackRow(
                                    row.track(),
                                    Projects.from(row.sum(), links.projects(Dimension.TRACK, row.track()))))
                            .toList(),
                    projects.disbursedWithoutProject(paid),
                    finances.rows().stream()
                            .findFirst()
                            .map(root -> root.total().links().disbursed())
                            .orElse(null));
        }
    }

    /** What the programme paid: the root of its budget lines is the first; null where nothing is booked. */
    static Money disbursed(FinanceReport finances) {
        return finances.rows().stream()
                .findFirst()
                .map(root -> root.total().disbursed())
                .orElse(null);
    }

    /**
     * The projects of one track.
     *
     * @param projects the projects of the track
     */
    @Schema(name = "PolicyReviewTrack")
    public record TrackRow(@Schema(nullable = true) Track track, Projects projects) {}

    /**
     * What one participation cost. What the state paid and what the projects cost in all, whoever paid, stand apart.
     *
     * @param total over all projects
     * @param fundingInstruments by funding instrument of the projects, those that state none last
     * @param tracks by track of the projects, those that state none last
     * @param intensities by intensity of their reach: projects of one stated intensity, and last the others, whose cost is
     *     not attributable
     * @param link path of the list of projects, each with its own cost
     */
    @Schema(name = "PolicyReviewCosts")
    public record Costs(
            Cost total,
            List<InstrumentCost> fundingInstruments,
            List<TrackCost> tracks,
            List<IntensityCost> intensities,
            String link) {
        static Costs from(ProjectCosts costs, ReviewLinks links) {
            return new Costs(
                    Cost.from(costs.total()),
                    costs.byFundingInstrument().stream()
                            .map(row -> new InstrumentCost(
                                    row.value(),
                                    row.projects(),
                                    Cost.from(row.cost()),
                                    links.projects(Dimension.FUNDING_INSTRUMENT, row.value())))
                            .toList(),
                    costs.byTrack().stream()
                            .map(row -> new TrackCost(
                                    row.value(),
                                    row.projects(),
                                    Cost.from(row.cost()),
                                    links.projects(Dimension.TRACK, row.value())))
                            .toList(),
                    costs.byIntensity().stream()
                            .map(row -> new IntensityCost(
                                    row.value(),
                                    row.projects(),
                                    Cost.from(row.cost()),
                                    links.projects(Dimension.INTENSITY, row.value())))
                            .toList(),
                    links.projects());
        }
    }

    /**
     * What a participation cost.
     *
     * @param stateShare of what the state paid
     * @param wholeCost of what the projects cost in all, over those whose awards state it
     */
    @Schema(name = "PolicyReviewCost")
    public record Cost(ReviewedCost stateShare, ReviewedCost wholeCost) {
        static Cost from(ProjectCosts.Cost cost) {
            return new Cost(ReviewedCost.from(cost.stateShare()), ReviewedCost.from(cost.wholeCost()));
        }
    }

    /**
     * What a participation cost in the projects of one funding instrument.
     *
     * @param projects number of projects of the instrument, also those that the cost is not over
     * @param cost what a participation cost in these projects
     * @param link path of the list of these projects
     */
    @Schema(name = "PolicyReviewInstrumentCost")
    public record InstrumentCost(
            @Schema(nullable = true) FundingInstrument fundingInstrument, long projects, Cost cost, String link) {}

    /**
     * What a participation cost in the projects of one track.
     *
     * @param projects number of projects of the track, also those that the cost is not over
     * @param cost what a participation cost in these projects
     * @param link path of the list of these projects
     */
    @Schema(name = "PolicyReviewTrackCost")
    public record TrackCost(@Schema(nullable = true) Track track, long projects, Cost cost, String link) {}

    /**
     * What a participation cost in the projects of one intensity.
     *
     * @param intensity how intensively people were reached; null for projects whose figures state several intensities or
     *     none, and for those without figures
     * @param projects number of projects of the row, also those that the cost is not over
     * @param cost what a participation cost in these projects
     * @param link path of the list of these projects
     */
    @Schema(name = "PolicyReviewIntensityCost")
    public record IntensityCost(
            @Schema(nullable = true) ReachIntensity intensity, long projects, Cost cost, String link) {}

    /**
     * Lessons and conclusions that are recorded, published or not; with asOf, as they were recorded then.
     *
     * @param total how many there are; one in two languages counts once
     * @param items the first of them, at most 200
     * @param link path of the list of all of them
     */
    @Schema(name = "PolicyReviewLessons")
    public record Lessons(long total, List<Lesson> items, String link) {
        static Lessons from(RecordedLessons lessons, ReviewLinks links) {
            return new Lessons(
                    lessons.total().value(),
                    lessons.items().stream().map(Lesson::from).toList(),
                    links.lessons());
        }
    }

    /**
     * A lesson, good practice or conclusion.
     *
     * @param id id of the lesson (id of /v1/lessons)
     * @param projectId id of the project that it is of (id of /v1/projects); null where it is of none
     * @param kind what kind of lesson was drawn: a code of the codelist lesson-kinds
     * @param title the lesson in one line
     * @param text the lesson in full; null where not stated
     * @param language language of title and text, by its two letters: nl or en
     * @param translations the same lesson in other languages; empty where there is none
     * @param source where this is written, in words: the document and its page or line
     */
    @Schema(name = "PolicyReviewLesson")
    public record Lesson(
            UUID id,
            @Schema(nullable = true) UUID projectId,
            LessonKind kind,
            String title,
            @Schema(nullable = true) String text,
            String language,
            List<LessonTranslation> translations,
            String source) {
        static Lesson from(RecordedLessons.Lesson lesson) {
            return new Lesson(
                    lesson.id(),
                    lesson.projectId(),
                    lesson.kind(),
                    lesson.title(),
                    lesson.text(),
                    lesson.language(),
                    lesson.translations().stream()
                            .map(other ->
                                    new LessonTranslation(other.id(), other.language(), other.title(), other.text()))
                            .toList(),
                    lesson.source());
        }
    }

    /**
     * A lesson in another language.
     *
     * @param id id of the record that has it (id of /v1/lessons)
     * @param language language of title and text, by its two letters: nl or en
     * @param title the lesson in one line
     * @param text the lesson in full; null where it has a title only
     */
    @Schema(name = "LessonTranslation")
    public record LessonTranslation(
            UUID id,
            String language,
            String title,
            @Schema(nullable = true) String text) {}
}
