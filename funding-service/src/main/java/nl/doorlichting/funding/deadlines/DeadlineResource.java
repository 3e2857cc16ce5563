package nl.doorlichting.funding.deadlines;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Separator;

@Path("/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines", description = "What is due and what is overdue (termijnen), by organisation and by officer.")
class DeadlineResource {
    private final DeadlineService deadlines;

    DeadlineResource(DeadlineService deadlines) {
        this.deadlines = deadlines;
    }

    @GET
    @CsvExport
    @Allowed(FundingAccess.READ_AWARDS)
    @Operation(
            summary = "List deadlines",
            description = "What is still to be done: applications to complete or to decide on, conditions to meet,"
                    + " subsidies to account for, instalments to pay, claims to pay back. What is done is not here. A"
                    + " grantee sees those of its own organisation.")
    public Page<DeadlineResponse> listDeadlines(
            @QueryParam("programme") @Separator(",") List<String> programme,
            @QueryParam("kind") @Separator(",") List<DeadlineKind> kind,
            @QueryParam("organisationId") @Separator(",") List<String> organisationId,
            @QueryParam("officer") @Separator(",") List<String> officer,
            @Parameter(description = "True for those with overdue true only, false for those with overdue false only.")
                    @QueryParam("overdue")
                    Boolean overdue,
            @Parameter(description = "Only those due before this day.") @QueryParam("until") LocalDate until,
            @BeanParam @SortedBy(DeadlineRepository.class) PageParameters page) {
        var filter = new DeadlineFilter(programme, kind, organisationId, officer, overdue, until);
        return page.list(request -> deadlines.page(filter, request));
    }
}
