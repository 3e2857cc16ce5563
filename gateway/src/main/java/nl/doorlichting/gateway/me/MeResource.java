package nl.doorlichting.gateway.me;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.caller.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me", description = "The caller (aanroeper): who the token names, and what it may do.")
class MeResource {
    private final CurrentCaller caller;

    MeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Allowed(AccessRule.ANY_CALLER)
    @Operation(
            summary = "Get who I am",
            description = "Subject, roles and organisation, as the token says, and what the roles allow.")
    public MeResponse getMe() {
        return MeResponse.from(caller.get());
    }
}
