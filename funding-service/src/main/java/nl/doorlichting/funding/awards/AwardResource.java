package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.responses.Responses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(AwardResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards", description = "Money granted to organisations (verleningen): decentralisation grants, subsidies.")
class AwardResource {
    static final String PATH = "/v1/awards";

    /** What a list of awards can be narrowed by. */
    static class Criteria {
        @QueryParam("programme")
        String programme;

        @Parameter(description = "Code of the scheme.")
        @QueryParam("scheme")
        String scheme;

        @QueryParam("status")
        AwardStatus status;

        @QueryParam("fundingInstrument")
        FundingInstrument fundingInstrument;

        @QueryParam("organisationId")
        String organisationId;

        @QueryParam("projectId")
        UUID projectId;

        @QueryParam("applicationId")
        UUID applicationId;

        @Parameter(description = "Code of a municipality that it serves, as its place or as a partner.")
        @QueryParam("municipality")
        String municipality;

        @Parameter(description = "Code of a province in which it serves a municipality, such as PV31.")
        @QueryParam("province")
        String province;

        @Parameter(
                description =
                        "The award's own year, which is the budget year that it is charged to: not the years of its"
                                + " period, which applications and projects are found by.")
        @QueryParam("year")
        @Min(1900)
        @Max(2199)
        Integer year;

        @QueryParam("track")
        Track track;

        @QueryParam("actionLine")
        ActionLine actionLine;

        @QueryParam("officer")
        String officer;

        @Parameter(description = "What stands in the way of it, as its warnings say.")
        @QueryParam("warning")
        AwardResponse.Warning warning;

        @Parameter(description = "Words, or beginnings of words, of its number and title.")
        @QueryParam("q")
        String q;
    }

    private final AwardService awards;

    AwardResource(AwardService awards) {
        this.awards = awards;
    }

    @POST
    @Idempotent(required = true)
    @APIResponseSchema(value = AwardResponse.class, responseCode = "201", responseDescription = "Created")
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Record an award that was decided outside the system",
            description =
                    "It goes to an organisation of a kind that may apply under its scheme and that is there on the day of"
                            + " the decision (400 naming the kinds, or the successor), and the state's share stays"
                            + " within the bounds that the scheme has on that day (400 naming both). It is charged to"
                            + " a budget line, its own or its scheme's (400 without), which what it promises is booked"
                            + " on as a commitment: 409 budget-exceeded with what is left otherwise. It gets a copy of"
                            + " each condition of its scheme.")
    public RestResponse<AwardResponse> createAward(AwardRequest request) {
        var created = awards.create(request);
        return Responses.created(PATH + "/" + created.id(), created);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List awards",
            description = "A grantee sees those of its own organisation. A filter on a field that an award does not"
                    + " state leaves the award out. Sorted by number, createdAt, decidedOn, amount or organisationId.")
    public Page<AwardResponse> listAwards(@BeanParam Criteria criteria, @BeanParam PageParameters page) {
        return page.list(request -> awards.page(criteria, request));
    }

    @GET
    @Path("/{id}")
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "Get one award",
            description = "With its instalments, decisions and warnings, and what is reserved, paid and left. A "
                    + "grantee gets awards of its own organisation only; others are 404.")
    public RestResponse<AwardResponse> getAward(@PathParam("id") UUID id) {
        return Responses.found(awards.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Idempotent
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(FundingAccess.WRITE_AWARDS)
    @Operation(
            summary = "Change how an award is described",
            description =
                    "Amount and period are changed by an amendment, which is a decision. An award that stands without"
                            + " a budget line, as its warning NO_BUDGET_LINE says, is given one here, once: what it"
                            + " promises, and what is paid and reserved of it, is booked on that line in the same"
                            + " moment, or refused as 409 budget-exceeded with what is left. A line that it has stays.")
    public RestResponse<AwardResponse> updateAward(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = AwardDescriptionRequest.class)))
                    MergePatch patch) {
        return Responses.found(awards.describe(id, ifMatch, patch));
    }
}
