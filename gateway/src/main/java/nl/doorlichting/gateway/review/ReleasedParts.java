package nl.doorlichting.gateway.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.clients.reporting.ReleasedReview;
import nl.doorlichting.gateway.clients.reporting.ReportingQuality;
import nl.doorlichting.gateway.dataquality.DataQualityReports;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.ReportedRelease;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Language;

/** The parts of the page that are no figures of people, as a release has them. 404 for what it does not have (ADR 86). */
final class ReleasedParts {
    private static final FinanceReport.Links NO_LINKS =
            new FinanceReport.Links(null, null, null, null, null, null, null);

    /** The kinds of findings that a release has. Claims have their outcome in a table of their own. */
    static final Set<FindingKind> FINDINGS =
            Collections.unmodifiableSet(EnumSet.of(FindingKind.TABLE_SUM_DIFFERS, FindingKind.TABLE_CELL_MALFORMED));

    private ReleasedParts() {}

    static ReportedRelease release(ReleasedReview review) {
        var release = review.release();
        return new ReportedRelease(
                release.id(),
                release.programme(),
                release.name(),
                release.certainty(),
                release.asOf(),
                release.publishedAt());
    }

    static FinanceReport money(ReleasedReview review) {
        var lines = new LinkedHashMap<String, List<ReleasedReview.Line>>();
        required(review.lines())
                .forEach(line -> lines.computeIfAbsent(line.budgetLine(), code -> new ArrayList<>())
                        .add(line));
        var destinations = new LinkedHashMap<List<Object>, List<ReleasedReview.Destination>>();
        required(review.destinations())
                .forEach(to -> destinations
                        .computeIfAbsent(List.of(to.destination(), to.reason()), key -> new ArrayList<>())
                        .add(to));
        return new FinanceReport(
                true,
                lines.values().stream().map(ReleasedParts::row).toList(),
                destinations.values().stream().map(ReleasedParts::reallocation).toList(),
                required(review.projects()).stream()
                        .map(projects -> new FinanceReport.Projects(
                                projects.fundingInstrument(),
                                projects.count(),
                                projects.counted(),
                                projects.described(),
                                projects.awards()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static FinanceReport.Row row(List<ReleasedReview.Line> amounts) {
        var first = amounts.get(0);
        return new FinanceReport.Row(
                id(first.budgetLine()),
                first.budgetLine(),
                first.name(),
                first.parent() == null ? null : id(first.parent()),
                amounts.stream()
                        .filter(of -> of.year() != null)
                        .map(of -> amounts(of).in(of.year()))
                        .toList(),
                only(amounts, ReleasedReview.Line::year, ReleasedParts::amounts));
    }

    private static FinanceReport.Total amounts(ReleasedReview.Line of) {
        return new FinanceReport.Total(
                of.budgeted(),
                of.reallocated(),
                of.spendable(),
                of.committed(),
                of.available(),
                of.disbursed(),
                of.left(),
                FinanceReport.Rounding.from(of.rounding()),
                NO_LINKS);
    }

    private static FinanceReport.Reallocation reallocation(List<ReleasedReview.Destination> amounts) {
        var first = amounts.get(0);
        return new FinanceReport.Reallocation(
                first.destination(),
                first.reason(),
                amounts.stream()
                        .filter(of -> of.year() != null)
                        .map(of -> new FinanceReport.ReallocationYear(of.year(), of.reallocated(), null))
                        .toList(),
                only(amounts, ReleasedReview.Destination::year, ReleasedReview.Destination::reallocated),
                null);
    }

    private static <A, T> T only(List<A> amounts, Function<A, Integer> year, Function<A, T> total) {
        return amounts.stream()
                .filter(of -> year.apply(of) == null)
                .map(total)
                .findFirst()
                .orElseThrow();
    }

    // A release tells lines apart by their codes.
    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    static PublishedTables printed(ReleasedReview review) {
        return new PublishedTables(required(review.printed()));
    }

    static List<QualityFinding> findings(ReleasedReview review) {
        var found = required(review.findings());
        return DataQualityReports.ofTables(
                review.release().programme(),
                found.stream()
                        .map(finding -> new ReportingQuality.TableAudit(
                                finding.tableId(),
                                finding.printedTable(),
                                List.of(new ReportingQuality.TableFinding(
                                        finding.kind(),
                                        finding.certainty(),
                                        finding.cells(),
                                        finding.sums(),
                                        finding.repairs())),
                                List.of()))
                        .toList(),
                found.stream()
                        .map(ReleasedReview.Finding::acceptance)
                        .filter(Objects::nonNull)
                        .map(accepted -> new ReportingQuality.Acceptance(
                                accepted.acceptanceId(),
                                accepted.findingId(),
                                accepted.reason(),
                                accepted.acceptedAt(),
                                null))
                        .toList());
    }

    static List<ClaimEvaluationResponse> claims(ReleasedReview review) {
        return required(review.claims()).stream()
                .map(claim -> new ClaimEvaluationResponse(
                        claim.claimId(),
                        claim.claimVersion(),
                        claim.programme(),
                        claim.code(),
                        claim.statement(),
                        claim.language(),
                        claim.comparison(),
                        claim.relation(),
                        claim.stated(),
                        claim.tolerance(),
                        claim.unit(),
                        claim.outcome(),
                        claim.undecided(),
                        claim.found(),
                        claim.lowest(),
                        claim.highest(),
                        claim.difference(),
                        List.of(),
                        claim.source()))
                .toList();
    }

    static ReachReport reachByProject(ReleasedReview review) {
        var by = List.of(Dimension.PROJECT, Dimension.TARGET_GROUP);
        return new ReachReport(
                true,
                ReachReport.Measure.PARTICIPATIONS,
                by.stream().map(Dimension::jsonName).toList(),
                required(review.reachByProject()).stream()
                        .map(row -> new ReachReport.Row(
                                ReachSource.INVENTORY,
                                Key.ALL
                                        .with(Dimension.PROJECT, row.projectId())
                                        .with(Dimension.TARGET_GROUP, row.targetGroup()),
                                ReportedQuantity.of(row.reach()),
                                null))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                release(review),
                false);
    }

    /** Titles of the public projects by their ids. */
    static Map<UUID, String> projects(ReleasedReview review) {
        var titles = new LinkedHashMap<UUID, String>();
        required(review.publicProjects()).forEach(project -> titles.put(project.project(), project.title()));
        return titles;
    }

    /** Where the reports on public projects are from, by the ids of the projects. */
    static Map<UUID, String> sources(List<ReleasedReview.PublicProject> projects) {
        var sources = new LinkedHashMap<UUID, String>();
        projects.stream()
                .filter(project -> project.source() != null)
                .forEach(project -> sources.put(project.project(), project.source()));
        return sources;
    }

    /** The verdicts on public projects. A release says at which level verdicts are, and not of which project. */
    static List<ReviewFigures.Judged> judged(ReleasedReview review) {
        return required(review.publicProjects()).stream()
                .flatMap(project -> project.verdicts().stream()
                        .map(verdict -> new ReviewFigures.Judged(project.project(), verdict, null, false)))
                .toList();
    }

    /**
     * The lessons in this language, or all where there are none in it. Each language of a lesson is one of them, and they do not
     * state which of them are the same, so that all together would show lessons twice. The total is the least number of lessons
     * that they can be.
     */
    static RecordedLessons lessons(List<ReleasedReview.PublicLesson> lessons, Language language) {
        var known = lessons.stream()
                // A later version may have other kinds.
                .filter(lesson -> Stream.of(LessonKind.values())
                        .anyMatch(kind -> kind.name().equals(lesson.type())))
                .map(lesson -> new RecordedLessons.Lesson(
                        lesson.lesson(),
                        lesson.projectId(),
                        LessonKind.valueOf(lesson.type()),
                        lesson.title(),
                        null,
                        lesson.language(),
                        List.of(),
                        lesson.source()))
                .toList();
        var inLanguage = known.stream()
                .filter(lesson -> language.tag().equals(lesson.language()))
                .toList();
        var least = Math.max(inLanguage.size(), known.size() - inLanguage.size());
        return new RecordedLessons(inLanguage.isEmpty() ? known : inLanguage, new ProjectRecords.Length(least));
    }

    static EmbeddingStatements embedding(ReleasedReview review) {
        var stated = required(review.embedding());
        return new EmbeddingStatements(stated, new ProjectRecords.Length(stated.size()));
    }

    private static <R> List<R> required(List<R> table) {
        return Stream.ofNullable(table).findFirst().orElseThrow(ProblemException::notFound);
    }
}
