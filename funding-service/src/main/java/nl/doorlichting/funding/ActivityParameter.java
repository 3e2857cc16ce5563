package nl.doorlichting.funding;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.lists.Filter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;

/** Which projects, or applications for projects, a list has: by who does what where, and when. */
public class ActivityParameter {
    @QueryParam("programme")
    @Separator(",")
    List<String> programme;

    @QueryParam("organisationId")
    @Separator(",")
    List<String> organisationId;

    @QueryParam("fundingInstrument")
    @Separator(",")
    List<FundingInstrument> fundingInstrument;

    @QueryParam("track")
    @Separator(",")
    List<Track> track;

    @QueryParam("actionLine")
    @Separator(",")
    List<ActionLine> actionLine;

    @QueryParam("interventionType")
    @Separator(",")
    List<InterventionType> interventionType;

    @QueryParam("phenomenon")
    @Separator(",")
    List<Phenomenon> phenomenon;

    @Parameter(description = "Only those with this municipality in their place, or as a partner; any of several.")
    @QueryParam("municipality")
    @Separator(",")
    List<String> municipality;

    @Parameter(description = "Only those with their place, or a partner, in this province, such as PV31.")
    @QueryParam("province")
    @Separator(",")
    List<String> province;

    @Parameter(description = "Only those whose period has a day in one of these calendar years, none without a period.")
    @QueryParam("year")
    @Separator(",")
    List<@Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer> year;

    /**
     * The filter, and only those.
     *
     * @param path from the entity to its track and action line, with a dot at its end; empty where it has them itself
     */
    public Filter narrow(Filter filter, String path, MunicipalityRegister register) {
        filter.equal("programme", programme)
                .equal("organisationId", organisationId)
                .equal("fundingInstrument", fundingInstrument)
                .equal(path + "track", track)
                .equal(path + "actionLine", actionLine);
        ListFilters.holding(filter, "intervention_types", interventionType);
        ListFilters.holding(filter, "phenomena", phenomenon);
        ListFilters.municipality(filter, municipality);
        ListFilters.province(filter, province, register);
        return ListFilters.year(filter, year);
    }
}
