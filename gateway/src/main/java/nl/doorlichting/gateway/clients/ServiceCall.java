package nl.doorlichting.gateway.clients;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.doorlichting.gateway.contract.Service;

/**
 * A read of one service for a part of an answer. Equal calls of one caller have the same answer while nothing is written.
 *
 * @param name of what is read, with its id where it is about one thing
 */
public record ServiceCall(Service service, String name, Map<String, String> parameters) {
    public ServiceCall {
        parameters = Map.copyOf(parameters);
    }

    /** Of what is about one thing. The recorded time may be null. */
    public static ServiceCall of(Service service, String name, Object id, Object asOf) {
        return new ServiceCall(service, name + "/" + id, asOf == null ? Map.of() : Map.of("asOf", asOf.toString()));
    }

    /** Its parameters, as one text that others do not have. */
    public String query() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
