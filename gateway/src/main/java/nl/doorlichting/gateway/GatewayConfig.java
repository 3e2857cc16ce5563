package nl.doorlichting.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Addresses of the services: scheme, host and port, without a path. application.properties names their variables. */
@ConfigMapping(prefix = "gateway")
public interface GatewayConfig {
    URI fundingUrl();

    URI trainingUrl();

    URI reportingUrl();
}
