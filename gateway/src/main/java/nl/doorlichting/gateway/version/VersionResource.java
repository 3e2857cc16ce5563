package nl.doorlichting.gateway.version;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.version.RunningVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/version")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contract", description = "This API as a document for programs (API-beschrijving).")
class VersionResource {
    private final RunningVersion version;

    VersionResource(RunningVersion version) {
        this.version = version;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get which version runs",
            description = "Of the gateway that answers. During an upgrade another instance may answer another version.")
    public VersionResponse getVersion() {
        return VersionResponse.from(version);
    }
}
