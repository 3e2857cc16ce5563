package nl.doorlichting.gateway.forwarding;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer is broken off by closing its connection. The response's own reset does that too, but keeps it from
 * everybody who counts requests that run: stopping then waits for them as long as it may.
 */
final class ConnectionClosingRequest extends HttpServerRequestWrapper {
    private final HttpServerResponse response;

    ConnectionClosingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new ConnectionClosingResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class ConnectionClosingResponse extends AbstractResponseWrapper {
        private final HttpConnection connection;

        private ConnectionClosingResponse(HttpServerRequest request) {
            super(request.response());
            this.connection = request.connection();
        }

        @Override
        public boolean reset() {
            return reset(0);
        }

        @Override
        public boolean reset(long code) {
            if (ended()) {
                return false;
            }
            connection.close();
            return true;
        }
    }
}
