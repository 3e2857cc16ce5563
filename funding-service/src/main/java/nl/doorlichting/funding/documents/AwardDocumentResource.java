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

@Path("/v1/awards/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Documents",
        description = "Files (documenten) of an application, an award, its accountability or its settlement.")
class AwardDocumentResource {
    private static final DocumentParent.Kind KIND = DocumentParent.Kind.AWARD;

    private final DocumentService documents;

    AwardDocumentResource(DocumentService documents) {
        this.documents = documents;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(value = FundingDocumentResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.ACCOUNT_FOR_AWARDS)
    @Operation(
            summary = "Add a document to an award",
            description =
                    "A grantee adds documents of its accountability only. The file is PDF, ODT, DOCX, PNG or JPEG by"
                            + " its content, whatever it is called (415 otherwise, and with macros), and has at most 20"
                            + " MiB (413). One award has at most 50 documents of 200 MiB together: 409"
                            + " document-quota-exceeded with both limits and what stands.")
    public RestResponse<FundingDocumentResponse> createAwardDocument(
            @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = FundingDocumentRequest.class)))
                    DocumentUpload<DocumentRequest.OfAward> upload) {
        var created = documents.create(KIND, id, upload);
        return Responses.created("/v1/awards/" + id + "/documents/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "List the documents of an award", description = "Visible to all callers that see the award.")
    public Page<FundingDocumentResponse> listAwardDocuments(
            @PathParam("id") UUID id,
            @QueryParam("category") DocumentCategory category,
            @BeanParam @SortedBy(DocumentStore.class) PageParameters page) {
        return page.list(request -> documents.page(KIND, id, category, request));
    }

    @GET
    @Path("/{documentId}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "Get one document of an award without its content",
            description = "Name, category, media type, size and checksum. The content has a path of its own.")
    public RestResponse<FundingDocumentResponse> getAwardDocument(
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
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(summary = "Download one document of an award", description = "As an attachment, with the stored type.")
    @APIResponseSchema(value = InputStream.class, responseCode = "200", responseDescription = "The content")
    public Attachment getAwardDocumentContent(@PathParam("id") UUID id, @PathParam("documentId") UUID documentId) {
        return documents.content(KIND, id, documentId);
    }
}
