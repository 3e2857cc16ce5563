package nl.doorlichting.gateway.forwarding;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose response is aborted by closing the connection. The response's own reset does so too, but then the end of
 * the request is not reported to the counters of running requests, and a shutdown waits for it until its time limit.
 */
final class ConnectionClosingRequest extends HttpServerRequestWrapper {
    private final HttpServerResponse response;

    ConnectionClosingRequest(HttpServerRequest request) {
        this((HttpServerRequestInternal) request);
    }

    private ConnectionClosingRequest(HttpServerRequestInternal request) {
        super(request);
        this.response = new ConnectionClosingResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class ConnectionClosingResponse extends AbstractResponseWrapper {
        private final HttpConnection connection;
        private final Context context;

        private ConnectionClosingResponse(HttpServerRequestInternal request) {
            super(request.response());
            this.connection = request.connection();
            this.context = request.context();
        }

        @Override
        public boolean reset() {
            return reset(0);
        }

        @Override
        public boolean reset(long code) {
            if (ended() || closed()) {
                return false;
            }
            // Not at once: the failure of a write comes in the midst of it, and closing writes too.
            context.runOnContext(later -> connection.close());
            return true;
        }
    }
}
