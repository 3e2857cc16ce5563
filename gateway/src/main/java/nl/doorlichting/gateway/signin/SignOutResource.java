package nl.doorlichting.gateway.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.parameters.ExplainsItsQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Ends the session of a browser. It is no part of the contract, and 404 where nobody can sign in. */
@Path("/review/sign-out")
@Produces(SignInPage.MEDIA_TYPE)
class SignOutResource {
    private final SignIn signIn;
    private final RoutingContext request;

    SignOutResource(SignIn signIn, RoutingContext request) {
        this.signIn = signIn;
        this.request = request;
    }

    /** A form of the page, which has no fields. */
    @POST
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public RestResponse<byte[]> signOut() {
        return SignInResource.response(signIn.end(request));
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> getSignedOut() {
        return signIn.ended(request).map(SignInResource::response);
    }

    /** Nothing is below this address. */
    @GET
    @Path("{below: .+}")
    @Produces({SignInPage.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public RestResponse<String> getNothing() {
        return signIn.nothingHere(request);
    }
}
