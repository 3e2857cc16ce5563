package nl.doorlichting.gateway.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.gateway.signin.SignIn.Outcome;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.parameters.ExplainsItsQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The way to the identity provider and back. It is no part of the contract, and 404 where nobody can sign in. */
@Path("/review/sign-in")
@Produces(SignInPage.MEDIA_TYPE)
class SignInResource {
    private final SignIn signIn;
    private final RoutingContext request;

    SignInResource(SignIn signIn, RoutingContext request) {
        this.signIn = signIn;
        this.request = request;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> beginSignIn() {
        return signIn.begin(request).map(SignInResource::response);
    }

    /** With what the provider says of it in the query. */
    @GET
    @Path("return")
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public Uni<RestResponse<byte[]>> finishSignIn() {
        return signIn.finish(request).map(SignInResource::response);
    }

    /** Nothing is below this address but the return. */
    @GET
    @Path("{below: .+}")
    @Produces({SignInPage.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Allowed(AccessRule.PUBLIC)
    @ExplainsItsQuery
    @Operation(hidden = true)
    public RestResponse<String> getNothing() {
        return signIn.nothingHere(request);
    }

    static RestResponse<byte[]> response(Outcome outcome) {
        var response = RestResponse.ResponseBuilder.<byte[]>create(outcome.status())
                .entity(outcome.page())
                .header(HttpHeaders.CACHE_CONTROL.toString(), "no-store");
        return outcome.address() == null
                ? response.build()
                : response.header(HttpHeaders.LOCATION.toString(), outcome.address())
                        .build();
    }
}
