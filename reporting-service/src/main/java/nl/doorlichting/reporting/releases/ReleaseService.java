package nl.doorlichting.reporting.releases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.releases.ChangeAction;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.releases.ReleaseResponse.Check;
import nl.doorlichting.reporting.releases.ReleaseResponse.Verification.Recalculated;
import nl.doorlichting.reporting.releases.tables.ChangedFigures;
import nl.doorlichting.reporting.releases.tables.CountProtection;
import nl.doorlichting.reporting.releases.tables.DimensionSet;
import nl.doorlichting.reporting.releases.tables.FinishedTable;
import nl.doorlichting.reporting.releases.tables.ReleaseCalculation;
import nl.doorlichting.reporting.releases.tables.ReleasedTable;
import nl.doorlichting.reporting.releases.tables.ReviewTable;

/** Stores releases, and takes them from one state to the next. Source: docs/design/rules.md#releases. */
@ApplicationScoped
class ReleaseService {
    private static final int CELLS_AT_ONCE = 5_000;
    private static final int MOST_EARLIER = 12;
    /** Changes with every code and every word of the codelists. */
    private static final String CODELISTS = codelistVersion();

    private final ReleaseRepository releases;
    private final ReleaseQueries queries;
    private final ReleaseCalculation calculation;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;
    private final ObjectMapper mapper;

    ReleaseService(
            ReleaseRepository releases,
            ReleaseQueries queries,
            ReleaseCalculation calculation,
            MunicipalityRegister register,
            CurrentCaller caller,
            DutchCalendar calendar,
            ObjectMapper mapper) {
        this.releases = releases;
        this.queries = queries;
        this.calculation = calculation;
        this.register = register;
        this.caller = caller;
        this.calendar = calendar;
        this.mapper = mapper;
    }

    /** 400 for several headlines of one chapter or picture, and for one of a picture that another chapter has. */
    static void refuseHeadlinesWithoutPlace(ReleaseRequest request) {
        if (request.headlines() == null) {
            return;
        }
        var places = new HashSet<Enum<?>>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < request.headlines().size(); i++) {
            var headline = request.headlines().get(i);
            var picture = headline.picture();
            if (picture != null && picture.chapter() != headline.chapter()) {
                violations.add(Violation.body(
                        "/headlines/" + i + "/picture",
                        ViolationCode.NOT_ALLOWED,
                        Text.of("release.headline-elsewhere", picture, picture.chapter())));
            }
            if (!places.add(picture == null ? headline.chapter() : picture)) {
                violations.add(Violation.body(
                        "/headlines/" + i + (picture == null ? "/chapter" : "/picture"),
                        ViolationCode.NOT_ALLOWED,
                        Text.of("release.headline-twice")));
            }
        }
        ProblemException.refuse(violations);
    }

    /** 409 if no release of this instant can be made now. */
    @Transactional
    void refuseUnlessPossible(String programme, Instant asOf) {
        if (asOf.isAfter(calendar.now())) {
            throw refused(Text.of("release.instant-in-future"));
        }
        if (queries.isImporting()) {
            throw refused(Text.of("release.import-running"));
        }
        releases.latest(programme).filter(last -> last.asOf().isAfter(asOf)).ifPresent(last -> {
            throw refused(Text.of("release.later-instant", last.name()));
        });
    }

    private static ProblemException refused(Text detail) {
        return ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", List.of()));
    }

    /**
     * What releases before this one show of counts, before the next one for null: all of the last, and of those before
     * it each national count that was exact there and is not in a later one (ADR 50).
     */
    @Transactional
    List<CountProtection.Earlier> before(String programme, Release release) {
        var earlier = new ArrayList<CountProtection.Earlier>();
        var rounded = new HashSet<String>();
        var next = release == null ? releases.latest(programme) : previous(release);
        for (int i = 0; i < MOST_EARLIER && next.isPresent() && (i == 0 || !rounded.isEmpty()); i++) {
            var shown = shown(next.get());
            if (i == 0) {
                shown.cells().forEach((id, count) -> {
                    if (isNational(id) && count.disclosure() != null) {
                        rounded.add(id);
                    }
                });
                earlier.add(shown);
            } else {
                var exact = new LinkedHashMap<>(shown.cells());
                exact.entrySet()
                        .removeIf(cell -> !rounded.contains(cell.getKey())
                                || cell.getValue().disclosure() != null);
                rounded.removeAll(exact.keySet());
                earlier.add(new CountProtection.Earlier(shown.name(), shown.asOf(), exact));
            }
            next = previous(next.get());
        }
        return earlier;
    }

    private static boolean isNational(String id) {
        return id.startsWith(DimensionSet.REACH_BY_PERIOD_AND_TARGET_GROUP.jsonName() + "{");
    }

    private Optional<Release> previous(Release release) {
        return Optional.ofNullable(release.previousId()).flatMap(releases::findByIdOptional);
    }

    private CountProtection.Earlier shown(Release release) {
        var cells = new LinkedHashMap<String, DisclosedCount>();
        Stream.concat(DimensionSet.of(Structure.REACH), DimensionSet.of(Structure.TRAINING))
                .forEach(set -> queries.cells(release.id(), set.jsonName(), -1, Integer.MAX_VALUE)
                        .forEach(cell -> shown(
                                        (String) cell[2], set.structure() == Structure.REACH ? "reach" : "participants")
                                .ifPresent(count -> cells.put(set.jsonName() + cell[1], count))));
        return new CountProtection.Earlier(release.name(), release.asOf(), cells);
    }

    private Optional<DisclosedCount> shown(String line, String measure) {
        var reach = read(line, new TypeReference<JsonNode>() {}).path(measure);
        if (!reach.isObject() || reach.path("best").isNull() && !reach.has("disclosure")) {
            return Optional.empty();
        }
        return Optional.of(new DisclosedCount(
                reach.path("best").isNull() ? null : reach.path("best").asLong(),
                null,
                null,
                reach.has("disclosure")
                        ? CountDisclosure.valueOf(reach.path("disclosure").asText())
                        : null));
    }

    /**
     * Stores a release and what it changes. 409 if another one was published since it was computed.
     *
     * @param since name of the release before; null for none
     * @param changed why figures changed since then; null without one
     */
    @Transactional
    UUID store(ReleaseRequest request, Instant asOf, List<FinishedTable> tables, String since, ChangedFigures changed) {
        var now = calendar.now();
        var release = new Release(
                Ids.next(now), request, asOf, running(), now, caller.get().subject());
        var previous = releases.latest(request.programme());
        if (!Objects.equals(since, previous.map(Release::name).orElse(null))) {
            throw refused(Text.of("release.published-meanwhile"));
        }
        previous.ifPresent(release::follows);
        if (request.headlines() != null && !request.headlines().isEmpty()) {
            release.hasHeadlines(json(request.headlines()));
        }
        release.hasFile(LineDigest.of(lines(tables)), LineDigest.ofSorted(lines(tables)));
        releases.persistAndFlush(release);
        addFigures(release, tables);
        var checks = new ArrayList<Finding>();
        if (tables.stream()
                .allMatch(table -> !(table.set() instanceof DimensionSet set && set.structure() == Structure.REACH)
                        || table.cells().isEmpty())) {
            checks.add(new Finding(Check.Code.NO_FIGURES, true, 0, null, Map.of()));
        }
        previous.ifPresent(before -> checks.addAll(compare(release, before, request.reason(), changed)));
        release.checked(json(checks));
        release.hasContent(content(release));
        return release.id();
    }

    /** All that the release shows beside its cells, which have checksums of their own. */
    LineDigest content(Release release) {
        var digest = new LineDigest();
        release.content().forEach(digest::add);
        queries.tables(release.id()).forEach(table -> digest.add(json(table)));
        var after = -1L;
        for (var some = queries.changes(release.id(), after, CELLS_AT_ONCE);
                !some.isEmpty();
                some = queries.changes(release.id(), after, CELLS_AT_ONCE)) {
            for (var change : some) {
                digest.add(json(change));
                after = ((Number) change[0]).longValue();
            }
        }
        return digest;
    }

    private static Stream<String> lines(List<FinishedTable> tables) {
        return tables.stream().flatMap(table -> table.cells().stream()).map(FinishedTable.Cell::line);
    }

    private void addFigures(Release release, List<FinishedTable> tables) {
        var position = 0L;
        for (int i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            queries.addTable(release.id(), i, table, digest(table));
            for (int from = 0; from < table.cells().size(); from += CELLS_AT_ONCE) {
                var some = table.cells()
                        .subList(
                                from,
                                Math.min(from + CELLS_AT_ONCE, table.cells().size()));
                queries.addCells(release.id(), position, table.set().jsonName(), some);
                position += some.size();
            }
        }
    }

    private static LineDigest digest(FinishedTable table) {
        var digest = new LineDigest();
        // The notes too, because a reader sees them beside the cells.
        digest.add(table.head());
        table.cells().forEach(cell -> digest.add(cell.line()));
        return digest;
    }

    private List<Finding> compare(Release release, Release before, ChangeReason stated, ChangedFigures changed) {
        var checks = new ArrayList<Finding>();
        var differing = queries.addChanges(release.id(), before.id());
        checks.add(Finding.since(before, differing == 0 ? Check.Code.NOTHING_CHANGED : Check.Code.CHANGES, differing));
        var versions = release.versions();
        var earlier = before.versions();
        if (!new Release.Versions(earlier.epoch(), versions.calculation(), versions.register(), versions.codelists())
                .equals(earlier)) {
            checks.add(Finding.since(before, Check.Code.OTHER_VERSIONS, 1));
        }
        var unexplained = explain(release, before, stated, changed);
        if (!unexplained.isEmpty()) {
            var count = unexplained.values().stream().mapToLong(Long::longValue).sum();
            checks.add(new Finding(Check.Code.REASON_REQUIRED, true, count, before.name(), unexplained));
        }
        return checks;
    }

    /** Returns how many changes of each table have no reason. */
    private Map<String, Long> explain(Release release, Release before, ChangeReason stated, ChangedFigures changed) {
        var positions = new ArrayList<Long>();
        var reasons = new ArrayList<String>();
        var unexplained = new LinkedHashMap<String, Long>();
        for (var change : queries.changes(release.id(), before.id())) {
            var table = (String) change[1];
            var key = key((String) change[2]);
            if (ReleasedTable.named(table).filter(ReviewTable.class::isInstance).isPresent()) {
                var ofRecords = reasonOfRecords(table, (String) change[3], (Boolean) change[4]);
                positions.add(((Number) change[0]).longValue());
                reasons.add(
                        (ReviewTable.isOfReach(table) ? changed.reasonFor(key).orElse(ofRecords) : ofRecords).name());
                continue;
            }
            // A cell can be shown otherwise because the figures of another one changed.
            var reason = changed.reasonFor(key)
                    .or(() -> reasonOfVersions(release.versions(), before.versions(), table))
                    .or(() -> changed.reasonOfOthers(key))
                    .or(() -> Optional.ofNullable(stated));
            if (reason.isEmpty()) {
                unexplained.merge(table, 1L, Long::sum);
                continue;
            }
            positions.add(((Number) change[0]).longValue());
            reasons.add(reason.get().name());
        }
        queries.explain(release.id(), positions, reasons);
        return unexplained;
    }

    // An amount is another one because entries were booked: also a correction is an entry. What is printed or
    // claimed stays until it is corrected.
    private static ChangeReason reasonOfRecords(String table, String action, boolean wasThere) {
        if (ChangeAction.valueOf(action) == ChangeAction.DELETE) {
            return ChangeReason.WITHDRAWN;
        }
        return wasThere && !ReviewTable.isOfMoney(table) ? ChangeReason.CORRECTION : ChangeReason.NEW;
    }

    private static Optional<ChangeReason> reasonOfVersions(
            Release.Versions versions, Release.Versions before, String table) {
        var byPlace =
                ReleasedTable.named(table).filter(ReleasedTable::isByPlace).isPresent();
        if (byPlace && !versions.register().equals(before.register())) {
            return Optional.of(ChangeReason.BOUNDARY);
        }
        return versions.calculation().equals(before.calculation())
                ? Optional.empty()
                : Optional.of(ChangeReason.RECLASSIFIED);
    }

    private Map<String, String> key(String json) {
        return read(json, new TypeReference<>() {});
    }

    @Transactional
    void publish(UUID id) {
        var release = releases.lock(id).orElseThrow(ProblemException::notFound);
        var today = calendar.today();
        release.refusePublicationBy(caller.get());
        var blocking = checks(release).stream().filter(Check::blocking).findFirst();
        if (blocking.isPresent()) {
            throw refused(blocking.get().detail());
        }
        if (releases.isPublishedOn(release.programme(), today)) {
            throw refused(Text.of("release.published-today"));
        }
        var latest = releases.latest(release.programme()).map(Release::id).orElse(null);
        if (!Objects.equals(latest, release.previousId())) {
            throw refused(Text.of("release.published-meanwhile"));
        }
        var number = releases.nextNumber(release.programme(), today.getYear());
        release.publish(caller.get().subject(), calendar.now(), today, number);
    }

    /** Ends a preparation; its figures are removed. */
    @Transactional
    void discard(UUID id) {
        var release = releases.lock(id).orElseThrow(ProblemException::notFound);
        release.discard();
        queries.removeFigures(id);
    }

    @Transactional
    Page<ReleaseResponse> page(String programme, ReleaseState state, PageRequest request) {
        var visible = mayReadPrepared() ? EnumSet.allOf(ReleaseState.class) : EnumSet.of(ReleaseState.PUBLISHED);
        if (state != null) {
            visible.retainAll(EnumSet.of(state));
        }
        return releases.page(programme, visible, request).map(this::response);
    }

    @Transactional
    ReleaseResponse get(UUID id) {
        return response(visible(id));
    }

    @Transactional
    ReleaseResponse latest(String programme) {
        return response(latestOf(programme));
    }

    /** 404 naming the programmes that have one. */
    Release latestOf(String programme) {
        return releases.latest(programme).orElseThrow(() -> {
            var programmes = releases.publishedProgrammes();
            return ProblemException.of(
                    ProblemType.NOT_FOUND,
                    programmes.isEmpty()
                            ? Text.of("release.none-published")
                            : Text.of("release.programmes", Text.all(programmes)),
                    Map.of("allowed", programmes));
        });
    }

    /** The release, if the caller may see it. */
    Release visible(UUID id) {
        return releases.findByIdOptional(id)
                .filter(release -> release.isPublished() || mayReadPrepared())
                .orElseThrow(ProblemException::notFound);
    }

    /** The same, if it has figures. */
    Release withFigures(UUID id) {
        var release = visible(id);
        if (release.state() == ReleaseState.DISCARDED) {
            throw ProblemException.of(ProblemType.NOT_FOUND, Text.of("release.discarded"));
        }
        return release;
    }

    private boolean mayReadPrepared() {
        return caller.get().may(ReportingAccess.READ_PREPARED_RELEASES);
    }

    private ReleaseResponse response(Release release) {
        var verification = queries.verification(release.id())
                .map(row -> new ReleaseResponse.Verification(
                        (Boolean) row[0], Recalculated.valueOf((String) row[1]), ((Number) row[2]).longValue()))
                .orElse(null);
        var versions = release.versions();
        var mayReadFile = caller.get().may(ReportingAccess.READ_RELEASES);
        return new ReleaseResponse(
                release.id(),
                release.programme(),
                release.name(),
                release.certainty(),
                release.state(),
                release.asOf(),
                versions.epoch(),
                versions.calculation(),
                versions.register(),
                versions.codelists(),
                release.previousId() == null
                        ? null
                        : releases.findById(release.previousId()).name(),
                release.note(),
                release.headlines() == null ? List.of() : read(release.headlines(), new TypeReference<>() {}),
                checks(release),
                queries.tables(release.id()).stream().map(ReleaseService::table).toList(),
                release.rows(),
                mayReadFile ? release.bytes() : null,
                mayReadFile ? release.sha256() : null,
                mayReadFile ? release.sortedSha256() : null,
                release.preparedAt(),
                release.publishedAt(),
                verification,
                etag(release, verification, mayReadFile),
                allowedActions(release));
    }

    // Weak, because the answer has the verification, and texts in one language. One that found no difference is nothing
    // new to a client.
    private static String etag(Release release, ReleaseResponse.Verification verification, boolean mayReadFile) {
        var etag = new StringBuilder("W/").append(release.etag());
        etag.setLength(etag.length() - 1);
        etag.append('-').append(RequestLanguage.ofAnswer().tag());
        if (!mayReadFile) {
            etag.append("-public");
        }
        if (verification != null && !(verification.intact() && verification.differences() == 0)) {
            etag.append('-').append(verification.intact());
            etag.append('-').append(verification.recalculated());
            etag.append('-').append(verification.differences());
        }
        return etag.append('"').toString();
    }

    private static ReleaseResponse.Table table(ReleaseQueries.StoredTable stored) {
        // A table that releases no longer have is in the earlier ones.
        var set = ReleasedTable.named(stored.name());
        return new ReleaseResponse.Table(
                stored.name(),
                stored.report(),
                stored.dimensions(),
                stored.additive(),
                set.filter(ReleasedTable::isByPlace).isPresent(),
                stored.rows(),
                set.map(ReleasedTableFormats::dimensions).orElse(List.of()),
                set.map(ReleasedTableFormats::measures).orElse(List.of()));
    }

    private List<String> allowedActions(Release release) {
        var actions = new ArrayList<String>();
        if (release.state() == ReleaseState.PREPARED) {
            if (caller.get().may(ReportingAccess.PUBLISH_RELEASES)) {
                actions.add("publication");
            }
            if (caller.get().may(ReportingAccess.PREPARE_RELEASES)) {
                actions.add("discarding");
            }
        }
        return actions;
    }

    /** What figures depend on now, beside the records. */
    Release.Versions running() {
        return new Release.Versions(queries.epoch(), calculation.version(), register.version(), CODELISTS);
    }

    private static String codelistVersion() {
        var digest = new LineDigest();
        Codelists.all().forEach(list -> digest.add(list.toString()));
        return digest.sha256().substring(0, 16);
    }

    private List<Check> checks(Release release) {
        List<Finding> found = read(release.checks(), new TypeReference<>() {});
        return found.stream().map(Finding::toCheck).toList();
    }

    /**
     * What is stored of a check, which has no words of its own.
     *
     * @param before name of the release before, if there is one
     * @param tables in which tables the cells are, and how many in each, where that is asked
     */
    record Finding(Check.Code code, boolean blocking, long count, String before, Map<String, Long> tables) {
        static Finding since(Release before, Check.Code code, long count) {
            return new Finding(code, false, count, before.name(), Map.of());
        }

        Check toCheck() {
            return new Check(code, blocking, count, inWords());
        }

        private Text inWords() {
            return switch (code) {
                case NO_FIGURES -> Text.of("release.no-figures");
                case REASON_REQUIRED -> Text.of("release.reason-required", Text.all(cellsByTable()));
                case NOTHING_CHANGED -> Text.of("release.nothing-changed", before);
                case OTHER_VERSIONS -> Text.of("release.other-versions", before);
                case CHANGES -> Text.of("release.changes", count, before);
            };
        }

        // As in "reach-by-year (2)".
        private List<String> cellsByTable() {
            return tables.entrySet().stream()
                    .map(table -> table.getKey() + " (" + table.getValue() + ")")
                    .toList();
        }
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
