package nl.doorlichting.funding.budgetstatistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/budget-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Budget statistics", description = "A programme's money (begrotingscijfers), added up.")
class BudgetStatisticsResource {
    private final BudgetStatisticsService statistics;
    private final Clock clock;

    BudgetStatisticsResource(BudgetStatisticsService statistics, Clock clock) {
        this.clock = clock;
        this.statistics = statistics;
    }

    @GET
    @Allowed(FundingAccess.READ_BUDGET)
    @Operation(
            summary = "Sum the money of one programme",
            description =
                    "Budgeted, reallocated, spendable, committed, available and disbursed per line and year, where money was"
                            + " reallocated to, and the number of projects. A programme that is not there is 400.")
    public BudgetStatisticsResponse getBudgetStatistics(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @Parameter(
                            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        refuse(programme, asOf);
        return statistics.answer(programme, asOf);
    }

    @GET
    @Path("/projects")
    @Allowed(FundingAccess.READ_REPORTS)
    @Operation(
            summary = "Sum the money of each project",
            description = "All projects of one programme, however many, each with what was promised and paid in its"
                    + " awards, for reports/policy-review. The amounts are null for a caller who may not read the budget."
                    + " A programme that is not there is 400.")
    public ProjectMoneyResponse getProjectMoney(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @Parameter(
                            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf) {
        refuse(programme, asOf);
        return statistics.ofProjects(programme, asOf);
    }

    private void refuse(String programme, Instant asOf) {
        if (programme == null) {
            throw ProblemException.violation(Violation.query(
                    "programme", ViolationCode.REQUIRED, Map.of(), Text.of("finances.programme-required")));
        }
        if (asOf != null && asOf.isAfter(clock.instant())) {
            throw ProblemException.violation(Violation.query(
                    "asOf",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", clock.instant()),
                    Text.of("figures.as-of-in-future")));
        }
    }
}
