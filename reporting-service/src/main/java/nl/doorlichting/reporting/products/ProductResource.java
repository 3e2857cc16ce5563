package nl.doorlichting.reporting.products;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.ReviewedListParameter;
import nl.doorlichting.reporting.activity.StrictParameter;
import nl.doorlichting.reporting.publication.PublicationStatus;
import nl.doorlichting.reporting.publication.PublishableRecordService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(ProductResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Products", description = "Guides, brochures, tools, e-learning and research (producten).")
class ProductResource {
    static final String PATH = "/v1/products";

    /** A count of the use of a product. */
    public static class UseParameters {
        @PathParam("id")
        UUID id;

        @Parameter(description = "Id of the count, as the list of the use of the product has it.")
        @PathParam("useId")
        UUID useId;
    }

    private final ProductService products;

    ProductResource(ProductService products) {
        this.products = products;
    }

    @POST
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Record a product",
            description = "It starts unpublished. It becomes public, so no person may be named in it. A product "
                    + "with the same reference is 409.")
    public RestResponse<ProductResponse> createProduct(
            @Parameter(description = StrictParameter.DESCRIPTION) @QueryParam("strict") Boolean strict,
            ProductRequest request) {
        var created = products.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "List products",
            description = "Products of projects, published or not, with how often they were used.")
    public Page<ProductResponse> listProducts(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("projectId") @Separator(",") List<UUID> projectId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("kind") @Separator(",") List<ProductKind> kind,
            @QueryParam("status") @Separator(",") List<PublicationStatus> status,
            @BeanParam ReviewedListParameter recorded,
            @BeanParam @SortedBy(PublishableRecordService.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("activity.projectId", projectId)
                .equal("activity.organisationId", organisationId)
                .equal("kind", kind)
                .equal("status", status);
        return page.list(request -> products.page(
                products.correctionPending(recorded.narrow(filter), recorded.correctionPending()),
                recorded.asOf(),
                request));
    }

    @GET
    @Path("/{id}")
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(
            summary = "Get one product",
            description = "With a sum of its use, where it is measured. With asOf as it was recorded then; 404 when it"
                    + " was not there yet.")
    public RestResponse<ProductResponse> getProduct(@PathParam("id") UUID id, @BeanParam AsOfParameter asOf) {
        return Responses.found(products.get(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Change a product",
            description = "While it is a draft (409). 409 for the reference of another product.")
    public RestResponse<ProductResponse> updateProduct(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ProductRequest.class) MergePatch patch) {
        return Responses.found(products.update(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(summary = "Publish a product", description = "From now on the catalogue shows it.")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductResponse> publishProduct(@PathParam("id") UUID id) {
        return Responses.found(products.publish(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WITHDRAW_RESULTS)
    @Operation(
            summary = "Withdraw a product",
            description = "It leaves the catalogue, where its address gives the reason (410), and lists. It is a draft"
                    + " that can be changed and published again, which ends the withdrawal. A public one is withdrawn by a"
                    + " reviewer.")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductResponse> withdrawProduct(@PathParam("id") UUID id, RecordWithdrawalRequest request) {
        return Responses.found(products.withdraw(id, request));
    }

    @POST
    @Path("/{id}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a public product",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. The correction waits"
                            + " for another reviewer (correctionPending), and the product stays as it is until then. 409 for a draft,"
                            + " which is changed by PATCH, and while another one waits.")
    @APIResponseSchema(
            value = ProductResponse.class,
            responseCode = "201",
            responseDescription = "As it stands now, with the correction waiting")
    public RestResponse<ProductResponse> correctProduct(
            @PathParam("id") UUID id,
            @Parameter(description = StrictParameter.OF_CHANGE) @QueryParam("strict") Boolean strict,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ProductRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + id, products.correct(id, changes));
    }

    @GET
    @Path("/{id}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get the correction of a product that waits for a reviewer",
            description = "The product as it is once a reviewer approves it. 404 when none waits.")
    public RestResponse<ProductResponse> getPendingProductCorrection(@PathParam("id") UUID id) {
        return Responses.found(products.pendingCorrection(id));
    }

    @POST
    @Path("/{id}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the correction of a product",
            description =
                    "The catalogue shows it from now on. 403 for the caller that proposed it, 409 when none waits.")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductResponse> approveProductCorrection(@PathParam("id") UUID id) {
        return Responses.found(products.approveCorrection(id));
    }

    @POST
    @Path("/{id}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the correction of a product",
            description = "The product stays as it is. 409 when none waits.")
    @APIResponseSchema(value = ProductResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductResponse> rejectProductCorrection(
            @PathParam("id") UUID id, CorrectionRejectionRequest request) {
        return Responses.found(products.rejectCorrection(id, request));
    }

    @POST
    @Path("/{id}/uses")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Count the use of a product",
            description =
                    "For a period of which no day was counted before (409). Of a public product the count waits for a"
                            + " reviewer (awaitsReview), and is no part of the use until then.")
    public RestResponse<ProductUseResponse> createProductUse(@PathParam("id") UUID id, ProductUseRequest request) {
        return Responses.created(PATH + "/" + id + "/uses", products.count(id, request));
    }

    @GET
    @Path("/{id}/uses")
    @CsvExport
    @Allowed(ReportingAccess.READ_PROJECT_RESULTS)
    @Operation(summary = "List the use of a product", description = "By period.")
    public Page<ProductUseResponse> listProductUses(
            @PathParam("id") UUID id,
            @QueryParam("withdrawn") Boolean withdrawn,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ProductUseRepository.class) PageParameters page) {
        return page.list(request -> products.uses(id, withdrawn, asOf.moment(), request));
    }

    @POST
    @Path("/{id}/uses/{useId}/withdrawal")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Withdraw a count of the use of a product",
            description =
                    "It is no part of the use from now on, and its days can be counted anew. Of a public product the"
                            + " withdrawal waits for a reviewer (correctionPending).")
    @APIResponseSchema(value = ProductUseResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductUseResponse> withdrawProductUse(
            @BeanParam UseParameters use, RecordWithdrawalRequest request) {
        return Responses.found(products.withdrawUse(use.id, use.useId, request));
    }

    @POST
    @Path("/{id}/uses/{useId}/corrections")
    @Idempotent
    @Allowed(ReportingAccess.WRITE_INVENTORIES)
    @Operation(
            summary = "Correct a count of the use of a product",
            description =
                    "The fields that change, with the reason. What is not named stays, and null removes. What the record stated"
                            + " before is kept. Of a public product the correction waits for a reviewer (correctionPending)."
                            + " 409 for days that another count has, and once it is withdrawn.")
    @APIResponseSchema(value = ProductUseResponse.class, responseCode = "201", responseDescription = "As it stands now")
    public RestResponse<ProductUseResponse> correctProductUse(
            @BeanParam UseParameters use,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ProductUseRequest.class)),
                            extensions = @Extension(name = MergePatch.CORRECTION, value = "true"))
                    MergePatch changes) {
        return Responses.created(PATH + "/" + use.id + "/uses", products.correctUse(use.id, use.useId, changes));
    }

    @GET
    @Path("/{id}/uses/{useId}/pending-correction")
    @Allowed(ReportingAccess.READ_PROPOSALS)
    @Operation(
            summary = "Get the correction of a count of use that waits for a reviewer",
            description = "The count as it is once a reviewer approves the correction or the withdrawal. 404 when none"
                    + " waits.")
    public RestResponse<ProductUseResponse> getPendingProductUseCorrection(@BeanParam UseParameters use) {
        return Responses.found(products.pendingUseCorrection(use.id, use.useId));
    }

    @POST
    @Path("/{id}/uses/{useId}/correction-approval")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Approve the correction of a count of use",
            description = "The same of a withdrawal. The use of the product has it from now on. 403 for the caller that"
                    + " proposed it, 409 when none waits.")
    @APIResponseSchema(value = ProductUseResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductUseResponse> approveProductUseCorrection(@BeanParam UseParameters use) {
        return Responses.found(products.approveUseCorrection(use.id, use.useId));
    }

    @POST
    @Path("/{id}/uses/{useId}/correction-rejection")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RESULTS)
    @Operation(
            summary = "Reject the correction of a count of use",
            description = "The same of a withdrawal. The count stays as it is. 409 when none waits.")
    @APIResponseSchema(value = ProductUseResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ProductUseResponse> rejectProductUseCorrection(
            @BeanParam UseParameters use, CorrectionRejectionRequest request) {
        return Responses.found(products.rejectUseCorrection(use.id, use.useId, request));
    }
}
