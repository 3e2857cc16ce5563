package nl.doorlichting.gateway.clients;

import io.vertx.core.MultiMap;

/**
 * What a service responded to a read, whatever it means.
 *
 * @param body empty where there is none
 */
public record UpstreamResponse(int status, MultiMap headers, byte[] body) {
    /** The values of a header, separated by commas; null without it. */
    public String header(String name) {
        var values = headers.getAll(name);
        return values.isEmpty() ? null : String.join(",", values);
    }
}
