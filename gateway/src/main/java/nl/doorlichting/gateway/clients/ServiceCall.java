package nl.doorlichting.gateway.clients;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.doorlichting.gateway.contract.Service;

/**
 * A read of one service for a part of an answer. Equal calls of one caller have the same answer while nothing is written.
 *
 * @param path of what is read, encoded
 * @param parameters of the query, not encoded
 */
public record ServiceCall(Service service, String path, Map<String, String> parameters) {
    public ServiceCall {
        parameters = Map.copyOf(parameters);
    }

    public static ServiceCall of(Service service, String path) {
        return new ServiceCall(service, path, Map.of());
    }

    /** Of the one thing of a list that has this id. */
    public static ServiceCall of(Service service, String list, Object id) {
        return of(service, list + "/" + encoded(id.toString()));
    }

    /** The same with this parameter, unless its value is null. */
    public ServiceCall with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new HashMap<>(parameters);
        more.put(name, value.toString());
        return new ServiceCall(service, path, more);
    }

    /** Its parameters, as one text that others do not have. */
    public String query() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Path and query, as in the first line of a request. */
    String target() {
        return parameters.isEmpty() ? path : path + "?" + query();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
