package nl.doorlichting.reporting.releases;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.api.releases.JsonStat;
import nl.doorlichting.api.releases.JsonStat.CellWriter;
import nl.doorlichting.api.releases.JsonStat.Language;
import nl.doorlichting.api.releases.JsonStatDimension;
import nl.doorlichting.api.releases.JsonStatDimension.Category;
import nl.doorlichting.api.releases.JsonStatDimension.Role;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.releases.CellKey;
import nl.doorlichting.domain.releases.ReleaseCell;
import nl.doorlichting.domain.releases.ReleaseCsv;
import nl.doorlichting.domain.releases.ReleaseName;
import nl.doorlichting.domain.releases.ReleaseTable;
import nl.doorlichting.platform.documents.StreamedFile;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.releases.ReleaseResponse.Measure;
import nl.doorlichting.reporting.releases.ReleaseResponse.TableDimension;
import nl.doorlichting.reporting.releases.tables.DimensionSet;
import nl.doorlichting.reporting.releases.tables.ReleasedTable;
import nl.doorlichting.reporting.releases.tables.ReviewTable;

/**
 * Tables of releases as CSV and JSON-stat. Cells are read in parts while they are sent, and not with one cursor: a release
 * never changes, and a slow client would keep a transaction open.
 */
@ApplicationScoped
class ReleasedTableFormats {
    static final String CSV = "text/csv;charset=UTF-8;header=present";
    static final String JSON_STAT = "application/json";

    private static final int CELLS_AT_ONCE = 5_000;
    private static final String PART = "part";
    private static final String SOURCE = "source";

    private static final List<Column> REACH = List.of(
            participations("/reach/best", "best", "beste schatting", "best estimate"),
            participations("/reach/lowest", "lowest", "ten minste", "at least"),
            participations("/reach/highest", "highest", "ten hoogste", "at most"));
    private static final List<Column> TRAINING = List.of(
            new Column("/sessions/planned", "planned", "gepland", "planned", "trainingen", "sessions", 0),
            new Column("/sessions/held", "held", "gehouden", "held", "trainingen", "sessions", 0),
            participations("/participants/best", "best", "deelnemers, beste schatting", "participants, best estimate"),
            participations("/participants/lowest", "lowest", "deelnemers, ten minste", "participants, at least"),
            participations("/participants/highest", "highest", "deelnemers, ten hoogste", "participants, at most"),
            new Column("/rating/mean", "ratingMean", "gemiddeld cijfer", "mean rating", "cijfer", "rating", 1),
            new Column("/sessions/cancelled", "cancelled", "afgelast", "cancelled", "trainingen", "sessions", 0),
            new Column("/sessions/toCome", "toCome", "nog te houden", "to come", "trainingen", "sessions", 0),
            new Column("/sessions/neverHeld", "neverHeld", "nooit gehouden", "never held", "trainingen", "sessions", 0),
            participations(
                    "/expectedParticipants/best",
                    "expectedBest",
                    "verwachte deelnemers, beste schatting",
                    "expected participants, best estimate"));

    private static final List<Column> MONEY = Stream.of(
                    new String[] {"budgeted", "begroot", "budgeted"},
                    new String[] {"reallocated", "herbestemd", "reallocated"},
                    new String[] {"spendable", "besteedbaar", "spendable"},
                    new String[] {"committed", "verplicht", "committed"},
                    new String[] {"available", "beschikbaar", "available"},
                    new String[] {"disbursed", "besteed", "disbursed"},
                    new String[] {"left", "over", "left"})
            .flatMap(amount -> Stream.of(
                    euros("/" + amount[0] + "/amount", amount[0], amount[1], amount[2]),
                    euros(
                            "/rounding/" + amount[0] + "/amount",
                            amount[0] + "Rounding",
                            amount[1] + ", afronding",
                            amount[2] + ", rounding")))
            .toList();
    private static final List<Column> DESTINATIONS =
            List.of(euros("/reallocated/amount", "reallocated", "herbestemd", "reallocated"));
    private static final List<Column> PROJECTS = List.of(
            projects("count", "geteld", "counted"),
            projects("described", "beschreven", "described"),
            new Column("/awards", "awards", "toekenningen", "awards", "toekenningen", "awards", 0));

    private static final Map<String, Label> LABELS_OF_REVIEW = Map.of(
            "budgetLine", new Label("begrotingsregel", "budget line", null),
            "destination", new Label("bestemming", "destination", null),
            "reason", new Label("reden", "reason", "reallocation-reasons"),
            "printedTable", new Label("gedrukte tabel", "printed table", null),
            "finding", new Label("bevinding", "finding", null),
            "claim", new Label("bewering", "claim", null),
            "project", new Label("project", "project", null),
            "lesson", new Label("les", "lesson", null),
            "statement", new Label("uitspraak", "statement", null));
    /** No part of a key in these formats can have these. */
    private static final String RESERVED = "[=;|\\p{Cntrl}]";

    private static final Map<Dimension, Label> LABELS = Map.ofEntries(
            Map.entry(Dimension.PERIOD, new Label("periode", "period", null)),
            Map.entry(Dimension.YEAR, new Label("jaar", "year", null)),
            Map.entry(Dimension.TARGET_GROUP, new Label("doelgroep", "target group", "target-groups")),
            Map.entry(Dimension.TRACK, new Label("spoor", "track", "tracks")),
            Map.entry(Dimension.ACTION_LINE, new Label("actielijn", "action line", "action-lines")),
            Map.entry(
                    Dimension.FUNDING_INSTRUMENT,
                    new Label("financieringsinstrument", "funding instrument", "funding-instruments")),
            Map.entry(
                    Dimension.INTERVENTION_TYPE,
                    new Label("soort interventie", "type of intervention", "intervention-types")),
            Map.entry(Dimension.PROJECT, new Label("project", "project", null)),
            Map.entry(Dimension.INTENSITY, new Label("intensiteit", "intensity", "reach-intensities")),
            Map.entry(Dimension.PROVINCE, new Label("provincie", "province", null)),
            Map.entry(Dimension.MUNICIPALITY, new Label("gemeente", "municipality", null)),
            Map.entry(Dimension.TRAINING_TYPE, new Label("soort training", "type of training", null)));
    /** Where a row has the counts of people that its disclosure is of. */
    private static final List<String> COUNTS = List.of("/reach/", "/participants/");

    private static final Label SOURCES = new Label("bron", SOURCE, "reach-sources");

    private final ReleaseService releases;
    private final ReleasedFigureService figures;
    private final ReleaseQueries queries;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;

    ReleasedTableFormats(
            ReleaseService releases,
            ReleasedFigureService figures,
            ReleaseQueries queries,
            MunicipalityRegister register,
            ObjectMapper mapper) {
        this.releases = releases;
        this.figures = figures;
        this.queries = queries;
        this.register = register;
        this.mapper = mapper;
    }

    /** A measure, and where a row of the report has it. */
    private record Column(String pointer, Measure measure) {
        Column(
                String pointer,
                String name,
                String labelDutch,
                String labelEnglish,
                String unitDutch,
                String unitEnglish,
                int decimals) {
            this(pointer, new Measure(name, labelDutch, labelEnglish, unitDutch, unitEnglish, decimals));
        }

        JsonStat.Measure toJsonStat() {
            return new JsonStat.Measure(
                    measure.name(),
                    measure.labelDutch(),
                    measure.labelEnglish(),
                    measure.unitDutch(),
                    measure.unitEnglish(),
                    measure.decimals(),
                    COUNTS.stream().anyMatch(pointer::startsWith));
        }
    }

    private static Column participations(String pointer, String name, String labelDutch, String labelEnglish) {
        return new Column(pointer, name, labelDutch, labelEnglish, "deelnames", "participations", 0);
    }

    private static Column euros(String pointer, String name, String labelDutch, String labelEnglish) {
        return new Column(pointer, name, labelDutch, labelEnglish, "euro", "euros", 2);
    }

    private static Column projects(String name, String labelDutch, String labelEnglish) {
        return new Column("/" + name, name, labelDutch, labelEnglish, "projecten", "projects", 0);
    }

    /** The measures that a table has in these formats; none for a table without them. */
    static List<Measure> measures(ReleasedTable set) {
        return columns(set).stream().map(Column::measure).toList();
    }

    // A cell of effects has figures of several kinds, and the other tables are of texts: these formats have no
    // place for them.
    private static List<Column> columns(ReleasedTable table) {
        if (table instanceof DimensionSet set) {
            return switch (set.structure()) {
                case REACH -> REACH;
                case TRAINING -> TRAINING;
                default -> List.of();
            };
        }
        return switch ((ReviewTable) table) {
            case MONEY_BY_BUDGET_LINE_AND_YEAR -> MONEY;
            case MONEY_BY_DESTINATION_AND_YEAR -> DESTINATIONS;
            case PROJECTS_BY_FUNDING_INSTRUMENT -> PROJECTS;
            default -> List.of();
        };
    }

    /** What the rows of a table are by. */
    static List<TableDimension> dimensions(ReleasedTable table) {
        return names(table).stream()
                .filter(name -> !(table instanceof DimensionSet set
                        && set.structure() == Structure.EFFECTS
                        && name.equals(SOURCE)))
                .map(name -> label(name).named(name))
                .toList();
    }

    private static List<String> names(ReleasedTable table) {
        var by = Stream.of(table.dimensions().split(","));
        return (table instanceof DimensionSet ? Stream.concat(Stream.of(SOURCE), by) : by).toList();
    }

    private static Label label(String name) {
        return Dimension.named(name).map(LABELS::get).orElseGet(() -> LABELS_OF_REVIEW.getOrDefault(name, SOURCES));
    }

    /** What a dimension is called, and the codelist of its values if there is one. */
    private record Label(String dutch, String english, String codelist) {
        TableDimension named(String name) {
            return new TableDimension(name, dutch, english, codelist);
        }
    }

    /** Rows and totals. */
    StreamedFile csv(UUID id, String name) {
        var release = releases.withFigures(id);
        var table = Table.of(figures.readable(release, name), release);
        var columns = table.toReleaseTable();
        return new StreamedFile(table.fileName() + ".csv", CSV, etag(release, columns), body -> {
            var csv = new ReleaseCsv(columns, body);
            forEach(table, csv::write);
            csv.finish();
        });
    }

    /** Rows only: a total is a cell of another set of dimensions, and a dataset has one set. */
    StreamedFile jsonStat(UUID id, String name, Language language) {
        var release = releases.withFigures(id);
        if (!release.isPublished()) {
            throw ProblemException.notFound();
        }
        var table = Table.of(figures.readable(release, name), release);
        var versions = releases.running();
        var etag = etag(
                release,
                dimensions(table.set()),
                measures(table.set()),
                versions.codelists(),
                versions.register(),
                language);
        return new StreamedFile(table.fileName() + ".json", JSON_STAT, etag, body -> {
            var dataset = new JsonStat(
                    ReleaseName.of(release.programme(), release.name()),
                    table.label(Label::dutch, "naar", "en"),
                    table.label(Label::english, "by", "and"),
                    "Doorlichting",
                    release.publishedAt(),
                    dimensions(table),
                    table.measures().stream().map(Column::toJsonStat).toList());
            dataset.write(cells -> forEachRow(table, cells), language, body);
        });
    }

    // Columns and labels are those of this build. What is stored cannot change.
    private static String etag(Release release, Object... labels) {
        var digest = new LineDigest();
        digest.add(release.figuresEtag());
        Stream.of(labels).forEach(label -> digest.add(label.toString()));
        return '"' + digest.sha256() + '"';
    }

    /** A table that has these formats. */
    private record Table(UUID release, String fileName, ReleasedTable set, List<Column> measures) {
        static Table of(ReleasedTable set, Release release) {
            var measures = columns(set);
            if (measures.isEmpty()) {
                throw ProblemException.of(
                        ProblemType.NOT_ACCEPTABLE,
                        Text.of("release.json-only", set.jsonName()),
                        Map.of("allowed", List.of(JSON_STAT)));
            }
            return new Table(
                    release.id(), release.programme() + "-" + release.name() + "-" + set.jsonName(), set, measures);
        }

        ReleaseTable toReleaseTable() {
            var columns = new ArrayList<ReleaseTable.Column>();
            names(set).forEach(name -> columns.add(ReleaseTable.Column.dimension(name)));
            measures.forEach(column ->
                    columns.add(ReleaseTable.Column.measure(column.measure().name())));
            return new ReleaseTable(set.jsonName(), columns);
        }

        String label(Function<Label, String> language, String by, String and) {
            return language.apply(about()) + " " + by + " "
                    + Stream.of(set.dimensions().split(","))
                            .map(ReleasedTableFormats::label)
                            .map(language)
                            .collect(Collectors.joining(" " + and + " "));
        }

        private Label about() {
            if (set == ReviewTable.PROJECTS_BY_FUNDING_INSTRUMENT) {
                return new Label("Projecten", "Projects", null);
            }
            if (set instanceof ReviewTable) {
                return new Label("Geld", "Money", null);
            }
            return isOfReach() ? new Label("Bereik", "Reach", null) : new Label("Trainingen", "Trainings", null);
        }

        private boolean isOfReach() {
            return set instanceof DimensionSet by && by.structure() == Structure.REACH;
        }

        /** Where a row has how its count is protected. */
        String disclosure() {
            return isOfReach() ? "/reach/disclosure" : "/participants/disclosure";
        }
    }

    private List<JsonStatDimension> dimensions(Table table) throws IOException {
        var values = new LinkedHashMap<String, TreeSet<String>>();
        names(table.set()).forEach(name -> values.put(name, new TreeSet<>()));
        forEachRow(
                table,
                cell -> values.forEach((name, found) -> {
                    var value = cell.key().get(name);
                    found.add(value == null ? Dimension.NOT_STATED : value);
                }));
        var lines = linesOfBudget(table);
        return values.entrySet().stream()
                .map(entry -> dimension(entry.getKey(), entry.getValue(), lines))
                .toList();
    }

    /** Names of the budget lines by their codes; none in a table that is not by these. */
    private Map<String, String> linesOfBudget(Table table) throws IOException {
        var names = new HashMap<String, String>();
        if (table.set() == ReviewTable.MONEY_BY_BUDGET_LINE_AND_YEAR) {
            for (var cell : queries.cells(table.release(), table.set().jsonName(), -1, Integer.MAX_VALUE)) {
                var line = mapper.readTree((String) cell[2]);
                names.put(
                        written(line.path("budgetLine").asText()),
                        line.path("name").asText());
            }
        }
        return names;
    }

    private JsonStatDimension dimension(String name, TreeSet<String> values, Map<String, String> lines) {
        var dimension = Dimension.named(name);
        var label = label(name);
        if (label.codelist() != null) {
            return JsonStatDimension.of(
                    name,
                    label.dutch(),
                    label.english(),
                    Codelists.find(label.codelist()).orElseThrow());
        }
        if (dimension.isEmpty()) {
            return new JsonStatDimension(
                    name,
                    label.dutch(),
                    label.english(),
                    Role.OTHER,
                    values.stream()
                            .map(value -> new Category(value, lines.getOrDefault(value, value)))
                            .toList());
        }
        var role = switch (dimension.get().kind()) {
            case TIME -> Role.TIME;
            case PLACE -> Role.GEO;
            default -> Role.OTHER;
        };
        var categories =
                values.stream().map(value -> category(dimension.get(), value)).toList();
        return new JsonStatDimension(name, label.dutch(), label.english(), role, categories);
    }

    private Category category(Dimension dimension, String value) {
        if (value.equals(Dimension.NOT_STATED)) {
            return JsonStatDimension.NOT_STATED;
        }
        return new Category(
                value,
                switch (dimension) {
                    case MUNICIPALITY ->
                        register.find(value).map(Municipality::name).orElse(value);
                    case PROVINCE ->
                        register.all().stream()
                                .map(Municipality::province)
                                .filter(province ->
                                        province != null && province.code().equals(value))
                                .findFirst()
                                .map(province -> province.name())
                                .orElse(value);
                    default -> value;
                });
    }

    private void forEachRow(Table table, CellWriter writer) throws IOException {
        forEach(table, cell -> {
            if (cell.key().dimensions().containsAll(names(table.set()))) {
                writer.write(cell);
            }
        });
    }

    private void forEach(Table table, CellWriter writer) throws IOException {
        var after = -1L;
        var found = queries.cells(table.release(), table.set().jsonName(), after, CELLS_AT_ONCE);
        while (!found.isEmpty()) {
            for (var cell : found) {
                after = ((Number) cell[0]).longValue();
                writer.write(cell(table, (String) cell[1], (String) cell[2]));
            }
            found = queries.cells(table.release(), table.set().jsonName(), after, CELLS_AT_ONCE);
        }
    }

    private ReleaseCell cell(Table table, String keyJson, String line) throws IOException {
        Map<String, String> key = mapper.readValue(keyJson, new TypeReference<LinkedHashMap<String, String>>() {});
        key.remove(PART);
        key.replaceAll((name, value) -> written(value));
        var row = mapper.readTree(line);
        var measures = new ArrayList<Number>();
        table.measures().forEach(column -> measures.add(number(row.at(column.pointer()))));
        var disclosure = row.at(table.disclosure());
        return new ReleaseCell(
                new CellKey(List.copyOf(key.keySet()), new ArrayList<>(key.values())),
                measures,
                disclosure.isTextual() ? CountDisclosure.valueOf(disclosure.textValue()) : null);
    }

    /** A value as these formats can have it: names of destinations and codes of lines are free texts. */
    private static String written(String value) {
        return value == null ? null : value.replaceAll(RESERVED, " ");
    }

    private static Number number(JsonNode value) {
        if (value.isTextual()) {
            return new BigDecimal(value.textValue());
        }
        if (!value.isNumber()) {
            return null;
        }
        return value.isIntegralNumber() ? (Number) value.longValue() : value.decimalValue();
    }
}
