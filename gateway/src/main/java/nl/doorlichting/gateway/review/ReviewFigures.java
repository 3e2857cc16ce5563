package nl.doorlichting.gateway.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.releases.ReviewChapter;
import nl.doorlichting.domain.releases.ReviewPicture;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.PublishedReleases;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.reports.ReportedRelease;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.training.TrainingReport;

/**
 * What the reports answer a caller about one programme.
 *
 * @param code code of the programme
 * @param name its name in the language of the page, with its code where another programme has the same name
 * @param period days of the programme; null where the caller may not read them
 * @param reachByProject reach by project and target group
 * @param latest the latest release, which has the headlines of editors
 * @param projects names of the projects by their id
 * @param withoutTrack reach whose records state no track; withheld where all tracks are asked for
 * @param judged verdicts with the projects that they are of
 * @param embedding what was stated about what will last
 * @param sources where the reports on public projects are from, by the ids of the projects
 * @param names names of what findings name by a code: projects, municipalities and the programme itself
 * @param trainingTypes labels of training types by their code, in the language of the page
 */
record ReviewFigures(
        String code,
        String name,
        Period period,
        Part<FinanceReport> money,
        Part<ReachReport> reach,
        Part<TrainingReport> trainings,
        Part<EffectReport> effects,
        Part<ReachReport> reachByProject,
        Part<List<Place>> places,
        Part<List<QualityFinding>> findings,
        Part<RecordedLessons> lessons,
        Part<PublishedTables> printed,
        Part<List<ClaimEvaluationResponse>> claims,
        Part<PublishedReleases.Release> latest,
        Part<Map<UUID, String>> projects,
        Map<String, String> trainingTypes,
        Part<ReachReport> withoutTrack,
        Part<List<Judged>> judged,
        Part<EmbeddingStatements> embedding,
        Part<Map<UUID, String>> sources,
        Map<String, String> names) {

    /**
     * A municipality with projects.
     *
     * @param code its code on the map of the page
     * @param before what was there before, if it began while the programme ran; null otherwise
     */
    record Place(String code, long projects, List<Verdict> verdicts, Before before) {
        Place(String code, long projects, List<Verdict> verdicts) {
            this(code, projects, verdicts, null);
        }
    }

    /**
     * The municipalities that became another one.
     *
     * @param until first day on which they were no more
     * @param municipalities codes of all of them
     * @param recorded codes of those that projects are recorded of
     */
    record Before(LocalDate until, List<String> municipalities, List<String> recorded) {}

    /**
     * The verdict on a project.
     *
     * @param level evidence level; null where none is stated
     * @param isLevelKnown whether the source says the level, or that there is none
     */
    record Judged(UUID project, Verdict verdict, Integer level, boolean isLevelKnown) {}

    /** Why a part is not there. */
    enum Absence {
        /** The caller may not read live figures of it, and no release has it. */
        NOT_RELEASED,
        /** The caller may not read it. */
        WITHHELD,
        /** It has more rows than one answer. */
        TOO_MANY,
        /** Its service did not answer. */
        UNAVAILABLE
    }

    /**
     * A part, or why it is not there.
     *
     * @param report null where it is not there
     * @param absence null where the report is there
     * @param frozen the release that a part is of which does not name it itself; null for any other
     */
    record Part<R>(R report, Absence absence, ReportedRelease frozen) {
        static <R> Part<R> of(R report) {
            return new Part<>(report, null, null);
        }

        static <R> Part<R> released(R report, ReportedRelease release) {
            return new Part<>(report, null, release);
        }

        static <R> Part<R> absent(Absence why) {
            return new Part<>(null, why, null);
        }

        boolean isThere() {
            return report != null;
        }
    }

    /** The days of the programme; where the caller may not read them, those that the figures of reach are of. Null for none. */
    Period days() {
        return period == null && reach.isThere() ? daysOf(reach.report()).orElse(null) : period;
    }

    /** All days that something is known of: those of the programme, or else those of reach with the years of the money. */
    Period span() {
        if (period != null || !money.isThere() || money.report().rows().isEmpty()) {
            return days();
        }
        return money.report().rows().get(0).years().stream()
                .map(year -> Period.ofYear(year.year()))
                .reduce(days(), (one, other) -> one == null ? other : around(one, other));
    }

    private static Period around(Period one, Period other) {
        return new Period(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.until().isAfter(other.until()) ? one.until() : other.until());
    }

    /** From the first to the last day that figures are of; empty without any. */
    static Optional<Period> daysOf(ReachReport report) {
        return report.rows().stream()
                .map(row -> row.key().get(Dimension.PERIOD))
                .filter(Period.class::isInstance)
                .map(Period.class::cast)
                .reduce(ReviewFigures::around);
    }

    /** The release that figures are of; null where all are live, and where there is none. */
    ReportedRelease release() {
        if (reach.isThere() && reach.report().release() != null) {
            return reach.report().release();
        }
        if (trainings.isThere() && trainings.report().release() != null) {
            return trainings.report().release();
        }
        if (effects.isThere() && effects.report().release() != null) {
            return effects.report().release();
        }
        return Stream.of(money, findings, printed, claims)
                .map(Part::frozen)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether some figures are live that a track or a target group can be chosen of; a release has whole tables. */
    boolean canBeNarrowed() {
        return reach.isThere() && reach.report().release() == null
                || trainings.isThere() && trainings.report().release() == null
                || effects.isThere() && effects.report().release() == null;
    }

    /** Whether some figures are live and others of a release, because the caller may read some of them. */
    boolean areMixed() {
        return release() != null
                && (money.isThere() && money.frozen() == null
                        || reach.isThere() && reach.report().release() == null
                        || trainings.isThere() && trainings.report().release() == null
                        || effects.isThere() && effects.report().release() == null);
    }

    /** What an editor says above a chapter; empty where nothing is said. */
    Optional<PublishedReleases.Headline> headline(ReviewChapter chapter) {
        return headline(headline -> headline.picture() == null && chapter.name().equals(headline.chapter()));
    }

    /** What an editor says beside a picture; empty where nothing is said. */
    Optional<PublishedReleases.Headline> headline(ReviewPicture picture) {
        return headline(headline -> picture.name().equals(headline.picture()));
    }

    private Optional<PublishedReleases.Headline> headline(Predicate<PublishedReleases.Headline> isIt) {
        return latest.isThere()
                ? latest.report().headlines().stream().filter(isIt).findFirst()
                : Optional.empty();
    }

    /** Whether nothing at all is there. */
    boolean areNone() {
        return !money.isThere() && !reach.isThere() && !trainings.isThere() && !effects.isThere();
    }

    /** Whether a service did not answer, so that the page is not whole and must not be kept. */
    boolean lackAnswers() {
        return Stream.of(
                        money,
                        reach,
                        trainings,
                        effects,
                        reachByProject,
                        places,
                        findings,
                        lessons,
                        printed,
                        claims,
                        latest,
                        projects,
                        withoutTrack,
                        judged,
                        embedding,
                        sources)
                .anyMatch(part -> part.absence() == Absence.UNAVAILABLE);
    }
}
