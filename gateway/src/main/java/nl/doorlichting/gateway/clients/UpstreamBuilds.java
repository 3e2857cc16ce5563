package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.gateway.contract.Service;

/**
 * The builds of the services that the answer to one request is made from. While a service is upgraded, two builds answer
 * beside each other, and one request can get parts of both.
 */
public final class UpstreamBuilds {
    private static final String KEY = UpstreamBuilds.class.getName();
    private static final String UNKNOWN = "";

    private final Map<Service, Set<String>> builds = new ConcurrentHashMap<>();

    private UpstreamBuilds() {}

    /** Those that answer for this request from now on. */
    public static UpstreamBuilds of(RoutingContext request) {
        UpstreamBuilds known = request.get(KEY);
        if (known != null) {
            return known;
        }
        var builds = new UpstreamBuilds();
        request.put(KEY, builds);
        return builds;
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

    /** @param build null where the service does not state it */
    public void answered(Service service, String build) {
        note(service, build == null ? UNKNOWN : build);
    }

    void unavailable(Service service) {
        note(service, UNKNOWN);
    }

    private void note(Service service, String build) {
        builds.computeIfAbsent(service, asked -> ConcurrentHashMap.newKeySet()).add(build);
    }
}
