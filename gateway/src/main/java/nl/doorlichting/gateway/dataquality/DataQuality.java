package nl.doorlichting.gateway.dataquality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.publishedtables.RepairCertainty;
import nl.doorlichting.domain.publishedtables.TableFindingKind;
import nl.doorlichting.domain.publishedtables.TableFindingName;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.claims.ClaimWords;
import nl.doorlichting.gateway.clients.funding.FundingQuality;
import nl.doorlichting.gateway.clients.reporting.ReportingQuality;
import nl.doorlichting.gateway.clients.training.TrainingQuality;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.platform.texts.Text;

/**
 * What all services show about the data of a programme, held together. What follows from what is missing is not found.
 *
 * @param funding null where funding-service did not answer
 * @param reach null where neither source of it answered
 * @param unknownOrganisations numbers that records state and funding-service does not have
 */
record DataQuality(
        String programme,
        FundingQuality funding,
        ReportingQuality reporting,
        TrainingQuality training,
        ReachReport reach,
        List<ClaimEvaluationResponse> claims,
        Collection<String> unknownOrganisations,
        LocalDate today) {
    private static final String BETWEEN = TableFindingName.BETWEEN;
    private static final String COLLECTION = "/v1/";
    // A later service may have others.
    private static final Set<String> NAMED = Set.of(
            "advice-question-tallies",
            "advice-questions",
            "claims",
            "effect-judgements",
            "embeddings",
            "indicators",
            "inventory-report-tallies",
            "inventory-reports",
            "inventory-rounds",
            "learning-modules",
            "lessons",
            "network-meetings",
            "networks",
            "products",
            "published-tables",
            "reach-observations",
            "reach-tallies",
            "training-sessions",
            "training-tallies");

    /** All findings, the gravest first. One that two tables share stands once. */
    List<QualityFinding> findings() {
        var acceptances = reporting.acceptances().stream()
                .collect(Collectors.toMap(
                        ReportingQuality.Acceptance::findingId, Function.identity(), (first, last) -> last));
        var findings = new LinkedHashMap<UUID, QualityFinding>();
        Stream.of(
                        tables(),
                        danglingIdentities(),
                        failingClaims(),
                        unknownProgramme(),
                        references(),
                        rounds(),
                        periods(),
                        years(),
                        awards(),
                        awardsExceedingTallies(),
                        verdicts(),
                        embeddings(),
                        inclusion(),
                        exceededTallies(),
                        undecidedClaims())
                .flatMap(kind -> kind)
                .forEach(
                        finding -> findings.putIfAbsent(finding.id(), finding.accepted(acceptances.get(finding.id()))));
        return findings.values().stream()
                .sorted(Comparator.comparing(QualityFinding::severity)
                        .thenComparing(finding -> finding.id().toString()))
                .toList();
    }

    private QualityFinding finding(
            FindingKind kind, String about, String place, String subject, Object expected, Object found) {
        return finding(kind, about, place, subject, expected, found, Text.of(kind.key("repair")));
    }

    private QualityFinding finding(
            FindingKind kind, String about, String place, String subject, Object expected, Object found, Text repair) {
        return QualityFinding.of(
                programme,
                kind,
                about,
                place,
                subject,
                Text.of(kind.key("expected"), expected),
                Text.of(kind.key("found"), found),
                repair);
    }

    private Stream<QualityFinding> tables() {
        return reporting.audits().stream()
                .flatMap(audit -> audit.findings().stream().map(finding -> table(audit, finding)));
    }

    private QualityFinding table(ReportingQuality.TableAudit audit, ReportingQuality.TableFinding found) {
        var place = "/v1/published-tables/" + audit.tableId() + "/audit";
        if (found.kind() != TableFindingKind.SUM_DIFFERS) {
            var names = found.cells().stream().map(DataQuality::name).toList();
            var cells = String.join(BETWEEN, names);
            return finding(
                    FindingKind.TABLE_CELL_MALFORMED,
                    TableFindingName.ofCells(found.kind(), names).about(),
                    place,
                    audit.table() + ": " + cells,
                    "",
                    found.cells().stream().map(ReportingQuality.Cell::printed).collect(Collectors.joining(BETWEEN)),
                    repair(FindingKind.TABLE_CELL_MALFORMED, found));
        }
        var inOrder = found.sums().stream()
                .sorted(Comparator.comparing((ReportingQuality.Sum sum) -> name(sum)))
                .toList();
        var sums = TableFindingName.ofSums(
                        inOrder.stream().map(DataQuality::name).toList())
                .about();
        return finding(
                FindingKind.TABLE_SUM_DIFFERS,
                sums,
                place,
                sums,
                each(inOrder, ReportingQuality.Sum::recalculated),
                Text.of(
                        "quality.sums",
                        each(inOrder, ReportingQuality.Sum::printed),
                        each(inOrder, ReportingQuality.Sum::difference)),
                repair(FindingKind.TABLE_SUM_DIFFERS, found));
    }

    private Stream<QualityFinding> danglingIdentities() {
        return reporting.audits().stream()
                .flatMap(audit -> audit.danglingIdentities().stream()
                        .map(identity -> finding(
                                FindingKind.IDENTITY_DANGLING,
                                audit.table() + "\n" + identity,
                                "/v1/published-tables/" + audit.tableId() + "/audit",
                                audit.table() + ": " + identity,
                                "",
                                identity)));
    }

    private static String name(ReportingQuality.Sum sum) {
        return sum.table() + ": " + sum.line();
    }

    private static String name(ReportingQuality.Cell cell) {
        return cell.rowLabel() + ", " + cell.columnLabel();
    }

    private static String each(List<ReportingQuality.Sum> sums, Function<ReportingQuality.Sum, BigDecimal> number) {
        return sums.stream().map(number).map(DataQuality::plain).collect(Collectors.joining(BETWEEN));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private static Text repair(FindingKind kind, ReportingQuality.TableFinding found) {
        if (found.repairs().isEmpty()) {
            return Text.of("quality.no-repair");
        }
        var first = found.repairs().get(0).edits().stream()
                .map(edit -> edit.cell().table() + ", " + name(edit.cell()) + ": \""
                        + edit.cell().printed() + "\" -> \"" + edit.proposed() + "\"")
                .collect(Collectors.joining(BETWEEN));
        return found.certainty() == RepairCertainty.CERTAIN
                ? Text.of(kind.key("repair"), first)
                : Text.of("quality.undecided-repair", first, found.repairs().size());
    }

    private Stream<QualityFinding> failingClaims() {
        return claims.stream()
                .filter(claim -> claim.outcome() == ClaimOutcome.FAILS)
                .map(claim -> finding(
                        FindingKind.CLAIM_FAILS,
                        claim.claimId().toString(),
                        "/v1/claims/" + claim.claimId() + "/evaluation",
                        claim.code() + ": " + claim.statement(),
                        ClaimWords.stated(claim, DataQuality::plain),
                        ClaimWords.found(claim, DataQuality::plain)));
    }

    // Whether a claim holds is not asked of a caller who may not read the figures, nor of a service that is not there.
    private Stream<QualityFinding> undecidedClaims() {
        return claims.stream()
                .filter(claim -> claim.outcome() == ClaimOutcome.UNDECIDED
                        && claim.undecided() != UndecidedReason.WITHHELD
                        && claim.undecided() != UndecidedReason.UNAVAILABLE)
                .map(claim -> finding(
                        FindingKind.CLAIM_UNDECIDED,
                        claim.claimId().toString(),
                        "/v1/claims/" + claim.claimId() + "/evaluation",
                        claim.code() + ": " + claim.statement(),
                        ClaimWords.stated(claim, DataQuality::plain),
                        ClaimWords.undecided(claim, DataQuality::plain)));
    }

    private Stream<QualityFinding> unknownProgramme() {
        if (funding == null || funding.period() != null) {
            return Stream.empty();
        }
        var ofReach = reporting.reachPeriods().stream()
                .collect(Collectors.groupingBy(ReportingQuality.ReachPeriod::path, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(path -> new ProgrammeUse(
                        path.getKey(),
                        path.getValue().get(0).recordId(),
                        path.getValue().stream()
                                .mapToLong(ReportingQuality.ReachPeriod::records)
                                .sum()));
        return Stream.of(reporting.programmeUses().stream(), ofReach, training.programmeUses().stream())
                .flatMap(uses -> uses)
                .map(use -> finding(
                        FindingKind.PROGRAMME_UNKNOWN,
                        use.path(),
                        use.path() + "/" + use.recordId(),
                        programme,
                        "",
                        records(programme, use.records(), use.path())));
    }

    private Map<UUID, FundingQuality.StatedProject> projects() {
        return funding == null
                ? Map.of()
                : funding.projects().stream()
                        .collect(Collectors.toMap(FundingQuality.StatedProject::projectId, Function.identity()));
    }

    private Stream<QualityFinding> references() {
        // Of an unknown programme nothing is known that they could differ from.
        if (funding == null || funding.period() == null) {
            return Stream.empty();
        }
        var projects = projects();
        var uses = Stream.concat(reporting.references().stream(), training.references().stream())
                .toList();
        return Stream.of(unknownProjects(uses, projects), differences(uses, projects), unknownOrganisations(uses))
                .flatMap(found -> found);
    }

    /** Those that are about the same in one collection, as one, by what tells them apart from others. */
    private static Stream<Map.Entry<String, ReferenceUse>> together(
            Stream<ReferenceUse> uses, Function<ReferenceUse, String> about) {
        return uses
                .collect(Collectors.toMap(
                        use -> use.path() + "\n" + about.apply(use),
                        Function.identity(),
                        (one, other) -> new ReferenceUse(
                                one.path(),
                                one.recordId(),
                                one.records() + other.records(),
                                one.projectId(),
                                one.organisationId(),
                                one.track(),
                                one.actionLine(),
                                one.fundingInstrument()),
                        LinkedHashMap::new))
                .entrySet()
                .stream();
    }

    private Stream<QualityFinding> unknownProjects(
            List<ReferenceUse> uses, Map<UUID, FundingQuality.StatedProject> projects) {
        return together(
                        uses.stream().filter(use -> use.projectId() != null && !projects.containsKey(use.projectId())),
                        use -> use.projectId().toString())
                .map(use -> finding(
                        FindingKind.PROJECT_UNKNOWN,
                        use.getKey(),
                        place(use.getValue()),
                        use.getValue().projectId().toString(),
                        programme,
                        records(
                                use.getValue().projectId(),
                                use.getValue().records(),
                                use.getValue().path())));
    }

    private Stream<QualityFinding> differences(
            List<ReferenceUse> uses, Map<UUID, FundingQuality.StatedProject> projects) {
        return together(
                        uses.stream().filter(use -> !differences(use, projects).isEmpty()),
                        use -> use.projectId() + "\n"
                                + differences(use, projects).stream()
                                        .map(Difference::name)
                                        .collect(Collectors.joining(BETWEEN)))
                .map(use -> finding(
                        FindingKind.PROJECT_DIFFERS,
                        use.getKey(),
                        place(use.getValue()),
                        projects.get(use.getValue().projectId()).code(),
                        Text.all(differences(use.getValue(), projects).stream()
                                .map(difference -> difference.words(difference.ofProject()))
                                .toList()),
                        records(
                                Text.all(differences(use.getValue(), projects).stream()
                                        .map(difference -> difference.words(difference.ofRecord()))
                                        .toList()),
                                use.getValue().records(),
                                use.getValue().path())));
    }

    private static List<Difference> differences(ReferenceUse use, Map<UUID, FundingQuality.StatedProject> projects) {
        var project = use.projectId() == null ? null : projects.get(use.projectId());
        return project == null
                ? List.of()
                : Stream.of(
                                new Difference("organisationId", project.organisationId(), use.organisationId()),
                                new Difference("track", project.track(), use.track()),
                                new Difference("actionLine", project.actionLine(), use.actionLine()),
                                new Difference(
                                        "fundingInstrument", project.fundingInstrument(), use.fundingInstrument()))
                        .filter(Difference::isOne)
                        .toList();
    }

    /** A field that records state in another way than their project. */
    private record Difference(String field, Object ofProject, Object ofRecord) {
        boolean isOne() {
            return ofProject != null && ofRecord != null && !ofProject.equals(ofRecord);
        }

        /** Its part of what tells the finding apart, which stays the same in every language. */
        String name() {
            return field + " " + ofRecord;
        }

        Text words(Object value) {
            return Text.of("quality.field." + field, value);
        }
    }

    private Stream<QualityFinding> unknownOrganisations(List<ReferenceUse> uses) {
        return together(
                        uses.stream()
                                .filter(use -> use.organisationId() != null
                                        && unknownOrganisations.contains(use.organisationId())),
                        ReferenceUse::organisationId)
                .map(use -> finding(
                        FindingKind.ORGANISATION_UNKNOWN,
                        use.getKey(),
                        place(use.getValue()),
                        use.getValue().organisationId(),
                        "",
                        records(
                                use.getValue().organisationId(),
                                use.getValue().records(),
                                use.getValue().path())));
    }

    /** What records state, with how many they are, and of which kind: those of each kind are a finding of their own. */
    private static Text records(Object stated, long records, String path) {
        var collection = path.substring(COLLECTION.length());
        return Text.of(
                "quality.records",
                stated,
                records,
                NAMED.contains(collection) ? Text.of("quality.kind." + collection) : collection);
    }

    private static String place(ReferenceUse use) {
        return use.path() + "/" + use.recordId();
    }

    private Stream<QualityFinding> rounds() {
        return reporting.roundOverlaps().stream()
                .map(pair -> finding(
                        FindingKind.ROUNDS_OVERLAP,
                        pair.roundId() + "\n" + pair.otherId(),
                        "/v1/inventory-rounds/" + pair.roundId(),
                        pair.round(),
                        "",
                        pair.round() + BETWEEN + pair.other()));
    }

    // Verdicts, embedding and rounds can follow the programme; who was reached, was reached by it.
    private Stream<QualityFinding> periods() {
        if (funding == null || funding.period() == null) {
            return Stream.empty();
        }
        return reporting.reachPeriods().stream()
                .filter(use -> !funding.period().contains(use.period()))
                .map(use -> finding(
                        FindingKind.PERIOD_OUTSIDE_PROGRAMME,
                        use.path() + "\n" + use.period().code(),
                        use.path() + "/" + use.recordId(),
                        use.period().code(),
                        funding.period().code(),
                        records(use.period().code(), use.records(), use.path())));
    }

    private Stream<QualityFinding> years() {
        if (funding == null || funding.period() == null) {
            return Stream.empty();
        }
        var last = Math.min(funding.period().until().minusDays(1).getYear(), today.getYear());
        return IntStream.rangeClosed(funding.period().from().getYear(), last)
                .boxed()
                .flatMap(year -> Stream.of(
                                missing(
                                        year,
                                        "quality.money",
                                        "/v1/reports/finances",
                                        !funding.yearsBooked().contains(year)),
                                missing(
                                        year,
                                        "quality.inventories",
                                        "/v1/reports/reach",
                                        !has(ReachSource.INVENTORY, year)),
                                missing(
                                        year,
                                        "quality.trainings",
                                        "/v1/reports/training",
                                        !has(ReachSource.TRAINING, year)))
                        .filter(Objects::nonNull));
    }

    // Of a source that does not answer it is not known that a year is missing.
    private boolean has(ReachSource source, int year) {
        var service = source == ReachSource.INVENTORY ? Service.REPORTING : Service.TRAINING;
        if (reach == null || reach.sources().contains(ReportSource.unavailable(service))) {
            return true;
        }
        return reach.rows().stream()
                .anyMatch(row -> row.source() == source
                        && row.key().get(Dimension.PERIOD) instanceof Period period
                        && period.overlaps(Period.ofYear(year)));
    }

    private QualityFinding missing(int year, String what, String report, boolean isMissing) {
        return isMissing
                ? finding(
                        FindingKind.YEAR_MISSING,
                        what + "\n" + year,
                        report + "?programme=" + programme,
                        "" + year,
                        Text.of(what),
                        "" + year)
                : null;
    }

    private Stream<QualityFinding> awards() {
        return funding == null
                ? Stream.empty()
                : funding.awardsWithoutLine().stream()
                        .map(award -> finding(
                                FindingKind.AWARD_WITHOUT_LINE,
                                award.awardId().toString(),
                                "/v1/awards/" + award.awardId(),
                                award.number(),
                                "",
                                award.number()));
    }

    private Stream<QualityFinding> awardsExceedingTallies() {
        return funding == null
                ? Stream.empty()
                : funding.exceededTallies().stream()
                        .map(tally -> finding(
                                FindingKind.AWARDS_EXCEED_TALLY,
                                tally.tallyId().toString(),
                                "/v1/award-tallies/" + tally.tallyId(),
                                "",
                                tally.most(),
                                tally.awards()));
    }

    private Stream<QualityFinding> verdicts() {
        var projects = projects();
        return reporting.verdictsAboveEvidence().stream()
                .map(verdict -> finding(
                        FindingKind.VERDICT_ABOVE_EVIDENCE,
                        verdict.judgementId().toString(),
                        "/v1/effect-judgements/" + verdict.judgementId(),
                        judged(verdict.projectId(), projects) + ": " + verdict.verdict(),
                        verdict.needed(),
                        verdict.evidenceLevel() == null ? Text.of("quality.not-known") : verdict.evidenceLevel()));
    }

    private String judged(UUID project, Map<UUID, FundingQuality.StatedProject> projects) {
        if (project == null) {
            return programme;
        }
        return projects.containsKey(project) ? projects.get(project).code() : project.toString();
    }

    private Stream<QualityFinding> embeddings() {
        return reporting.staleEmbeddings().stream()
                .map(statement -> finding(
                        FindingKind.EMBEDDING_STALE,
                        statement.embeddingId().toString(),
                        "/v1/embeddings/" + statement.embeddingId(),
                        statement.subject(),
                        "",
                        statement.statedOn()));
    }

    // How many there are is not known without one of the sources.
    private Stream<QualityFinding> inclusion() {
        if (reach == null || !reach.complete()) {
            return Stream.empty();
        }
        return reach.notes().stream()
                .filter(note -> note.code().equals(NoteCode.INCLUSION_UNKNOWN.name()))
                .map(note -> finding(
                        FindingKind.INCLUSION_UNKNOWN,
                        "",
                        "/v1/reports/reach?programme=" + programme,
                        programme,
                        "",
                        note.count()));
    }

    private Stream<QualityFinding> exceededTallies() {
        // Of an unknown programme nothing else is found.
        if (funding != null && funding.period() == null) {
            return Stream.empty();
        }
        return training.exceededTallies().stream()
                .map(tally -> finding(
                        FindingKind.TALLY_EXCEEDED,
                        tally.tallyId() + "\n" + tally.figure(),
                        "/v1/training-tallies/" + tally.tallyId(),
                        tally.figure(),
                        tally.stated(),
                        tally.counted()));
    }
}
