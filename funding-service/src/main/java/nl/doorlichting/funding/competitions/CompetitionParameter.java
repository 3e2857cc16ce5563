package nl.doorlichting.funding.competitions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.records.RecordWithdrawal;
import org.jboss.resteasy.reactive.Separator;

/** Which of them a list has. */
class CompetitionParameter {
    @QueryParam("programme")
    @Separator(",")
    List<String> programme;

    @QueryParam("year")
    @Separator(",")
    List<@Min(Period.FIRST_YEAR) @Max(Period.LAST_YEAR) Integer> year;

    @QueryParam("organisationId")
    @Separator(",")
    List<String> organisationId;

    @QueryParam("projectId")
    @Separator(",")
    List<UUID> projectId;

    @QueryParam("withdrawn")
    Boolean withdrawn;

    Filter toFilter() {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("year", year)
                .equal("organisationId", organisationId)
                .equal("projectId", projectId);
        return RecordWithdrawal.narrow(filter, withdrawn);
    }
}
