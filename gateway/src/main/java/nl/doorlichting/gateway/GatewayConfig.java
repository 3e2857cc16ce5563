package nl.doorlichting.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services are: scheme, host and port, without a path; application.properties says which variable gives it. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {
    URI fundingUrl();

    URI trainingUrl();

    URI reportingUrl();
}
