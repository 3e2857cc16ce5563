package nl.doorlichting.gateway.review;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Reexpression;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.claims.ClaimEvaluations;
import nl.doorlichting.gateway.clients.SharedAnswers;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.funding.Programmes;
import nl.doorlichting.gateway.clients.funding.ProjectMoney;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.PublishedReleases;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.clients.reporting.ReleasedReview;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.dataquality.DataQualityReports;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.datasets.DatasetResponse;
import nl.doorlichting.gateway.datasets.Datasets;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.effects.EffectReports;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.finances.FinanceReports;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.reach.ReachReports;
import nl.doorlichting.gateway.reports.training.TrainingReport;
import nl.doorlichting.gateway.reports.training.TrainingReports;
import nl.doorlichting.gateway.review.ReviewFigures.Absence;
import nl.doorlichting.gateway.review.ReviewFigures.Part;
import nl.doorlichting.gateway.review.ReviewFigures.Place;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/**
 * Asks the reports for what the page shows. A caller gets the live figures that its roles may read, and where they may not
 * the latest release: reach, trainings and effects as the reports themselves answer, money, findings, printed tables and
 * claims from its tables.
 */
@ApplicationScoped
class ReviewFigureReader {
    private final ReachReports reach;
    private final EffectReports effects;
    private final TrainingReports trainings;
    private final FinanceReports finances;
    private final DataQualityReports quality;
    private final ClaimEvaluations claims;
    private final Datasets datasets;
    private final FundingClient funding;
    private final ReportingClient reporting;
    private final TrainingClient training;
    private final SharedAnswers shared;
    private final CurrentIdentityAssociation callers;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;
    private final Map<String, String> municipalities;

    ReviewFigureReader(
            ReachReports reach,
            EffectReports effects,
            TrainingReports trainings,
            FinanceReports finances,
            DataQualityReports quality,
            ClaimEvaluations claims,
            Datasets datasets,
            FundingClient funding,
            ReportingClient reporting,
            TrainingClient training,
            SharedAnswers shared,
            CurrentIdentityAssociation callers,
            MunicipalityRegister register,
            ObjectMapper mapper) {
        this.reach = reach;
        this.effects = effects;
        this.trainings = trainings;
        this.finances = finances;
        this.quality = quality;
        this.claims = claims;
        this.datasets = datasets;
        this.funding = funding;
        this.reporting = reporting;
        this.training = training;
        this.shared = shared;
        this.callers = callers;
        this.register = register;
        this.municipalities = register.all().stream()
                .collect(Collectors.toMap(Municipality::code, Municipality::name, (one, other) -> other));
        // As for every answer of a service: a later version may have more fields.
        this.mapper = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * A programme that the caller can ask for.
     *
     * @param period days of the programme; null where only its releases are known
     */
    record Offer(String code, String nameDutch, String nameEnglish, Period period) {
        String name(Language language) {
            return language == Language.DUTCH ? nameDutch : nameEnglish;
        }

        /** Its name, with its code where another one has the same name. */
        String label(Language language, List<Offer> all) {
            var isAlone = all.stream()
                    .noneMatch(other ->
                            !other.code().equals(code) && other.name(language).equals(name(language)));
            return isAlone
                    ? name(language)
                    : Text.of("review.named", name(language), code).in(language);
        }

        private static Offer of(Programmes.Programme programme) {
            return new Offer(
                    programme.code(),
                    Objects.requireNonNullElse(programme.nameDutch(), programme.name()),
                    programme.name(),
                    programme.period());
        }

        private static Offer of(DatasetResponse dataset) {
            return new Offer(dataset.id(), dataset.titleDutch(), dataset.titleEnglish(), null);
        }
    }

    /**
     * The programmes that the caller can ask for: all with a token, and those with a release without one. Fails where they
     * cannot be read.
     */
    Uni<List<Offer>> offers() {
        shared.share();
        return callers.getDeferredIdentity()
                .chain(caller -> caller.isAnonymous()
                        ? datasets.allLatest()
                                .map(found -> found.stream().map(Offer::of).toList())
                        : funding.programmes()
                                .map(Completeness::required)
                                .map(found ->
                                        found.items().stream().map(Offer::of).toList()));
    }

    /**
     * The figures of one programme; empty where it is not among those that the caller can ask for, which is asked at the same
     * time. What its services do not answer is absent.
     *
     * @param asked the language, and the track and target group of live figures. A release has whole tables only
     */
    Uni<Optional<ReviewFigures>> figures(String programme, Uni<List<Offer>> offers, ReviewRequest asked) {
        var offer = offers.map(all -> offer(programme, all));
        return callers.getDeferredIdentity()
                .chain(caller -> figures(programme, offers, asked, caller))
                // What a service says of a programme that there is not is of no interest.
                .onFailure()
                .recoverWithUni(failure -> offer.chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<ReviewFigures>empty())
                        : Uni.createFrom().<Optional<ReviewFigures>>failure(failure)));
    }

    private static Optional<Offer> offer(String programme, List<Offer> all) {
        return all.stream().filter(one -> one.code().equals(programme)).findFirst();
    }

    private Uni<Optional<ReviewFigures>> figures(
            String programme, Uni<List<Offer>> offers, ReviewRequest asked, SecurityIdentity caller) {
        var language = asked.language();
        var track = asked.track();
        // That the list cannot be read fails the figures once, below.
        var days = offers.map(all -> offer(programme, all).map(Offer::period))
                .onFailure()
                .recoverWithItem(Optional.empty());
        var results = may(caller, GatewayAccess.READ_RESULT_STATISTICS);
        var published = may(caller, GatewayAccess.READ_PUBLISHED_TABLES);
        var reports = may(caller, GatewayAccess.READ_REPORTS);
        var question = question(Structure.REACH, programme, asked);
        // Asked once, and only where something of it is shown.
        var released = Uni.createFrom()
                .deferred(() -> reporting.releasedReview(programme))
                .map(Completeness::required)
                .memoize()
                .indefinitely();
        // Places are shown on the map of the last year that figures are of, where the programme itself is not known.
        var reached = liveOrReleased(
                        results,
                        () -> inventories(reach.report(question, null, Completeness.PARTIAL)),
                        Structure.REACH,
                        ReachReport.class,
                        programme)
                .memoize()
                .indefinitely();
        return Uni.combine()
                .all()
                .unis(List.of(
                        liveOrFrozen(
                                may(caller, GatewayAccess.READ_BUDGET),
                                () -> finances.report(programme, null),
                                released,
                                ReleasedParts::money),
                        reached,
                        liveOrReleased(
                                may(caller, GatewayAccess.READ_TRAINING_STATISTICS),
                                () -> trainings.report(question(Structure.TRAINING, programme, asked)),
                                Structure.TRAINING,
                                TrainingReport.class,
                                programme),
                        liveOrReleased(
                                results,
                                () -> effects(question(Structure.EFFECTS, programme, asked)),
                                Structure.EFFECTS,
                                EffectReport.class,
                                programme),
                        liveOrFrozen(
                                results && reports,
                                () -> inventories(reach.report(
                                        question.rowsBy(Dimension.PROJECT, Dimension.TARGET_GROUP),
                                        null,
                                        Completeness.PARTIAL)),
                                released,
                                ReleasedParts::reachByProject),
                        results
                                ? part(days.chain(period -> places(programme, period.orElse(null), asked)))
                                : absentWhereRefused(publicPlaces(programme, days, released, reached)),
                        liveOrFrozen(
                                reports,
                                () -> quality.findings(programme, Completeness.REQUIRED)
                                        .map(DataQualityReports.Found::findings),
                                released,
                                ReleasedParts::findings),
                        results
                                ? part(reporting.lessons(programme, null).map(Completeness::required))
                                : absentWhereRefused(publicLessons(programme, language, released)),
                        liveOrFrozen(
                                published,
                                () -> reporting.publishedTables(programme).map(Completeness::required),
                                released,
                                ReleasedParts::printed),
                        liveOrFrozen(published, () -> claims(programme), released, ReleasedParts::claims),
                        part(reporting.latestRelease(programme).map(Completeness::required)),
                        // With its names, or neither.
                        liveOrFrozen(
                                results && reports,
                                () -> projects(programme, track),
                                released,
                                ReleasedParts::projects),
                        training.trainingTypeLabels(language == Language.DUTCH),
                        live(
                                results && track != null,
                                () -> inventories(reach.report(
                                        question.only(Dimension.TRACK, Dimension.NOT_STATED),
                                        null,
                                        Completeness.PARTIAL))),
                        liveOrFrozen(
                                results,
                                () -> judged(question(Structure.EFFECTS, programme, asked)),
                                released,
                                ReleasedParts::judged),
                        liveOrFrozen(results, () -> embedding(programme, track), released, ReleasedParts::embedding),
                        live(reports, () -> codes(programme)),
                        // After the others, because a page has a part of the places of a service.
                        reached.chain(() -> results
                                ? part(publicProjects(programme).map(ReleasedParts::sources))
                                : absentWhereRefused(publicProjects(programme, released)
                                        .map(part -> Part.of(ReleasedParts.sources(part.report())))))))
                .with(parts -> parts)
                // Last, because a failure would leave the parts that are on their way.
                .chain(parts -> offers.map(all -> offer(programme, all)
                        .map(found -> assembled(found, found.label(language, all), language, parts))));
    }

    @SuppressWarnings("unchecked")
    private ReviewFigures assembled(Offer offer, String label, Language language, List<?> parts) {
        var names = new HashMap<>(municipalities);
        names.put(offer.code(), offer.name(language));
        var projects = ((Part<Map<String, String>>) parts.get(16)).report();
        if (projects != null) {
            names.putAll(projects);
        }
        return new ReviewFigures(
                offer.code(),
                label,
                offer.period(),
                (Part<FinanceReport>) parts.get(0),
                (Part<ReachReport>) parts.get(1),
                (Part<TrainingReport>) parts.get(2),
                (Part<EffectReport>) parts.get(3),
                (Part<ReachReport>) parts.get(4),
                (Part<List<Place>>) parts.get(5),
                (Part<List<QualityFinding>>) parts.get(6),
                (Part<RecordedLessons>) parts.get(7),
                (Part<PublishedTables>) parts.get(8),
                (Part<List<ClaimEvaluationResponse>>) parts.get(9),
                (Part<PublishedReleases.Release>) parts.get(10),
                (Part<Map<UUID, String>>) parts.get(11),
                (Map<String, String>) parts.get(12),
                (Part<ReachReport>) parts.get(13),
                (Part<List<ReviewFigures.Judged>>) parts.get(14),
                (Part<EmbeddingStatements>) parts.get(15),
                (Part<Map<UUID, String>>) parts.get(17),
                names);
    }

    private Uni<List<Place>> places(String programme, Period days, ReviewRequest asked) {
        var question = question(Structure.EFFECTS, programme, asked).rowsBy(Dimension.MUNICIPALITY);
        return effects(question.onMapOf(mapDay(days)))
                .map(report -> ofPlaces(report)
                        .map(row -> new Place(
                                (String) row.key().get(Dimension.MUNICIPALITY),
                                row.inventories().projects().count(),
                                row.inventories().verdicts().stream()
                                        .map(EffectAnswer.Verdicts::verdict)
                                        .distinct()
                                        .toList()))
                        .toList())
                .chain(places -> {
                    var began = places.stream()
                            .flatMap(place -> beganWithin(place.code(), days).stream())
                            .findFirst();
                    return began.isEmpty()
                            ? Uni.createFrom().item(places)
                            : effects(question.onMapOf(began.get().minusDays(1)))
                                    .map(report -> ofPlaces(report)
                                            .map(row -> (String) row.key().get(Dimension.MUNICIPALITY))
                                            .collect(Collectors.toSet()))
                                    .map(recorded -> places.stream()
                                            .map(place -> withBefore(place, days, recorded))
                                            .toList());
                });
    }

    private static Stream<EffectReport.Row> ofPlaces(EffectReport report) {
        return report.rows().stream()
                .filter(row -> row.key().get(Dimension.MUNICIPALITY) != null
                        && row.inventories() != null
                        && row.inventories().projects().count() > 0);
    }

    /** The first day of a municipality that began while the programme ran; empty for any other. */
    private Optional<LocalDate> beganWithin(String code, Period days) {
        return register.find(code)
                .map(Municipality::validFrom)
                .filter(from -> days != null && from.isAfter(days.from()) && from.isBefore(days.until()));
    }

    /**
     * The place with the municipalities that became it.
     *
     * @param recorded codes as projects are recorded
     */
    private Place withBefore(Place place, Period days, Set<String> recorded) {
        return beganWithin(place.code(), days)
                .map(began -> {
                    var before = register.validOn(began.minusDays(1)).stream()
                            .map(Municipality::code)
                            .filter(code ->
                                    !code.equals(place.code()) && place.code().equals(codeOn(code, began)))
                            .toList();
                    return before.isEmpty()
                            ? place
                            : new Place(
                                    place.code(),
                                    place.projects(),
                                    place.verdicts(),
                                    new ReviewFigures.Before(
                                            began,
                                            before,
                                            before.stream()
                                                    .filter(recorded::contains)
                                                    .toList()));
                })
                .orElse(place);
    }

    // Null where it was divided.
    private String codeOn(String code, LocalDate day) {
        return register.reexpress(code, day) instanceof Reexpression.Allocated there ? there.code() : null;
    }

    private Uni<List<ReviewFigures.Judged>> judged(Question question) {
        return effects(question.rowsBy(Dimension.PROJECT))
                .map(report -> report.rows().stream()
                        .filter(row -> row.key().get(Dimension.PROJECT) != null && row.inventories() != null)
                        .flatMap(row -> row.inventories().verdicts().stream()
                                .filter(of -> of.verdict() != Verdict.NOT_ASSESSED)
                                .flatMap(of -> Collections.nCopies(
                                        Math.toIntExact(of.count()),
                                        new ReviewFigures.Judged(
                                                (UUID) row.key().get(Dimension.PROJECT),
                                                of.verdict(),
                                                of.evidenceLevel(),
                                                true))
                                        .stream()))
                        .toList());
    }

    private Uni<EmbeddingStatements> embedding(String programme, Track track) {
        return reporting.embeddings(programme).map(Completeness::required).map(found -> found.counting(track));
    }

    private Uni<EffectReport> effects(Question question) {
        return withInventories(effects.report(question, Completeness.PARTIAL), EffectReport::sources);
    }

    private static Uni<ReachReport> inventories(Uni<ReachReport> report) {
        return withInventories(report, ReachReport::sources);
    }

    // Pictures show what inventories have. A report can lack trainings, and nothing of that would be missing.
    private static <R> Uni<R> withInventories(Uni<R> report, Function<R, List<ReportSource>> sources) {
        return report.invoke(found -> {
            if (sources.apply(found).stream()
                    .anyMatch(source -> source.service().equals(Service.REPORTING.jsonName())
                            && source.status() == ReportSource.Status.UNAVAILABLE)) {
                throw unavailable();
            }
        });
    }

    static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("review.absent.unavailable"));
    }

    /**
     * The published projects of one municipality each, as for live figures: several places are not divided. They are those
     * of the release, or of the catalogue where the release does not have them.
     */
    private Uni<Part<List<Place>>> publicPlaces(
            String programme,
            Uni<Optional<Period>> days,
            Uni<ReleasedReview> released,
            Uni<Part<ReachReport>> reached) {
        return Uni.combine()
                .all()
                .unis(publicProjects(programme, released), reached, days)
                .with((found, part, known) -> {
                    var period = known.isEmpty() && part.isThere() ? ReviewFigures.daysOf(part.report()) : known;
                    return new Part<>(places(found.report(), period.orElse(null)), null, found.frozen());
                });
    }

    private Uni<Part<List<ReleasedReview.PublicProject>>> publicProjects(
            String programme, Uni<ReleasedReview> released) {
        return frozenOrPublic(released, ReleasedReview::publicProjects, () -> publicProjects(programme));
    }

    private Uni<List<ReleasedReview.PublicProject>> publicProjects(String programme) {
        return reporting
                .publicRecords(programme, "PROJECT")
                .map(Completeness::required)
                .map(found -> found.items().stream()
                        .map(item -> new ReleasedReview.PublicProject(
                                item.id(), item.title(), item.source(), item.municipalities(), item.verdicts()))
                        .toList());
    }

    /** What the release has of the public catalogue; the catalogue itself where it does not have it. */
    private static <R> Uni<Part<List<R>>> frozenOrPublic(
            Uni<ReleasedReview> released, Function<ReleasedReview, List<R>> table, Supplier<Uni<List<R>>> catalogue) {
        return released.map(review -> table.apply(review) == null
                        ? Part.<List<R>>absent(Absence.NOT_RELEASED)
                        : Part.released(table.apply(review), ReleasedParts.release(review)))
                .onFailure(ReviewFigureReader::isNotFound)
                .recoverWithItem(Part.<List<R>>absent(Absence.NOT_RELEASED))
                .chain(part -> part.isThere()
                        ? Uni.createFrom().item(part)
                        : catalogue.get().map(Part::of));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_FOUND;
    }

    private List<Place> places(List<ReleasedReview.PublicProject> found, Period days) {
        var verdicts = new TreeMap<String, Set<Verdict>>();
        var projects = new TreeMap<String, Long>();
        var recorded = new HashSet<String>();
        found.stream().filter(project -> project.municipalities().size() == 1).forEach(project -> {
            var code = codeOn(project.municipalities().get(0), mapDay(days));
            if (code != null) {
                recorded.add(project.municipalities().get(0));
                verdicts.computeIfAbsent(code, there -> EnumSet.noneOf(Verdict.class))
                        .addAll(project.verdicts());
                projects.merge(code, 1L, Long::sum);
            }
        });
        return verdicts.entrySet().stream()
                .map(place -> new Place(place.getKey(), projects.get(place.getKey()), List.copyOf(place.getValue())))
                .map(place -> withBefore(place, days, recorded))
                .toList();
    }

    private Uni<Part<RecordedLessons>> publicLessons(
            String programme, Language language, Uni<ReleasedReview> released) {
        return frozenOrPublic(
                        released,
                        ReleasedReview::publicLessons,
                        () -> reporting
                                .publicRecords(programme, "LESSON")
                                .map(Completeness::required)
                                .map(found -> found.items().stream()
                                        .map(item -> new ReleasedReview.PublicLesson(
                                                item.id(),
                                                item.type(),
                                                item.title(),
                                                item.language(),
                                                item.source(),
                                                item.projectId()))
                                        .toList()))
                .map(part -> new Part<>(ReleasedParts.lessons(part.report(), language), null, part.frozen()));
    }

    /** The day whose map shows a programme: the first of its last year, as far as there is a map of it. */
    static LocalDate mapDay(Period programme) {
        return BoundaryMap.dayFor(
                programme == null ? LocalDate.MAX : programme.until().minusDays(1));
    }

    private Uni<List<ClaimEvaluationResponse>> claims(String programme) {
        return claims.claims(programme)
                .chain(stated -> claims.evaluations(stated, null, Completeness.REQUIRED))
                .map(ClaimEvaluations.Evaluated::evaluations);
    }

    private Uni<Map<UUID, String>> projects(String programme, Track track) {
        return funding.projectMoney(programme, null).map(Completeness::required).map(found -> {
            Map<UUID, String> names = new LinkedHashMap<>();
            for (ProjectMoney.Project project : found.projects()) {
                // A project of another track has figures, which are not of this one.
                if (track == null || project.track() == track) {
                    names.put(project.projectId(), project.name());
                }
            }
            return names;
        });
    }

    /** Names of all projects by their codes. */
    private Uni<Map<String, String>> codes(String programme) {
        return funding.projectMoney(programme, null)
                .map(Completeness::required)
                .map(found -> found.projects().stream()
                        .collect(Collectors.toMap(
                                ProjectMoney.Project::code, ProjectMoney.Project::name, (one, other) -> other)));
    }

    private static boolean may(SecurityIdentity caller, String rule) {
        return AccessRule.named(rule).allows(caller.getRoles());
    }

    private static Question question(Structure structure, String programme, ReviewRequest asked) {
        return asked.narrowed(new Question(structure, programme, null, null, null, Map.of(), null, null));
    }

    private static <R> Uni<Part<R>> live(boolean isReadable, Supplier<Uni<R>> report) {
        return isReadable ? part(report.get()) : Uni.createFrom().item(Part.absent(Absence.WITHHELD));
    }

    private static <R> Uni<Part<R>> liveOrFrozen(
            boolean isReadable,
            Supplier<Uni<R>> report,
            Uni<ReleasedReview> released,
            Function<ReleasedReview, R> part) {
        return isReadable
                ? part(report.get())
                : absentWhereRefused(
                        released.map(review -> Part.released(part.apply(review), ReleasedParts.release(review))));
    }

    private <R> Uni<Part<R>> liveOrReleased(
            boolean isReadable, Supplier<Uni<R>> report, Structure structure, Class<R> type, String programme) {
        return isReadable
                ? part(report.get())
                : part(reporting
                        .releasedWhole(structure, Map.of("programme", programme))
                        .map(Completeness::required)
                        .map(body -> read(body, type)));
    }

    private static <R> Uni<Part<R>> part(Uni<R> report) {
        return absentWhereRefused(report.map(Part::of));
    }

    private static <R> Uni<Part<R>> absentWhereRefused(Uni<Part<R>> part) {
        return part.onFailure(ProblemException.class).recoverWithItem(problem -> {
            if (problem.type() == ProblemType.UNAVAILABLE) {
                return Part.absent(Absence.UNAVAILABLE);
            }
            if (problem.type() == ProblemType.NOT_FOUND) {
                return Part.absent(Absence.NOT_RELEASED);
            }
            if (problem.type() == ProblemType.VALIDATION_FAILED) {
                return Part.absent(Absence.TOO_MANY);
            }
            if (problem.type() == ProblemType.FORBIDDEN) {
                return Part.absent(Absence.WITHHELD);
            }
            throw problem;
        });
    }

    private <R> R read(byte[] body, Class<R> type) {
        try {
            return Objects.requireNonNull(mapper.readValue(body, type), "body");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isUnavailable(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.UNAVAILABLE;
    }
}
