package nl.doorlichting.platform.bodies;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Counts the bytes of every body while it is read, because a chunked body does not declare its length. */
@Provider
public class PayloadLimitInterceptor implements ReaderInterceptor {
    private final PayloadLimits limits;
    private final RoutingContext context;

    public PayloadLimitInterceptor(PayloadLimits limits, RoutingContext context) {
        this.limits = limits;
        this.context = context;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        var limit = limits.of(context.request().path());
        reading.setInputStream(
                new LimitedInputStream(reading.getInputStream(), limit, () -> RequestBodyDrainer.discard(context)));
        return reading.proceed();
    }
}
