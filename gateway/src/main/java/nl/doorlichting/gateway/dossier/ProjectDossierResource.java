package nl.doorlichting.gateway.dossier;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.reports.CompleteParameter;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
            @PathParam("id") UUID id, @BeanParam AsOfParameter asOf, @BeanParam CompleteParameter complete) {
        return dossiers.dossier(id, asOf.moment(), complete.wanted())
                .map(dossier -> dossier.complete() ? responses.revalidated(dossier) : responses.notStored(dossier));
    }
}
