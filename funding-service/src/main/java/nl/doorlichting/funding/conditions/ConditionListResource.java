package nl.doorlichting.funding.conditions;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
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

@Path("/v1/conditions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conditions")
class ConditionListResource {
    private final ConditionService conditions;

    ConditionListResource(ConditionService conditions) {
        this.conditions = conditions;
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List the conditions of all awards",
            description = "Of the awards that the caller sees, for example what is overdue, by the day it was due. With"
                    + " asOf they are as they were at a moment, each with its status of that day.")
    public Page<ConditionResponse> listConditions(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("fundingInstrument") @Separator(",") List<FundingInstrument> fundingInstrument,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("awardId") @Separator(",") List<UUID> awardId,
            @Parameter(description = "Only those of awards that this official handles, by the subject of its token.")
                    @QueryParam("officer")
                    @Separator(",")
                    List<String> officer,
            @QueryParam("status") @Separator(",") List<ConditionStatus> status,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ConditionRepository.class) PageParameters page) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("fundingInstrument", fundingInstrument)
                .equal("organisationId", organisationId)
                .equal("awardId", awardId);
        if (!officer.isEmpty()) {
            filter.where(
                    "e.awardId in (select a.id from Award a where a.description.officer in :officer)",
                    "officer",
                    officer);
        }
        return page.list(request -> conditions.page(filter, status, asOf.moment(), request));
    }
}
