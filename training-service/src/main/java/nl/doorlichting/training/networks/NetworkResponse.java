package nl.doorlichting.training.networks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.quantity.Quantity;
import nl.doorlichting.kernel.vocabulary.NetworkKind;
import nl.doorlichting.kernel.vocabulary.NetworkMemberKind;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.kernel.web.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A network as stored. */
public record NetworkResponse(
        UUID id,
        String programme,
        String name,
        NetworkKind kind,
        @Schema(nullable = true) Phenomenon phenomenon,
        @Schema(nullable = true) Track track,
        List<String> members,
        @Schema(nullable = true) Quantity memberCount,
        @Schema(nullable = true) NetworkMemberKind memberKind,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    private static final List<String> UPDATE = List.of("update");

    static NetworkResponse from(Network network) {
        return new NetworkResponse(
                network.id,
                network.programme,
                network.name,
                network.kind,
                network.phenomenon,
                network.track,
                network.members(),
                network.memberCount == null ? null : network.memberCount.toQuantity(),
                network.memberKind,
                network.source,
                network.reference,
                network.note,
                network.createdAt,
                network.etag(),
                UPDATE);
    }
}
