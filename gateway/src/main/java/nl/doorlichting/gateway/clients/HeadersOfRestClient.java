package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import nl.doorlichting.platform.deadline.RequestDeadline;
import org.eclipse.microprofile.rest.client.ext.DefaultClientHeadersFactoryImpl;

/** States in each request to a service who asks, from which address, and how long the gateway waits for its answer. */
@ApplicationScoped
public class HeadersOfRestClient extends DefaultClientHeadersFactoryImpl {
    private final RoutingContext request;
    private final CallerHeaders caller;

    HeadersOfRestClient(RoutingContext request, CallerHeaders caller) {
        this.request = request;
        this.caller = caller;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = super.update(incoming, outgoing);
        if (caller.authorization() != null) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, caller.authorization());
        }
        headers.putSingle(CallerHeaders.FORWARDED_FOR, caller.address());
        headers.putSingle(
                RequestDeadline.HEADER,
                UpstreamDeadline.header(UpstreamDeadline.remaining(request, UpstreamResultReader.COMPOSITION)));
        return headers;
    }
}
