package nl.doorlichting.funding.conditions;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.Filter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/condition-coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conditions")
class ConditionCoverageResource {
    private final ConditionService conditions;

    ConditionCoverageResource(ConditionService conditions) {
        this.conditions = conditions;
    }

    @GET
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "How far the conditions of awards are fulfilled",
            description = "Of the awards that the caller sees. What the state cannot enforce is counted apart: it is"
                    + " coverage, and never a breach. With asOf they are counted as they stood on that day. A programme"
                    + " that is not there is 400.")
    public ConditionCoverageResponse getConditionCoverage(
            @QueryParam("programme") String programme,
            @QueryParam("fundingInstrument") FundingInstrument fundingInstrument,
            @QueryParam("organisationId") String organisationId,
            @QueryParam("awardId") UUID awardId,
            @BeanParam AsOfParameter asOf) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("fundingInstrument", fundingInstrument)
                .equal("organisationId", organisationId)
                .equal("awardId", awardId);
        return conditions.coverage(filter, asOf.moment());
    }
}
