package nl.doorlichting.reporting.imports;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.EarlierViolations;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.refusals.GatewayRefusal;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.StrictParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Files of reach observations (bestandsimport), recorded whole or not at all.")
class ImportResource {
    static final String PATH = "/v1/imports";

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final FileReceiver receiver;
    private final ImportService imports;
    private final RefusedFileService refused;
    private final CurrentCaller caller;
    private final RoutingContext context;

    ImportResource(
            FileReceiver receiver,
            ImportService imports,
            RefusedFileService refused,
            CurrentCaller caller,
            RoutingContext context) {
        this.receiver = receiver;
        this.imports = imports;
        this.refused = refused;
        this.caller = caller;
        this.context = context;
    }

    @POST
    @Idempotent(required = true, remembered = false)
    @Consumes({CSV, NDJSON})
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Import a file of reach observations",
            description =
                    "CSV as /imports/template has it, or one JSON document of a reach observation on each line; in"
                            + " UTF-8. The answer comes when the file is stored; its rows are then checked by the rules"
                            + " of POST /reach-observations, and either all are recorded or none. Follow the Location"
                            + " to see how far it is.")
    public RestResponse<ImportResponse> createImport(
            @HeaderParam(IdempotencyKeys.HEADER) @Parameter(hidden = true) String key,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String contentType,
            @Parameter(description = "true: only check, and record nothing, whatever is found; false when absent.")
                    @QueryParam("dryRun")
                    Boolean dryRun,
            @Parameter(description = StrictParameter.OF_FILE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                                @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body)
            throws IOException {
        var by = caller.get();
        var request = new ObservationImport.Upload(
                by.subject(),
                Objects.requireNonNullElse(by.organisation(), ""),
                key,
                ImportFormat.of(contentType),
                Boolean.TRUE.equals(dryRun));
        if (GatewayRefusal.isStated(context) || EarlierViolations.areKept(context)) {
            return EarlierViolations.reportedWith(context, () -> {
                refused.refuse(request, body);
                return RestResponse.status(RestResponse.Status.BAD_REQUEST);
            });
        }
        var result = receive(request, body);
        var answer = RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, result.response())
                .header(HttpHeaders.LOCATION, PATH + "/" + result.response().id())
                .header(HttpHeaders.ETAG, result.response().etag());
        if (result.replayed()) {
            answer.header(IdempotencyKeys.REPLAYED, "true");
        }
        return answer.build();
    }

    private FileReceiver.Result receive(ObservationImport.Upload request, InputStream body) throws IOException {
        try {
            return receiver.receive(request, body);
        } catch (ProblemException refused) {
            // A client that is still sending would not see the answer.
            RequestBodyDrainer.discard(context);
            throw refused;
        }
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "List imports", description = "The latest first.")
    public Page<ImportResponse> listImports(
            @QueryParam("status") ImportStatus status,
            @BeanParam @SortedBy(ImportRepository.class) PageParameters page) {
        return page.list(request -> imports.page(new Filter().equal("status", status), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "See how far an import is",
            description = "Poll it until its status is COMPLETED, REJECTED or FAILED. The errors of its rows have a"
                    + " list of their own.")
    public RestResponse<ImportResponse> getImport(@PathParam("id") UUID id) {
        return Responses.found(imports.get(id));
    }

    @GET
    @Path("/{id}/errors")
    @CsvExport
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(
            summary = "List what is wrong with the rows of an import",
            description = "By line; the first 10,000 broken rules.")
    public Page<ImportErrorResponse> listImportErrors(
            @PathParam("id") UUID id,
            @BeanParam @SortedBy(value = ImportRepository.class, keys = "ERROR_KEYS") PageParameters page) {
        return page.list(request -> imports.errors(id, request));
    }

    @GET
    @Path("/template")
    @Produces(CSV)
    @Allowed(ReportingAccess.READ_INVENTORIES)
    @Operation(summary = "Get the template of a CSV import", description = "The header and one example row.")
    public RestResponse<String> getImportTemplate() {
        return Responses.table(ImportColumns.template(), "template.csv");
    }
}
