package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.dataset.Build;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The builds of the services that the answer to one request is made from. While a service is upgraded, two builds answer
 * beside each other, and one request can get parts of both.
 */
public final class AnsweringBuilds {
    private static final String KEY = AnsweringBuilds.class.getName();
    private static final String UNKNOWN = "";

    private final Map<Service, Set<String>> builds = new ConcurrentHashMap<>();

    private AnsweringBuilds() {}

    /** Notes from now on which builds answer for this request. */
    public static void observe(RoutingContext request) {
        request.put(KEY, new AnsweringBuilds());
    }

    /** Those of this request; it must be observed. */
    public static AnsweringBuilds of(RoutingContext request) {
        return request.get(KEY);
    }

    /**
     * Whether every service that was asked answered, and those named here with this build only.
     *
     * @param expected the build of each service
     */
    public boolean areAll(Map<Service, String> expected) {
        return builds.entrySet().stream().allMatch(answered -> {
            var build = expected.get(answered.getKey());
            return build == null
                    ? !answered.getValue().contains(UNKNOWN)
                    : answered.getValue().equals(Set.of(build));
        });
    }

    static void answered(RoutingContext request, Service service, RestResponse<?> answer) {
        var build = answer.getHeaderString(Build.HEADER);
        note(request, service, build == null ? UNKNOWN : build);
    }

    static void unavailable(RoutingContext request, Service service) {
        note(request, service, UNKNOWN);
    }

    private static void note(RoutingContext request, Service service, String build) {
        var observed = request.<AnsweringBuilds>get(KEY);
        if (observed != null) {
            observed.builds
                    .computeIfAbsent(service, asked -> ConcurrentHashMap.newKeySet())
                    .add(build);
        }
    }
}
