package nl.doorlichting.reporting.documents;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.documents.Attachment;
import nl.doorlichting.platform.documents.DocumentStore;
import nl.doorlichting.platform.documents.DocumentUpload;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/inventory-reports/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory report documents", description = "Files (documenten) of an inventory report.")
class InventoryReportDocumentResource {
    private final DocumentService documents;

    InventoryReportDocumentResource(DocumentService documents) {
        this.documents = documents;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(
            value = InventoryReportDocumentResponse.class,
            responseCode = "201",
            responseDescription = "Created")
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Add a document to an inventory report",
            description =
                    "While the report is a draft or returned. The file is PDF, ODT, DOCX, PNG or JPEG by its content,"
                            + " whatever it is called (415 otherwise, and with macros), and has at most 20 MiB (413). One"
                            + " report has at most 50 documents of 200 MiB together: 409 document-quota-exceeded with both"
                            + " limits and what stands.")
    public RestResponse<InventoryReportDocumentResponse> createInventoryReportDocument(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = InventoryReportDocumentRequest.class)))
                    DocumentUpload<DocumentRequest> upload) {
        var created = documents.create(id, upload);
        return Responses.created(path(id, created.id()), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "List the documents of an inventory report",
            description = "Visible to all callers that see the report.")
    public Page<InventoryReportDocumentResponse> listInventoryReportDocuments(
            @PathParam("id") UUID id, @BeanParam @SortedBy(DocumentStore.class) PageParameters page) {
        return page.list(request -> documents.page(id, request));
    }

    @GET
    @Path("/{documentId}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one document of an inventory report without its content",
            description = "Name, media type, size and checksum. The content has a path of its own.")
    public RestResponse<InventoryReportDocumentResponse> getInventoryReportDocument(
            @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return Responses.found(documents.get(id, documentId));
    }

    @GET
    @Path("/{documentId}/content")
    @Produces({
        "application/pdf",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "image/png",
        "image/jpeg"
    })
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Download one document of an inventory report",
            description = "As an attachment, with the stored type.")
    @APIResponseSchema(value = InputStream.class, responseCode = "200", responseDescription = "The content")
    public Attachment getInventoryReportDocumentContent(
            @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return documents.content(id, documentId);
    }

    /** Path of one document at the gateway. */
    static String path(UUID report, UUID id) {
        return "/v1/inventory-reports/" + report + "/documents/" + id;
    }
}
