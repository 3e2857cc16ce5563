package nl.doorlichting.funding.organisations;

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
import java.time.Instant;
import java.util.List;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(OrganisationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "Municipalities and others (organisaties) that carry projects out.")
class OrganisationResource {
    static final String PATH = "/v1/organisations";

    private final OrganisationService organisations;

    OrganisationResource(OrganisationService organisations) {
        this.organisations = organisations;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = OrganisationResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_ORGANISATIONS)
    @Operation(
            summary = "Record an organisation",
            description = "Organisations are named by their number everywhere. An organisation with the same "
                    + "number is 409.")
    public RestResponse<OrganisationResponse> createOrganisation(OrganisationRequest request) {
        var created = organisations.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_ORGANISATIONS)
    @Operation(summary = "List organisations", description = "A grantee sees its own organisation only.")
    public Page<OrganisationResponse> listOrganisations(
            @Parameter(description = "Only those with one of these numbers.") @QueryParam("id") @Separator(",")
                    List<String> id,
            @QueryParam("kind") @Separator(",") List<OrganisationKind> kind,
            @QueryParam("municipality") @Separator(",") List<String> municipality,
            @QueryParam("parent") @Separator(",") List<String> parent,
            @Parameter(description = "Only those with all these words, or their beginnings, in name or number.")
                    @QueryParam("q")
                    String q,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(OrganisationRepository.class) PageParameters page) {
        var filter = ListFilters.text(
                new Filter()
                        .equal("number", id)
                        .equal("kind", kind)
                        .equal("municipality", municipality)
                        .equal("parent", parent),
                q);
        return page.list(request -> organisations.page(filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_ORGANISATIONS)
    @Operation(summary = "Get one organisation", description = "The id is the organisation's number.")
    public RestResponse<OrganisationResponse> getOrganisation(
            @PathParam("id") String id,
            @Parameter(
                            description =
                                    "Moment, UTC: the organisation as it was recorded then, with which nothing can be"
                                            + " done, 404 before the first; as it is now when absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        return Responses.found(organisations.get(id, asOf));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_ORGANISATIONS)
    @Operation(summary = "Change an organisation", description = "Its number never changes.")
    public RestResponse<OrganisationResponse> updateOrganisation(
            @PathParam("id") String id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(OrganisationRequest.class) MergePatch patch) {
        return Responses.found(organisations.change(id, ifMatch, patch));
    }
}
