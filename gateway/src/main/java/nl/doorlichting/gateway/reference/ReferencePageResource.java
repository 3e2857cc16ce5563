package nl.doorlichting.gateway.reference;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.gateway.responses.FixedBody;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page for people that shows the OpenAPI document, and sends requests to this gateway. It loads nothing from another
 * host. It is no part of the contract, so the document does not have its paths.
 */
@Path("/")
class ReferencePageResource {
    // The library adds style elements and attributes whose text depends on the document, so hashes cannot list them. A
    // style cannot send anything to another host, because no other directive allows one.
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src"
            + " 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    private final ConditionalResponses responses;
    private final RoutingContext request;
    private final FixedBody page = FixedBody.ofResource("/reference/page.html");
    private final FixedBody script = FixedBody.ofResource("/reference/page.js");
    private final FixedBody library = FixedBody.ofResource("/reference/scalar.js");

    ReferencePageResource(ConditionalResponses responses, RoutingContext request) {
        this.responses = responses;
        this.request = request;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<Void> redirectToPage() {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION.toString(), "docs")
                .build();
    }

    @GET
    @Path("docs")
    @Produces(HTML)
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<byte[]> getPage() {
        // In place of the policy of every answer. A header of the returned response would stand beside it, and a
        // browser applies both.
        request.response().putHeader("Content-Security-Policy", POLICY);
        return responses.revalidated(page);
    }

    @GET
    @Path("docs/page.js")
    @Produces(JAVASCRIPT)
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<byte[]> getScript() {
        return responses.revalidated(script);
    }

    /** The pom names its version. */
    @GET
    @Path("docs/scalar.js")
    @Produces(JAVASCRIPT)
    @Allowed(AccessRule.PUBLIC)
    @Operation(hidden = true)
    public RestResponse<byte[]> getLibrary() {
        return responses.revalidated(library);
    }
}
