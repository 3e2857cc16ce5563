package nl.doorlichting.gateway.reports.training;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import nl.doorlichting.gateway.answers.ConditionalAnswers;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reports/training")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks, across the services.")
class TrainingReportResource {
    private final TrainingClient training;
    private final ConditionalAnswers answers;

    TrainingReportResource(TrainingClient training, ConditionalAnswers answers) {
        this.training = training;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({Role.ANALYST, Role.PROGRAMME_MANAGER, Role.REVIEWER})
    @Operation(
            summary = "Report training",
            description = "Sessions planned and held, participants of held ones, and ratings, by training type.")
    @APIResponseSchema(value = TrainingReport.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getTrainingReport(
            @Parameter(description = "Code of a programme; all when absent.", example = "APR-2007-2011")
                    @QueryParam("programme")
                    String programme,
            @Parameter(description = "First day of the figures wanted; those that stick out are left out and counted.")
                    @QueryParam("from")
                    LocalDate from,
            @Parameter(description = "First day after the figures wanted.") @QueryParam("until") LocalDate until,
            @Parameter(
                            description = "Dimension of the rows; trainingType when absent.",
                            schema = @Schema(type = SchemaType.STRING, enumeration = "trainingType"))
                    @QueryParam("by")
                    TrainingDimension by) {
        checkPeriod(from, until);
        return training.trainings(programme, from, until)
                .map(part -> part.body().orElseThrow(Completeness::unavailable))
                .map(statistics -> answers.revalidated(TrainingReport.from(statistics)));
    }

    private static void checkPeriod(LocalDate from, LocalDate until) {
        if (from != null && until != null && !from.isBefore(until)) {
            var minimum = Map.<String, Object>of("minimum", from.plusDays(1));
            throw ProblemException.violation(
                    Violation.query("until", ViolationCode.OUT_OF_RANGE, minimum, "until is not after from."));
        }
    }
}
