package nl.doorlichting.gateway.contract;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.gateway.responses.FixedBody;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.contract.OpenApiGenerator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contract", description = "This API as a document for programs (API-beschrijving).")
class OpenApiResource {
    private final ConditionalResponses responses;
    /** The document that the build made. Nothing is added at run time. */
    private final FixedBody document = FixedBody.ofResource("/" + OpenApiGenerator.RESOURCE);

    OpenApiResource(ConditionalResponses responses) {
        this.responses = responses;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get the OpenAPI document",
            description = "Of all resources: the gateway's own and those it forwards.")
    @APIResponse(
            responseCode = "200",
            description = "An OpenAPI 3.1 document",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public RestResponse<byte[]> getOpenApi() {
        return responses.revalidated(document);
    }
}
