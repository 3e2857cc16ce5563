package nl.doorlichting.funding.conditions;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/awards/{id}/conditions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Conditions", description = "Duties attached to awards (verplichtingen, voorwaarden).")
class ConditionResource {
    private final ConditionService conditions;

    ConditionResource(ConditionService conditions) {
        this.conditions = conditions;
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ConditionResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Attach a condition to an award",
            description = "Those of the scheme are there already. No condition of a decentralisation grant can be"
                    + " enforced: 400 at /enforceable.")
    public RestResponse<ConditionResponse> createAwardCondition(@PathParam("id") UUID id, ConditionRequest request) {
        var created = conditions.create(id, request);
        return Responses.created("/v1/awards/" + id + "/conditions/" + created.id(), created);
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List the conditions of an award",
            description = "Each with its status of today, or of the day of asOf. The state can enforce only those with"
                    + " enforceable true. 404 for a moment before the award was recorded.")
    public Page<ConditionResponse> listAwardConditions(
            @PathParam("id") UUID id,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(ConditionRepository.class) PageParameters page) {
        return page.list(request -> conditions.page(id, asOf.moment(), request));
    }

    @GET
    @Path("/{conditionId}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "Get one condition of an award",
            description = "With its status of today, or of the day of asOf. 404 for a moment before it was recorded.")
    public RestResponse<ConditionResponse> getAwardCondition(
            @PathParam("id") UUID id, @PathParam("conditionId") UUID conditionId, @BeanParam PastParameter asOf) {
        return Responses.found(conditions.get(id, conditionId, asOf.moment()));
    }

    @PATCH
    @Path("/{conditionId}")
    @Idempotent
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Change a condition, or say that it is fulfilled",
            description = "Changes the text or the day of the duty, or records with fulfilledOn and evidence that "
                    + "it is fulfilled.")
    public RestResponse<ConditionResponse> updateAwardCondition(
            @PathParam("id") UUID id,
            @PathParam("conditionId") UUID conditionId,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBodySchema(ConditionRequest.class) MergePatch patch) {
        return Responses.found(conditions.change(id, conditionId, ifMatch, patch));
    }
}
