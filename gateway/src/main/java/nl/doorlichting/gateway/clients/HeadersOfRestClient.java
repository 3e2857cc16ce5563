package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import nl.doorlichting.platform.deadline.RequestDeadline;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * States in each request to a service who asks, from which address, how long the gateway waits for its answer, and in which
 * language its texts are: a service words its refusal, which the gateway passes on, for the client of the gateway.
 */
@ApplicationScoped
public class HeadersOfRestClient implements ClientHeadersFactory {
    private final RoutingContext request;
    private final CallerHeaders caller;

    HeadersOfRestClient(RoutingContext request, CallerHeaders caller) {
        this.request = request;
        this.caller = caller;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        if (incoming.containsKey(HttpHeaders.ACCEPT_LANGUAGE)) {
            headers.put(HttpHeaders.ACCEPT_LANGUAGE, incoming.get(HttpHeaders.ACCEPT_LANGUAGE));
        }
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
