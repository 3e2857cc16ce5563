package nl.doorlichting.gateway.forwarding;

import io.vertx.core.http.HttpClientRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/**
 * A request to a service that ignores a reset once the service has all of it and its response has begun. The proxy resets a
 * request whose caller leaves. For that the client closes the connection, also when the response has ended and another request
 * has the connection by then. The rest of the response is dropped instead.
 */
final class LateResetGuard implements InvocationHandler {
    private final HttpClientRequest request;
    private final BooleanSupplier hasPassed;

    private LateResetGuard(HttpClientRequest request, BooleanSupplier hasPassed) {
        this.request = request;
        this.hasPassed = hasPassed;
    }

    /** @param hasPassed whether the service has all of the request */
    static HttpClientRequest of(HttpClientRequest request, BooleanSupplier hasPassed) {
        return (HttpClientRequest) Proxy.newProxyInstance(
                HttpClientRequest.class.getClassLoader(),
                new Class<?>[] {HttpClientRequest.class},
                new LateResetGuard(request, hasPassed));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("reset") && request.response().succeeded() && hasPassed.getAsBoolean()) {
            return false;
        }
        try {
            return method.invoke(request, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
