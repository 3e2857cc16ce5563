package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.publishedtables.PublishedTable;
import nl.doorlichting.domain.publishedtables.TableFindingKind;
import nl.doorlichting.domain.publishedtables.TableFindingName;
import nl.doorlichting.reporting.catalogue.CatalogueItem;
import nl.doorlichting.reporting.catalogue.CatalogueService;
import nl.doorlichting.reporting.claims.ClaimResponse;
import nl.doorlichting.reporting.claims.ClaimService;
import nl.doorlichting.reporting.embeddings.EmbeddingService;
import nl.doorlichting.reporting.findingacceptances.FindingAcceptanceService;
import nl.doorlichting.reporting.findingacceptances.FindingAcceptanceService.Reason;
import nl.doorlichting.reporting.publishedtables.PublishedTableService;
import nl.doorlichting.reporting.publishedtables.PublishedTableService.PublicTable;
import nl.doorlichting.reporting.publishedtables.TableAuditResponse;
import nl.doorlichting.reporting.releases.tables.FinishedTable.Part;

/**
 * Makes the tables of a release that its review page shows beside figures: money by budget line and by destination, printed
 * tables with what is found in them, claims as the figures of this release bear them out, public projects and lessons, and
 * what was stated about what will last (ADR 86).
 */
@ApplicationScoped
class ReviewTables {
    private static final List<String> AMOUNTS =
            List.of("budgeted", "reallocated", "spendable", "committed", "available", "disbursed", "left", "rounding");

    private final FundingFigures funding;
    private final PublishedTableService printed;
    private final FindingAcceptanceService acceptances;
    private final ClaimService claims;
    private final CatalogueService catalogue;
    private final EmbeddingService embeddings;
    private final ObjectMapper mapper;

    ReviewTables(
            FundingFigures funding,
            PublishedTableService printed,
            FindingAcceptanceService acceptances,
            ClaimService claims,
            CatalogueService catalogue,
            EmbeddingService embeddings,
            ObjectMapper mapper) {
        this.funding = funding;
        this.printed = printed;
        this.acceptances = acceptances;
        this.claims = claims;
        this.catalogue = catalogue;
        this.embeddings = embeddings;
        this.mapper = mapper;
    }

    /**
     * All of them. Needs a request with the token of a caller that may read the money.
     *
     * @param figures the finished tables of figures of the same release, to which claims are held
     */
    List<FinishedTable> tables(String programme, Instant asOf, List<FinishedTable> figures) {
        var budget = funding.budget(programme, asOf);
        var tables = QuarkusTransaction.requiringNew().call(() -> printed.publicThen(programme, asOf));
        var stated = QuarkusTransaction.requiringNew().call(() -> claims.publicThen(programme, asOf));
        var projects = QuarkusTransaction.requiringNew().call(() -> catalogue.projects(programme, asOf));
        return List.of(
                lines(budget),
                destinations(budget),
                projects(budget),
                printed(tables),
                findings(programme, asOf, tables),
                claims(stated, new ReleasedClaims(figures, budget, contents(tables), mapper)),
                projects(projects),
                lessons(programme, asOf),
                statements(programme, asOf, projects),
                reach(figures, projects));
    }

    private FinishedTable lines(FundingFigures.Budget budget) {
        var rows = new Rows(ReviewTable.MONEY_BY_BUDGET_LINE_AND_YEAR);
        budget.lines()
                .forEach(line -> line.amounts().forEach(amounts -> {
                    var key = new LinkedHashMap<String, String>();
                    key.put("budgetLine", line.code());
                    var fields = mapper.createObjectNode();
                    fields.put("budgetLine", line.code());
                    year(amounts, key, fields);
                    fields.put("name", line.name());
                    fields.put("parent", line.parent());
                    // Lists of entries are for those who may read the budget.
                    AMOUNTS.forEach(name -> fields.set(name, amounts.fields().path(name)));
                    rows.add(amounts.year() == null ? Part.TOTAL : Part.ROW, key, fields);
                }));
        return rows.table();
    }

    private FinishedTable destinations(FundingFigures.Budget budget) {
        var rows = new Rows(ReviewTable.MONEY_BY_DESTINATION_AND_YEAR);
        budget.destinations()
                .forEach(to -> to.amounts().forEach(amounts -> {
                    var key = new LinkedHashMap<String, String>();
                    key.put("destination", to.name());
                    key.put("reason", to.reason());
                    var fields = mapper.createObjectNode();
                    fields.put("destination", to.name());
                    fields.put("reason", to.reason());
                    year(amounts, key, fields);
                    fields.set("reallocated", amounts.fields());
                    rows.add(amounts.year() == null ? Part.TOTAL : Part.ROW, key, fields);
                }));
        return rows.table();
    }

    private static void year(FundingFigures.Amounts amounts, Map<String, String> key, ObjectNode fields) {
        if (amounts.year() != null) {
            key.put("year", String.valueOf(amounts.year()));
            fields.put("year", amounts.year());
        }
    }

    private FinishedTable projects(FundingFigures.Budget budget) {
        var rows = new Rows(ReviewTable.PROJECTS_BY_FUNDING_INSTRUMENT);
        budget.projects().forEach(project -> {
            var key = new LinkedHashMap<String, String>();
            key.put("fundingInstrument", project.path("fundingInstrument").textValue());
            var fields = mapper.createObjectNode();
            Stream.of("fundingInstrument", "count", "counted", "described", "awards")
                    .forEach(name -> fields.set(name, project.path(name)));
            rows.add(Part.ROW, key, fields);
        });
        return rows.table();
    }

    private FinishedTable printed(List<PublicTable> tables) {
        var rows = new Rows(ReviewTable.PRINTED_TABLES);
        tables.forEach(table -> {
            ObjectNode fields = mapper.createObjectNode();
            fields.put("printedTable", table.content().code());
            ObjectNode content = mapper.valueToTree(table.content());
            fields.setAll(content.retain(
                    "code",
                    "title",
                    "language",
                    "unit",
                    "decimalSign",
                    "decimals",
                    "roundedTo",
                    "columns",
                    "rows",
                    "source"));
            rows.add(Part.ROW, Map.of("printedTable", table.content().code()), fields);
        });
        return rows.table();
    }

    /** What is found in the tables that are public, whose wording follows from what is stored. */
    private FinishedTable findings(String programme, Instant asOf, List<PublicTable> tables) {
        var rows = new Rows(ReviewTable.FINDINGS_OF_PRINTED_TABLES);
        var accepted = QuarkusTransaction.requiringNew().call(() -> acceptances.holdingThen(programme, asOf)).stream()
                .collect(Collectors.toMap(Reason::findingId, Function.identity(), (first, last) -> last));
        tables.forEach(table -> {
            var number = 0;
            for (var finding : table.audit().findings()) {
                number++;
                var key = new LinkedHashMap<String, String>();
                key.put("printedTable", table.content().code());
                key.put("finding", String.valueOf(number));
                var fields = mapper.createObjectNode();
                fields.put("printedTable", table.content().code());
                fields.put("finding", number);
                fields.put("tableId", table.id().toString());
                fields.setAll((ObjectNode) mapper.valueToTree(finding));
                fields.set("acceptance", mapper.valueToTree(accepted.get(id(programme, finding))));
                rows.add(Part.ROW, key, fields);
            }
        });
        return rows.table();
    }

    private static UUID id(String programme, TableAuditResponse.Finding finding) {
        var name = finding.kind() == TableFindingKind.SUM_DIFFERS
                ? TableFindingName.ofSums(finding.sums().stream()
                        .map(sum -> sum.table() + ": " + sum.line())
                        .toList())
                : TableFindingName.ofCells(
                        finding.kind(),
                        finding.cells().stream()
                                .map(cell -> cell.rowLabel() + ", " + cell.columnLabel())
                                .toList());
        return name.id(programme);
    }

    private static Map<String, PublishedTable> contents(List<PublicTable> tables) {
        var contents = new LinkedHashMap<String, PublishedTable>();
        tables.forEach(
                table -> contents.put(table.content().code(), table.content().table()));
        return contents;
    }

    private FinishedTable claims(List<ClaimResponse> stated, ReleasedClaims figures) {
        var rows = new Rows(ReviewTable.CLAIMS);
        stated.forEach(claim -> {
            var found = figures.evaluate(claim);
            var fields = mapper.createObjectNode();
            fields.put("claim", claim.code());
            fields.put("claimId", claim.id().toString());
            fields.put("claimVersion", claim.version());
            ObjectNode of = mapper.valueToTree(claim);
            fields.setAll(of.retain(
                    "programme",
                    "code",
                    "statement",
                    "language",
                    "comparison",
                    "relation",
                    "stated",
                    "tolerance",
                    "unit"));
            fields.setAll((ObjectNode) mapper.valueToTree(found));
            fields.put("source", claim.source());
            rows.add(Part.ROW, Map.of("claim", claim.code()), fields);
        });
        return rows.table();
    }

    /** The catalogue is public with its municipalities; it names no nearer place and no participant. */
    private FinishedTable projects(List<CatalogueItem> projects) {
        var rows = new Rows(ReviewTable.PUBLIC_PROJECTS);
        for (var project : projects) {
            var fields = mapper.createObjectNode();
            fields.put("project", project.id().toString());
            ObjectNode of = mapper.valueToTree(project);
            fields.setAll(of.retain("title", "language", "source", "placeScope", "municipalities", "verdicts"));
            rows.add(Part.ROW, Map.of("project", project.id().toString()), fields);
        }
        return rows.table();
    }

    private FinishedTable lessons(String programme, Instant asOf) {
        var rows = new Rows(ReviewTable.PUBLIC_LESSONS);
        for (var lesson : QuarkusTransaction.requiringNew().call(() -> catalogue.lessons(programme, asOf))) {
            var fields = mapper.createObjectNode();
            fields.put("lesson", lesson.id().toString());
            ObjectNode of = mapper.valueToTree(lesson);
            fields.setAll(of.retain("type", "title", "language", "source", "projectId"));
            rows.add(Part.ROW, Map.of("lesson", lesson.id().toString()), fields);
        }
        return rows.table();
    }

    /**
     * What was stated of the programme as a whole, and of projects that are public. Who is responsible and where can be a
     * person or a place, and no reviewer has published these.
     */
    private FinishedTable statements(String programme, Instant asOf, List<CatalogueItem> projects) {
        var rows = new Rows(ReviewTable.EMBEDDING_STATEMENTS);
        var shown = projects.stream().map(CatalogueItem::projectId).collect(Collectors.toSet());
        QuarkusTransaction.requiringNew().call(() -> embeddings.statedThen(programme, asOf)).stream()
                .filter(stated -> stated.projectId() == null
                        ? stated.organisationId() == null
                        : shown.contains(stated.projectId()))
                .forEach(stated -> {
                    var fields = mapper.createObjectNode();
                    fields.put("statement", stated.id().toString());
                    ObjectNode of = mapper.valueToTree(stated);
                    fields.setAll(of.retain(
                            "projectId",
                            "track",
                            "subject",
                            "language",
                            "statedOn",
                            "status",
                            "until",
                            "source",
                            "latest"));
                    var warnings = fields.putArray("warnings");
                    stated.warnings().forEach(warning -> warnings.addObject().put("code", warning.code()));
                    rows.add(Part.ROW, Map.of("statement", stated.id().toString()), fields);
                });
        return rows.table();
    }

    /** The rows of public projects, as protected as in the table of all. */
    private FinishedTable reach(List<FinishedTable> figures, List<CatalogueItem> projects) {
        var all = DimensionSet.REACH_BY_PROJECT_AND_TARGET_GROUP;
        var prefix = FinishedTable.prefix(all.jsonName(), Part.ROW);
        var shown = projects.stream().map(project -> project.id().toString()).collect(Collectors.toSet());
        var cells = figures.stream()
                .filter(table -> table.set() == all)
                .flatMap(table -> table.cells().stream())
                .filter(cell -> cell.line().startsWith(prefix)
                        && shown.contains(read(cell.line()).path("projectId").asText()))
                .map(cell -> new FinishedTable.Cell(
                        cell.key(),
                        FinishedTable.prefix(ReviewTable.REACH_BY_PUBLIC_PROJECT.jsonName(), Part.ROW)
                                + cell.line().substring(prefix.length())))
                .toList();
        return new FinishedTable(ReviewTable.REACH_BY_PUBLIC_PROJECT, "{}", false, cells);
    }

    /** The rows of one table. */
    private final class Rows {
        private final ReviewTable table;
        private final List<FinishedTable.Cell> cells = new ArrayList<>();

        Rows(ReviewTable table) {
            this.table = table;
        }

        void add(Part part, Map<String, String> key, ObjectNode fields) {
            // A service of the last release can lack a field.
            fields.properties().forEach(field -> {
                if (field.getValue().isMissingNode()) {
                    field.setValue(mapper.nullNode());
                }
            });
            cells.add(new FinishedTable.Cell(
                    FinishedTable.key(part, null, key),
                    FinishedTable.prefix(table.jsonName(), part) + text(fields).substring(1)));
        }

        FinishedTable table() {
            // A line has all beneath it, and what is rounded does not add up.
            return new FinishedTable(table, "{}", false, cells);
        }
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private String text(JsonNode json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
