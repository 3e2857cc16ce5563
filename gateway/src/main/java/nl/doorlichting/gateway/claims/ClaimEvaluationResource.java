package nl.doorlichting.gateway.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.StatedClaim;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.gateway.reports.CompleteParameter;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.reports.UnknownReferences;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Claims",
        description = "Statements of texts about figures (beweringen), and whether figures bear them out.")
class ClaimEvaluationResource {
    private static final ListKeys KEYS = InMemoryList.keys("code");
    private static final CsvTable TABLE = CsvTable.of(List.of(), ClaimEvaluationResponse.class, List.of());

    private final ClaimEvaluations evaluations;
    private final UnknownReferences unknown;
    private final ConditionalResponses responses;
    private final ObjectMapper mapper;

    ClaimEvaluationResource(
            ClaimEvaluations evaluations,
            UnknownReferences unknown,
            ConditionalResponses responses,
            ObjectMapper mapper) {
        this.evaluations = evaluations;
        this.unknown = unknown;
        this.responses = responses;
        this.mapper = mapper;
    }

    @GET
    @Path("/claims/{id}/evaluation")
    @Allowed(GatewayAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Evaluate a claim",
            description =
                    "Compares the claim with the figures that the reports have now, or with asOf the claim with the"
                            + " figures as they were recorded then. A claim about a report that"
                            + " the caller may not read is UNDECIDED, because it is WITHHELD.")
    @APIResponseSchema(value = ClaimEvaluationResponse.class, responseDescription = "The evaluation")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(
            responseCode = "404",
            description = "There is no such claim, or it is withdrawn; with asOf at that moment")
    public Uni<RestResponse<byte[]>> getClaimEvaluation(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return evaluations.evaluation(id, asOf.moment()).map(evaluation -> responses.revalidated(evaluation));
    }

    @GET
    @Path("/reports/claims")
    @Allowed(GatewayAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Evaluate the claims of a programme",
            description =
                    "Those that are not withdrawn, or with asOf those that stood then, each as by itself. A report is"
                            + " asked for once, however many claims are about it.")
    public Uni<ClaimEvaluationPage> listClaimEvaluations(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam AsOfParameter asOf,
            @BeanParam CompleteParameter complete,
            @BeanParam @SortedBy(ClaimEvaluationResource.class) PageParameters page) {
        var request = page.toRequest();
        return claims(programme, asOf.moment(), complete.wanted()).chain(claims -> {
            var asked = new InMemoryList<>(claims.report(), KEYS, StatedClaim::code).page(request);
            return evaluations
                    .evaluations(asked.items(), asOf.moment(), complete.wanted())
                    .map(found -> {
                        Map<UUID, ClaimEvaluationResponse> byClaim = found.evaluations().stream()
                                .collect(Collectors.toMap(ClaimEvaluationResponse::claimId, Function.identity()));
                        var parts = parts(claims, found);
                        return ClaimEvaluationPage.of(
                                asked.map(claim -> byClaim.get(claim.id())),
                                ReportPart.areWhole(parts),
                                ReportPart.sources(parts));
                    });
        });
    }

    @GET
    @Path("/reports/claims/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @Allowed(GatewayAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Evaluate the claims of a programme as a table",
            description = "All of them. A claim about two figures has two rows. An empty cell is null. With"
                    + " complete=partial claims about figures of a service that does not respond are UNDECIDED, and the"
                    + " file is claim-evaluations-partial.csv.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> listClaimEvaluationsCsv(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam AsOfParameter asOf,
            @BeanParam CompleteParameter complete) {
        return claims(programme, asOf.moment(), complete.wanted())
                .chain(claims -> evaluations
                        .evaluations(claims.report(), asOf.moment(), complete.wanted())
                        .map(found -> {
                            var table = TABLE.write(found.evaluations().stream().map(mapper::<JsonNode>valueToTree));
                            return ReportPart.areWhole(parts(claims, found))
                                    ? responses.revalidated(table, "claim-evaluations.csv")
                                    : responses.notStored(table, "claim-evaluations-partial.csv");
                        }));
    }

    private Uni<ReportPart<List<StatedClaim>>> claims(String programme, Instant asOf, Completeness wanted) {
        return unknown.check(
                Map.of("programme", programme),
                evaluations.claims(programme, asOf).map(ReportPart::whole),
                claims -> claims.report().isEmpty(),
                wanted,
                ReportPart::without);
    }

    private static List<ReportPart<?>> parts(
            ReportPart<List<StatedClaim>> claims, ClaimEvaluations.Evaluated evaluated) {
        return Stream.concat(Stream.of(claims), evaluated.reports().stream()).toList();
    }
}
