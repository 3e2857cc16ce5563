package nl.doorlichting.gateway.contract;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.function.Function;
import nl.doorlichting.gateway.GatewayConfig;

/** The services behind the gateway. It publishes their documents and forwards their paths. The pom names each of them. */
public enum Service {
    FUNDING("funding-service", GatewayConfig::fundingUrl),
    TRAINING("training-service", GatewayConfig::trainingUrl),
    REPORTING("reporting-service", GatewayConfig::reportingUrl);

    private final String jsonName;
    private final Function<GatewayConfig, URI> url;

    Service(String jsonName, Function<GatewayConfig, URI> url) {
        this.jsonName = jsonName;
        this.url = url;
    }

    /** As in the {@code sources} of a report. */
    public String jsonName() {
        return jsonName;
    }

    /** Its address. */
    public URI url(GatewayConfig config) {
        return url.apply(config);
    }

    /** The OpenAPI document that its own build stored. */
    public InputStream document() throws IOException {
        var name = "/contracts/" + jsonName + "/target/openapi/openapi.json";
        var document = Service.class.getResourceAsStream(name);
        if (document == null) {
            throw new IOException("no document of " + jsonName + ": was its module built before this one?");
        }
        return document;
    }
}
