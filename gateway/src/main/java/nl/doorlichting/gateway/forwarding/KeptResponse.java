package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import nl.doorlichting.gateway.clients.UpstreamBuilds;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.responses.ComputedBody;
import nl.doorlichting.platform.dataset.Build;

/** The answer of a service to a read whose answers are kept (ADR 60). It is read whole before the client gets it. */
final class KeptResponse implements ProxyInterceptor {
    // A longer one would take the place of many.
    private static final int LONGEST = 524_288;
    private static final String JSON = "application/json";

    private final RoutingContext request;
    private final Service service;
    private final UpstreamUnavailableResponder unavailable;

    KeptResponse(RoutingContext request, Service service, UpstreamUnavailableResponder unavailable) {
        this.request = request;
        this.service = service;
        this.unavailable = unavailable;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        if (!isKept(response)) {
            return context.sendResponse();
        }
        UpstreamBuilds.of(request).answered(service, response.headers().get(Build.HEADER));
        return SharedRefusals.whole(response)
                .onSuccess(this::keep)
                .<Void>mapEmpty()
                // The service ended halfway.
                .otherwise(failure -> {
                    unavailable.replace(response.release(), request.request());
                    return null;
                })
                .compose(whole -> context.sendResponse());
    }

    private void keep(Buffer body) {
        if (body.length() <= LONGEST) {
            ComputedBody.forwarded(request, body.getBytes());
        }
    }

    private static boolean isKept(ProxyResponse response) {
        var type = response.headers().get(HttpHeaders.CONTENT_TYPE);
        return response.getStatusCode() == 200 && type != null && type.startsWith(JSON) && response.getBody() != null;
    }
}
