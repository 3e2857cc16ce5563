package nl.doorlichting.funding.reclaims;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Separator;

@Path("/v1/reclaims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reclaims")
class ReclaimListResource {
    private static final String OUTSTANDING =
            "(e.cancelledAt is null and e.received < coalesce(e.correctedAmount, e.amount))";

    private final ReclaimService reclaims;

    ReclaimListResource(ReclaimService reclaims) {
        this.reclaims = reclaims;
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List the claims on all awards",
            description = "Of the awards that the caller sees, for example what is outstanding, by the day it is due."
                    + " With asOf they are as they were at a moment.")
    public Page<ReclaimResponse> listAllReclaims(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("awardId") @Separator(",") List<UUID> awardId,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @Parameter(description = "True for claims of which something is outstanding, false for all others.")
                    @QueryParam("outstanding")
                    Boolean outstanding,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ReclaimRepository.class) PageParameters page) {
        var filter = new Filter().equal("awardId", awardId).equal("organisationId", organisationId);
        if (!programme.isEmpty()) {
            filter.where(
                    "e.awardId in (select a.id from Award a where a.basis.programme in :programme)",
                    "programme",
                    programme);
        }
        if (outstanding != null) {
            filter.where(outstanding ? OUTSTANDING : "not (" + OUTSTANDING + ")");
        }
        return page.list(request -> reclaims.page(filter, asOf.moment(), request));
    }
}
