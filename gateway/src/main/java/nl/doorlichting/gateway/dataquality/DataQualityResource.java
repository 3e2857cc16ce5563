package nl.doorlichting.gateway.dataquality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.gateway.reports.CompleteParameter;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.lists.SortedBy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reports/data-quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks (rapportages): reach, effects, trainings, money.")
class DataQualityResource {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", String.class),
            "severity",
            List.of(SortKey.of("severity", String.class), SortKey.of("kind", String.class)));
    private static final CsvTable TABLE = CsvTable.of(List.of(), QualityFinding.class, List.of());

    private final DataQualityReports reports;
    private final ConditionalResponses responses;
    private final ObjectMapper mapper;

    DataQualityResource(DataQualityReports reports, ConditionalResponses responses, ObjectMapper mapper) {
        this.reports = reports;
        this.responses = responses;
        this.mapper = mapper;
    }

    @GET
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(
            summary = "List what may be wrong with the data",
            description = "Sums of published tables and claims that fail, references that differ between services,"
                    + " overlapping rounds, missing years, awards without a budget line, verdicts above their evidence,"
                    + " stale statements and unknown inclusion, the gravest first. Claims about a report that the caller"
                    + " may not read are left out. A finding that is accepted stays in the list.")
    public Uni<QualityFindingPage> listDataQuality(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @Parameter(description = "Only findings of this kind.") @QueryParam("kind") FindingKind kind,
            @Parameter(description = "Only findings that matter so much.") @QueryParam("severity")
                    FindingSeverity severity,
            @Parameter(description = "Only those that are accepted, or that are open.") @QueryParam("accepted")
                    Boolean accepted,
            @BeanParam CompleteParameter complete,
            @BeanParam @SortedBy(DataQualityResource.class) PageParameters page) {
        var request = page.toRequest();
        return reports.findings(programme, complete.wanted()).map(all -> {
            var wanted = all.findings().stream()
                    .filter(finding -> kind == null || finding.kind() == kind)
                    .filter(finding -> severity == null || finding.severity() == severity)
                    .filter(finding -> accepted == null || accepted == (finding.acceptance() != null))
                    .toList();
            var listed = new InMemoryList<>(
                            wanted, KEYS, finding -> finding.id().toString())
                    .sortableBy("severity", finding -> "" + finding.severity().ordinal())
                    .sortableBy("kind", finding -> finding.kind().name())
                    .page(request);
            return QualityFindingPage.of(listed, all);
        });
    }

    @GET
    @Path("/counts")
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(summary = "Count what may be wrong with the data", description = "By severity and by kind, as listed.")
    @APIResponseSchema(value = QualityCounts.class, responseDescription = "The numbers of findings")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> countDataQuality(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam CompleteParameter complete) {
        return reports.findings(programme, complete.wanted())
                .map(found -> found.complete()
                        ? responses.revalidated(QualityCounts.of(found))
                        : responses.notStored(QualityCounts.of(found)));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(
            summary = "List what may be wrong with the data as a table",
            description =
                    "All findings. An empty cell is null. With complete=partial those that follow from the answer of"
                            + " a service that does not respond are left out, and the file is data-quality-partial.csv.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> listDataQualityCsv(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam CompleteParameter complete) {
        return reports.findings(programme, complete.wanted()).map(found -> {
            var table = TABLE.write(found.findings().stream().map(mapper::<JsonNode>valueToTree));
            return found.complete()
                    ? responses.revalidated(table, "data-quality.csv")
                    : responses.notStored(table, "data-quality-partial.csv");
        });
    }
}
