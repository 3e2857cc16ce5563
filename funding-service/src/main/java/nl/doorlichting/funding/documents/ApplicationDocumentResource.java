package nl.doorlichting.funding.documents;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/applications/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Documents",
        description = "Files (documenten) of an application, an award, its accountability or its settlement.")
class ApplicationDocumentResource {
    private static final DocumentParent.Kind KIND = DocumentParent.Kind.APPLICATION;

    private final DocumentService documents;

    ApplicationDocumentResource(DocumentService documents) {
        this.documents = documents;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(value = FundingDocumentResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(
            summary = "Add a document to an application",
            description =
                    "Until it is decided on. The file is PDF, ODT, DOCX, PNG or JPEG by its content, whatever it is"
                            + " called (415 otherwise, and with macros), and has at most 20 MiB (413). One application has"
                            + " at most 50 documents of 200 MiB together: 409 document-quota-exceeded with both limits and"
                            + " what stands.")
    public RestResponse<FundingDocumentResponse> createApplicationDocument(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = FundingDocumentRequest.class)))
                    DocumentUpload<DocumentRequest.OfApplication> upload) {
        var created = documents.create(KIND, id, upload);
        return Responses.created("/v1/applications/" + id + "/documents/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_APPLICATIONS)
    @Operation(
            summary = "List the documents of an application",
            description = "Visible to all callers that see the application.")
    public Page<FundingDocumentResponse> listApplicationDocuments(
            @PathParam("id") UUID id,
            @QueryParam("category") DocumentCategory category,
            @BeanParam @SortedBy(DocumentStore.class) PageParameters page) {
        return page.list(request -> documents.page(KIND, id, category, request));
    }

    @GET
    @Path("/{documentId}")
    @Allowed(FundingAccess.READ_APPLICATIONS)
    @Operation(
            summary = "Get one document of an application without its content",
            description = "Name, category, media type, size and checksum. The content has a path of its own.")
    public RestResponse<FundingDocumentResponse> getApplicationDocument(
            @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return Responses.found(documents.get(KIND, id, documentId));
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
    @Allowed(FundingAccess.READ_APPLICATIONS)
    @Operation(
            summary = "Download one document of an application",
            description = "As an attachment, with the stored type.")
    @APIResponseSchema(value = InputStream.class, responseCode = "200", responseDescription = "The content")
    public Attachment getApplicationDocumentContent(
            @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return documents.content(KIND, id, documentId);
    }

    @POST
    @Path("/{documentId}/removal")
    @Idempotent
    @APIResponseSchema(value = FundingDocumentResponse.class, responseCode = "200", responseDescription = "Removed")
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(
            summary = "Remove a document that is not submitted yet",
            description =
                    "By the applicant. From then on no caller finds it. A document that the application was submitted"
                            + " with is 409 invalid-state.")
    public RestResponse<FundingDocumentResponse> removeApplicationDocument(
            @PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return Responses.found(documents.remove(id, documentId));
    }
}
