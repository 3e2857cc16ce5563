package nl.doorlichting.reporting.publishedtables;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastVersionParameter;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.StrictParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(PublishedTableResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Published tables", description = "Tables as a document printed them (gepubliceerde tabellen), audited.")
class PublishedTableResource {
    static final String PATH = "/v1/published-tables";

    private final PublishedTableService tables;

    PublishedTableResource(PublishedTableService tables) {
        this.tables = tables;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Record a published table",
            description = "Cells are the texts in print, malformed ones too. Rows of another length than the columns, a"
                    + " second total and a number with the other decimal sign are 400. An identity that names a table that is"
                    + " not there is 409 reference-unknown, and one that names a row"
                    + " that is not there, or a row less itself, is 400. A table with the same code is 409.")
    public RestResponse<PublishedTableResponse> createPublishedTable(
            @Parameter(description = StrictParameter.OF_PROGRAMME) @QueryParam("strict") Boolean strict,
            PublishedTableRequest request) {
        var created = tables.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @POST
    @Path("/from-csv")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Record a published table from CSV",
            description = "The same as POST /published-tables, with the cells as CSV. Violations of its lines have the"
                    + " pointer /csv and name the line. A table with the same code is 409.")
    public RestResponse<PublishedTableResponse> createPublishedTableFromCsv(
            @Parameter(description = StrictParameter.OF_PROGRAMME) @QueryParam("strict") Boolean strict,
            PublishedTableCsvRequest request) {
        return createPublishedTable(strict, request.table());
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "List published tables",
            description = "Each in its latest version, or with asOf in that of a moment, with its cells as printed.")
    public Page<PublishedTableResponse> listPublishedTables(
            @QueryParam("programme") String programme,
            @Parameter(description = "Only the table with this code.", example = "BUDGETED") @QueryParam("code")
                    String code,
            @QueryParam("withdrawn") Boolean withdrawn,
            @Parameter(
                            description = "true: only public tables whose withdrawal waits for a reviewer; all of them"
                                    + " when false or absent.")
                    @QueryParam("correctionPending")
                    Boolean correctionPending,
            @Parameter(
                            description =
                                    "Moment, UTC: the versions that were the latest then, with which nothing can be"
                                            + " done; the latest when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @BeanParam @SortedBy(PublishedTableRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("code", code)
                .equal("withdrawn", Boolean.TRUE.equals(withdrawn));
        return page.list(request -> tables.page(tables.correctionPending(filter, correctionPending), asOf, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Get one published table",
            description = "In its latest version, or with asOf in that of a moment, with its cells as printed.")
    public RestResponse<PublishedTableResponse> getPublishedTable(
            @PathParam("id") UUID id, @BeanParam PastVersionParameter asOf) {
        return Responses.found(tables.get(id, asOf.moment()));
    }

    @GET
    @Path("/{id}/audit")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Audit a published table",
            description =
                    "Recomputes the totals of rows and columns, the grand total, and identities with other tables of"
                            + " the programme. Where they fail, it proposes the fewest changes after which all hold."
                            + " Not of a table that is withdrawn: 404.")
    public TableAuditResponse auditPublishedTable(@PathParam("id") UUID id) {
        return tables.audit(id);
    }

    @GET
    @Path("/{id}/versions")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(summary = "List the versions of a published table", description = "All of them, the oldest first.")
    public PublishedTableResponse.History listPublishedTableVersions(@PathParam("id") UUID id) {
        return new PublishedTableResponse.History(tables.history(id));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Correct a published table",
            description = "Adds a version of the fields that change, with its reason. What is not named stays, and null"
                    + " removes. Earlier versions stay readable. Programme and code stay. A misprint is no error of"
                    + " the record: it stays as printed.")
    public RestResponse<PublishedTableResponse> correctPublishedTable(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = PublishedTableCorrectionRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, tables.correct(id, changes));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_PUBLISHED_TABLES)
    @Operation(
            summary = "Withdraw a published table",
            description = "Adds a last version with its reason. The table is no longer audited and cannot be"
                    + " corrected: 409. Of a public one the withdrawal waits for a reviewer (correctionPending), and until"
                    + " then it stays as it is.")
    @APIResponseSchema(
            value = PublishedTableResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<PublishedTableResponse> withdrawPublishedTable(
            @PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(tables.withdraw(id, request));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PUBLISHED_TABLES)
    @Operation(
            summary = "Get the withdrawal of a public published table that waits for a reviewer",
            description = "The published table as it is once a reviewer approves it, with who proposed it, when and why"
                    + " (withdrawal). 404 when none waits.")
    public RestResponse<PublishedTableResponse> getPendingPublishedTableWithdrawal(@PathParam("id") UUID id) {
        return Responses.found(tables.pendingWithdrawal(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the withdrawal of a public published table",
            description =
                    "The catalogue gives its reason from now on. 403 for the caller that proposed it, 409 when none"
                            + " waits.")
    @APIResponseSchema(
            value = PublishedTableResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<PublishedTableResponse> approvePublishedTableWithdrawal(@PathParam("id") UUID id) {
        return Responses.found(tables.approveWithdrawal(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the withdrawal of a public published table",
            description = "The published table stays as it is. 409 when none waits.")
    @APIResponseSchema(
            value = PublishedTableResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<PublishedTableResponse> rejectPublishedTableWithdrawal(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(tables.rejectWithdrawal(id, request));
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Make the latest version of a published table public",
            description =
                    "The catalogue shows it, without a token. A correction shows there only once it is published too.")
    @APIResponseSchema(
            value = PublishedTableResponse.class,
            responseCode = "200",
            responseDescription = "As it stands now")
    public RestResponse<PublishedTableResponse> publishPublishedTable(@PathParam("id") UUID id) {
        return Responses.found(tables.publish(id));
    }
}
