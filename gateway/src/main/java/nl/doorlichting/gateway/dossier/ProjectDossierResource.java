package nl.doorlichting.gateway.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/projects/{id}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers", description = "All that is known of one project (projectdossier), from every service.")
class ProjectDossierResource {
    private final ProjectDossiers dossiers;
    private final ConditionalResponses responses;

    ProjectDossierResource(ProjectDossiers dossiers, ConditionalResponses responses) {
        this.dossiers = dossiers;
        this.responses = responses;
    }

    @GET
    @Allowed(GatewayAccess.READ_DOSSIERS)
    @Operation(
            summary = "Get a project's dossier",
            description = "Money, trainings, reports, reach, indicators, verdicts, lessons, embedding and products of"
                    + " one project. Only an analyst may read every part. What another caller may not read is null, and"
                    + " withheld names it. With asOf what was recorded then.")
    @APIResponseSchema(value = ProjectDossier.class, responseDescription = "The dossier")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getProjectDossier(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "What was recorded by this moment, UTC; all that is recorded if absent.",
                            example = "2011-06-30T12:00:00Z")
                    @QueryParam("asOf")
                    Instant asOf,
            @Parameter(
                            description = Completeness.PARAMETER,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"partial", "required"}))
                    @QueryParam("complete")
                    Completeness complete) {
        return dossiers.dossier(id, asOf, complete)
                .map(dossier -> dossier.complete() ? responses.revalidated(dossier) : responses.notStored(dossier));
    }
}
