package nl.doorlichting.gateway.version;

import nl.doorlichting.platform.responses.ApiVersion;
import nl.doorlichting.platform.version.RunningVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which version of the product runs, and of this contract.
 *
 * @param product version of the product, by semantic versioning
 * @param contract version of this contract, as in the header API-Version
 * @param commit id of the commit in git that the gateway was built from; null where the build did not state it
 */
public record VersionResponse(
        String product,
        String contract,
        @Schema(nullable = true) String commit) {
    static VersionResponse from(RunningVersion version) {
        return new VersionResponse(
                version.product(), ApiVersion.CURRENT, version.commit().orElse(null));
    }
}
