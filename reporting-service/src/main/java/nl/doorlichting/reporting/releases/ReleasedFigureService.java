package nl.doorlichting.reporting.releases;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.releases.ChangeAction;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.domain.releases.ReleaseName;
import nl.doorlichting.domain.releases.ReleaseStatus;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.documents.Attachment;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.releases.ReleaseQueries.StoredTable;
import nl.doorlichting.reporting.releases.tables.DimensionSet;
import nl.doorlichting.reporting.releases.tables.FinishedTable;
import nl.doorlichting.reporting.releases.tables.ReleasedTable;
import nl.doorlichting.reporting.releases.tables.ReviewTable;

/** Reads the stored figures of releases. It computes nothing, so that an answer stays the same. */
@ApplicationScoped
class ReleasedFigureService {
    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final int LINES_AT_ONCE = 5_000;
    private static final String SEPARATOR = "\n";

    private final ReleaseService releases;
    private final ReleaseRepository repository;
    private final ReleaseQueries queries;
    private final CurrentCaller caller;
    private final ObjectMapper mapper;

    ReleasedFigureService(
            ReleaseService releases,
            ReleaseRepository repository,
            ReleaseQueries queries,
            CurrentCaller caller,
            ObjectMapper mapper) {
        this.releases = releases;
        this.repository = repository;
        this.queries = queries;
        this.caller = caller;
        this.mapper = mapper;
    }

    /** The table of a report of the gateway in a release, the latest one for null; refuses as the report does. */
    @Transactional
    ReportedTable reported(Structure structure, String programme, String name, String by) {
        var set = dimensionSet(structure, by);
        set.ifPresent(this::refuseUnlessReadable);
        var violations = new ArrayList<Violation>();
        if (set.isEmpty()) {
            violations.add(unknownSet(structure));
        }
        var published = programme == null ? repository.publishedProgrammes() : List.of(programme);
        if (published.size() != 1) {
            violations.add(programmeRequired(published));
        }
        if (name != null && !ReleaseName.isNumber(name)) {
            violations.add(wrongNumber("release"));
        }
        ProblemException.refuse(violations);
        var release = named(published.get(0), name);
        var table = queries.table(release.id(), set.get().jsonName()).orElseThrow(ProblemException::notFound);
        return new ReportedTable(release, table);
    }

    /** A table that a report shows. */
    record ReportedTable(Release release, StoredTable table) {
        /** Of the report in this language. */
        String etag(Language language) {
            var figures = release.figuresEtag();
            return figures.substring(0, figures.length() - 1) + "-" + language.tag() + '"';
        }
    }

    /** The report as the release has it. */
    @Transactional
    String report(ReportedTable reported, Language language) {
        return assemble(reported.release(), reported.table(), language);
    }

    /** A published release; the latest one for null. */
    @Transactional
    Release published(String programme, String name) {
        if (programme == null) {
            throw ProblemException.violation(programmeRequired(repository.publishedProgrammes()));
        }
        return named(programme, name);
    }

    /** What the review page shows beside figures: the tables that the release has of it, each with its rows as stored. */
    @Transactional
    String review(Release release) {
        var review = new StringBuilder("{\"release\":").append(json(Reference.of(release)));
        for (var table : queries.tables(release.id())) {
            if (ReleasedTable.named(table.name())
                    .filter(ReviewTable.class::isInstance)
                    .isPresent()) {
                review.append(",\"")
                        .append(table.name())
                        .append("\":[")
                        .append(queries.cells(release.id(), table.name(), -1, Integer.MAX_VALUE).stream()
                                .map(cell -> (String) cell[2])
                                .collect(Collectors.joining(",")))
                        .append(']');
            }
        }
        return review.append('}').toString();
    }

    private static Optional<DimensionSet> dimensionSet(Structure structure, String by) {
        try {
            return DimensionSet.of(structure, Set.copyOf(structure.by(by)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Violation unknownSet(Structure structure) {
        var allowed = DimensionSet.of(structure).map(DimensionSet::dimensions).toList();
        return Violation.query(
                "by",
                ViolationCode.UNKNOWN_VALUE,
                Map.of("allowed", allowed),
                Text.of(
                        "release.dimensions",
                        allowed.stream().map(names -> "\"" + names + "\"").toList()));
    }

    /** 401 or 403 for a table by place and a caller that may read only national figures. */
    private void refuseUnlessReadable(ReleasedTable set) {
        if (set.isByPlace() && !caller.get().may(ReportingAccess.READ_RELEASES)) {
            caller.refuseAnonymous();
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("release.no-role-by-place"));
        }
    }

    /** It need not be stated while anything is published of one only. */
    private static Violation programmeRequired(List<String> published) {
        return Violation.query(
                "programme",
                ViolationCode.REQUIRED,
                Map.of("allowed", published),
                published.isEmpty() ? Text.of("release.none-published") : Text.of("release.one-programme", published));
    }

    private Release named(String programme, String name) {
        return name == null ? releases.latestOf(programme) : find(programme, name, "release");
    }

    private Release find(String programme, String name, String parameter) {
        return repository
                .published(programme, releaseName(programme, name, parameter))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND,
                        Text.of(
                                "release.unknown",
                                name,
                                programme,
                                releases.latestOf(programme).name())));
    }

    private static ReleaseName releaseName(String programme, String name, String parameter) {
        try {
            return ReleaseName.of(programme, name);
        } catch (IllegalArgumentException noName) {
            throw ProblemException.violation(wrongNumber(parameter));
        }
    }

    private static Violation wrongNumber(String parameter) {
        return Violation.query(parameter, ViolationCode.WRONG_FORMAT, Map.of(), Text.of("release.number-format"));
    }

    private String assemble(Release release, StoredTable table, Language language) {
        var parts = new LinkedHashMap<FinishedTable.Part, StringBuilder>();
        parts.put(FinishedTable.Part.ROW, new StringBuilder());
        parts.put(FinishedTable.Part.TOTAL, new StringBuilder());
        parts.put(FinishedTable.Part.UNALLOCATED, new StringBuilder());
        for (var cell : queries.cells(release.id(), table.name(), -1, Integer.MAX_VALUE)) {
            var line = (String) cell[2];
            parts.forEach((part, rows) -> {
                var prefix = FinishedTable.prefix(table.name(), part);
                if (line.startsWith(prefix)) {
                    rows.append(rows.isEmpty() ? "{" : ",{").append(line, prefix.length(), line.length());
                }
            });
        }
        var report = new StringBuilder(head(table, language));
        report.setLength(report.length() - 1);
        parts.forEach((part, rows) -> report.append(",\"")
                .append(part.field())
                .append("\":[")
                .append(rows)
                .append(']'));
        return report.append(",\"release\":")
                .append(json(Reference.of(release)))
                .append(",\"additive\":")
                .append(table.additive())
                .append('}')
                .toString();
    }

    /** What the report has beside its rows, with its notes in this language. */
    private String head(StoredTable table, Language language) {
        var head = read(table.head(), new TypeReference<ObjectNode>() {});
        for (var note : head.path("notes")) {
            var detail = note.path("detail").path(language.tag());
            if (detail.isTextual()) {
                ((ObjectNode) note).set("detail", detail);
            }
        }
        return json(head);
    }

    /** Which release a report is of. */
    record Reference(
            UUID id, String programme, String name, ReleaseStatus certainty, Instant asOf, Instant publishedAt) {
        static Reference of(Release release) {
            return new Reference(
                    release.id(),
                    release.programme(),
                    release.name(),
                    release.certainty(),
                    release.asOf(),
                    release.publishedAt());
        }
    }

    /** The table of a release; 404 naming those that it has, 401 or 403 for a caller that may not read it. */
    ReleasedTable readable(Release release, String name) {
        var tables =
                queries.tables(release.id()).stream().map(StoredTable::name).toList();
        var set = ReleasedTable.named(name)
                .filter(found -> tables.contains(name))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND, Text.of("release.tables", Text.all(tables)), Map.of("allowed", tables)));
        refuseUnlessReadable(set);
        return set;
    }

    /** Of the cells of a table; refuses as they do. */
    @Transactional
    String etag(UUID id, String name, PageRequest request) {
        var release = releases.withFigures(id);
        readable(release, name);
        position(id, name, request);
        return release.figuresEtag();
    }

    private static long position(UUID id, String name, PageRequest request) {
        return request.cursor() == null ? -1 : Long.parseLong(ReleaseCursor.decode(listOf(id, name), request.cursor()));
    }

    private static String listOf(UUID id, String name) {
        return id + "/" + name;
    }

    /** Cells of a table, in their order. */
    @Transactional
    Page<ReleasedCell> cells(UUID id, String name, PageRequest request) {
        var release = releases.withFigures(id);
        readable(release, name);
        var table = queries.table(id, name).orElseThrow(ProblemException::notFound);
        var rows = queries.cells(id, name, position(id, name, request), request.size() + 1);
        return page(
                rows,
                table.rows(),
                request,
                row -> new ReleasedCell(key((String) row[1]), measures((String) row[1], (String) row[2])),
                row -> ReleaseCursor.encode(listOf(id, name), row[0].toString()));
    }

    /** A release and an earlier one; 410 for one of another epoch. */
    @Transactional
    Pair pair(UUID id, String name, String epoch) {
        var release = releases.withFigures(id);
        if (epoch != null && !epoch.equals(release.epoch())) {
            throw otherEpoch(release);
        }
        var since = find(release.programme(), name, "since");
        if (!since.epoch().equals(release.epoch())) {
            throw otherEpoch(release);
        }
        if (since.asOf().isAfter(release.asOf())) {
            throw ProblemException.violation(Violation.query(
                    "since",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", release.name()),
                    Text.of("release.since-later", since.name())));
        }
        return new Pair(release, since);
    }

    /** Two releases of one epoch. */
    record Pair(Release release, Release since) {
        /** Of a page of their changes; 400 for a cursor of another list. */
        String etag(PageRequest request) {
            position(request);
            return release.figuresEtag();
        }

        private String[] position(PageRequest request) {
            return request.cursor() == null
                    ? new String[] {"", ""}
                    : ReleaseCursor.decode(list(), request.cursor()).split(SEPARATOR, 2);
        }

        private String list() {
            return release.id() + "/changes/" + since.id();
        }
    }

    /** What differs between an earlier release and this one. */
    @Transactional
    Page<ReleasedChange> changes(Pair pair, PageRequest request) {
        var release = pair.release();
        var since = pair.since();
        var rows = queries.changedSince(release, since, pair.position(request), request.size() + 1);
        return page(
                rows,
                queries.countChangedSince(release, since, Page.Total.EXACT_UP_TO + 1),
                request,
                this::change,
                row -> ReleaseCursor.encode(pair.list(), row[0] + SEPARATOR + row[1]));
    }

    private static ProblemException otherEpoch(Release release) {
        return ProblemException.of(
                ProblemType.GONE,
                Text.of("release.other-epoch"),
                Map.of("whole", ReleaseResource.PATH + "/" + release.id() + "/file"));
    }

    private ReleasedChange change(Object[] row) {
        var action = ChangeAction.valueOf((String) row[2]);
        return new ReleasedChange(
                (String) row[0],
                key((String) row[1]),
                action,
                row[3] == null ? null : ChangeReason.valueOf((String) row[3]),
                action == ChangeAction.DELETE ? null : measures((String) row[1], (String) row[4]),
                (String) row[5],
                action == ChangeAction.DELETE ? null : (String) row[4]);
    }

    private static <T> Page<T> page(
            List<Object[]> rows,
            long total,
            PageRequest request,
            Function<Object[], T> item,
            Function<Object[], String> cursor) {
        var shown = rows.subList(0, Math.min(rows.size(), request.size()));
        var next = rows.size() > request.size() ? cursor.apply(shown.get(shown.size() - 1)) : null;
        return new Page<>(
                shown.stream().map(item).toList(),
                Page.Total.of(total),
                new Page.Links(request.selfLink(), request.link(null), next == null ? null : request.link(next), null));
    }

    private Map<String, Object> key(String json) {
        return read(json, new TypeReference<>() {});
    }

    private Map<String, Object> measures(String key, String line) {
        Map<String, Object> fields = read(line, new TypeReference<LinkedHashMap<String, Object>>() {});
        fields.keySet().removeAll(key(key).keySet());
        fields.remove("table");
        return fields;
    }

    /** The whole release as one file: read in parts, each by itself, because it never changes. */
    @Transactional
    Attachment file(UUID id) {
        var release = releases.withFigures(id);
        return new Attachment(
                release.programme() + "-" + Objects.requireNonNullElse(release.name(), "prepared") + ".ndjson",
                MEDIA_TYPE,
                release.bytes(),
                release.sha256(),
                number -> part(id, number));
    }

    private Optional<byte[]> part(UUID id, int number) {
        var lines = QuarkusTransaction.requiringNew()
                .call(() -> queries.lines(id, (long) number * LINES_AT_ONCE, LINES_AT_ONCE));
        return lines.isEmpty() ? Optional.empty() : Optional.of(LineDigest.encode(String.join(SEPARATOR, lines)));
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
