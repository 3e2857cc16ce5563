package nl.doorlichting.funding.applications;

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
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.ActivityParameter;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.funding.schemes.FundingPurpose;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.Separator;

@Path(ApplicationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Applications", description = "Requests for money of a scheme (aanvragen), from draft to decision.")
class ApplicationResource {
    static final String PATH = "/v1/applications";

    private final ApplicationService applications;
    private final MunicipalityRegister register;

    ApplicationResource(ApplicationService applications, MunicipalityRegister register) {
        this.applications = applications;
        this.register = register;
    }

    @POST
    @Idempotent(required = true)
    @APIResponseSchema(value = ApplicationResponse.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "404", description = "organisationId names another organisation than the caller's own")
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(
            summary = "Save a draft of an application",
            description = "For the caller's own organisation. Any field may be absent: submission demands the whole."
                    + " Amounts and codes that are there must be right in shape.")
    public RestResponse<ApplicationResponse> createApplication(ApplicationRequest request) {
        var created = applications.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_APPLICATIONS)
    @Operation(
            summary = "List applications",
            description = "A grantee sees those of its own organisation. A filter on a field that an application does"
                    + " not state leaves the application out. By decisionDue, a draft comes after all that have a day;"
                    + " by requestedAmount, an absent amount counts as nothing. With asOf they are as they were at a"
                    + " moment, without those that were drafts then: of a draft no earlier state is kept.")
    public Page<ApplicationResponse> listApplications(
            @BeanParam ApplicationFilters filters,
            @BeanParam ActivityParameter activity,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ApplicationRepository.class) PageParameters page) {
        var filter = activity.narrow(filters.toFilter(), "plan.", register);
        return page.list(request -> applications.page(filter, asOf.moment(), request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_APPLICATIONS)
    @Operation(
            summary = "Get one application",
            description = "With its assessment, decision and history. A grantee gets applications of its own "
                    + "organisation only; others are 404. So is one that was a draft at the moment of asOf.")
    public RestResponse<ApplicationResponse> getApplication(@PathParam("id") UUID id, @BeanParam PastParameter asOf) {
        return Responses.found(applications.get(id, asOf.moment()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Allowed(FundingAccess.WRITE_APPLICATIONS)
    @Operation(
            summary = "Change an application",
            description = "While it is DRAFT or INCOMPLETE, by its applicant; 409 otherwise, naming what is allowed.")
    public RestResponse<ApplicationResponse> updateApplication(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ApplicationRequest.class) MergePatch patch) {
        return Responses.found(applications.change(id, ifMatch, patch));
    }

    /** What the list can be narrowed by. */
    static class ApplicationFilters {
        @QueryParam("status")
        @Separator(",")
        List<ApplicationStatus> status;

        @Parameter(description = "Only applications under this scheme, by its code.")
        @QueryParam("scheme")
        @Separator(",")
        List<String> scheme;

        @QueryParam("purpose")
        @Separator(",")
        List<FundingPurpose> purpose;

        @Parameter(description = "Only applications that this official handles, by the subject of its token.")
        @QueryParam("officer")
        @Separator(",")
        List<String> officer;

        @Parameter(description = "Only those with all these words, or beginnings of words, in title or description.")
        @QueryParam("q")
        String q;

        Filter toFilter() {
            return ListFilters.text(
                    new Filter()
                            .equal("status", status)
                            .equal("scheme", scheme)
                            .equal("plan.purpose", purpose)
                            .equal("handling.officer", officer),
                    q);
        }
    }
}
