package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import nl.doorlichting.platform.deadline.RequestDeadline;
import org.eclipse.microprofile.rest.client.ext.DefaultClientHeadersFactoryImpl;

/** States in each request to a service how long the gateway waits for its answer. */
@ApplicationScoped
public class TimeLimitOfRestClient extends DefaultClientHeadersFactoryImpl {
    private final RoutingContext request;

    TimeLimitOfRestClient(RoutingContext request) {
        this.request = request;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = super.update(incoming, outgoing);
        headers.putSingle(
                RequestDeadline.HEADER,
                UpstreamDeadline.header(UpstreamDeadline.remaining(request, UpstreamResultReader.COMPOSITION)));
        return headers;
    }
}
