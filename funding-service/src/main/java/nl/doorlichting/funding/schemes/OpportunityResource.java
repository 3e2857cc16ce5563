package nl.doorlichting.funding.schemes;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.ListFilters;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Separator;

@Path("/v1/opportunities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opportunities", description = "Money that organisations can apply for (subsidiemogelijkheden).")
class OpportunityResource {
    private final SchemeService schemes;

    OpportunityResource(SchemeService schemes) {
        this.schemes = schemes;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "List what organisations can apply for",
            description = "All schemes as the public reads them: open today, soon, or closed. A scheme closes with its"
                    + " programme at the latest. An application names the scheme by its code.")
    public Page<OpportunityResponse> listOpportunities(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("status") @Separator(",") List<OpportunityStatus> status,
            @QueryParam("fundingInstrument") @Separator(",") List<FundingInstrument> fundingInstrument,
            @Parameter(description = "Only schemes that organisations of one of these kinds may apply for.")
                    @QueryParam("applicantKind")
                    @Separator(",")
                    List<OrganisationKind> applicantKind,
            @BeanParam @SortedBy(SchemeRepository.class) PageParameters page) {
        var filter = new Filter().equal("programme", programme).equal("fundingInstrument", fundingInstrument);
        ListFilters.holding(filter, "applicant_kinds", applicantKind);
        return page.list(request -> schemes.opportunities(filter, status, request));
    }

    @GET
    @Path("/{code}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get one opportunity",
            description = "With its dates, bounds, conditions, and what is left of its ceiling.")
    public OpportunityResponse getOpportunity(@PathParam("code") String code) {
        return schemes.opportunity(code);
    }
}
