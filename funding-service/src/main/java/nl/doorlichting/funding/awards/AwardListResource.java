package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.records.PastParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Separator;

@Path(AwardResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class AwardListResource {
    /** What a list of awards can be narrowed by. */
    static class Criteria {
        @QueryParam("programme")
        @Separator(",")
        List<String> programme;

        @Parameter(description = "Only awards under this scheme, by its code.")
        @QueryParam("scheme")
        @Separator(",")
        List<String> scheme;

        @QueryParam("status")
        @Separator(",")
        List<AwardStatus> status;

        @QueryParam("fundingInstrument")
        @Separator(",")
        List<FundingInstrument> fundingInstrument;

        @QueryParam("organisationId")
        @Separator(",")
        List<String> organisationId;

        @QueryParam("projectId")
        @Separator(",")
        List<UUID> projectId;

        @QueryParam("applicationId")
        @Separator(",")
        List<UUID> applicationId;

        @Parameter(
                description =
                        "Only awards with this municipality in their place, as partner or as that of the recipient.")
        @QueryParam("municipality")
        @Separator(",")
        List<String> municipality;

        @Parameter(description = "Only awards with place, partner or recipient in this province, such as PV31.")
        @QueryParam("province")
        @Separator(",")
        List<String> province;

        @Parameter(
                description =
                        "The award's own year, which is the budget year that it is charged to: not the years of its"
                                + " period, which applications and projects are found by.")
        @QueryParam("year")
        @Separator(",")
        List<@Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer> year;

        @QueryParam("track")
        @Separator(",")
        List<Track> track;

        @QueryParam("actionLine")
        @Separator(",")
        List<ActionLine> actionLine;

        @QueryParam("officer")
        @Separator(",")
        List<String> officer;

        @Parameter(description = "Only awards with one of these codes among their warnings.")
        @QueryParam("warning")
        @Separator(",")
        List<AwardResponse.Warning> warning;

        @Parameter(description = "Only awards with all these words, or beginnings of words, in number or title.")
        @QueryParam("q")
        String q;
    }

    private final AwardListService awards;

    AwardListResource(AwardListService awards) {
        this.awards = awards;
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List awards",
            description = "A grantee sees those of its own organisation. A filter on a field that an award does not"
                    + " state leaves the award out. With asOf they are as they were at a moment, and filters are about"
                    + " what they stated then.")
    public Page<AwardResponse> listAwards(
            @BeanParam Criteria criteria,
            @BeanParam PastParameter asOf,
            @BeanParam @SortedBy(AwardListService.class) PageParameters page) {
        return page.list(request -> awards.page(criteria, asOf.moment(), request));
    }
}
