package nl.doorlichting.training.networks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.platform.responses.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A network as stored.
 *
 * @param name name of the network
 * @param kind what the network is for
 * @param members members by name or, for organisations, by number, as in SIPI; empty where none is known, once they
 *     were erased, and in a table
 * @param memberCount number of members, as its source says; null where it is not stated
 * @param memberKind kind of members that memberCount counts; null where not stated
 * @param reference name that the caller gave the network, unique in the programme, as in networks/youth-work; null if
 *     it has none; it never changes
 */
public record NetworkResponse(
        UUID id,
        String programme,
        String name,
        NetworkKind kind,
        @Schema(nullable = true) Phenomenon phenomenon,
        @Schema(nullable = true) Track track,
        @Personal List<String> members,
        @Schema(nullable = true) Quantity memberCount,
        @Schema(nullable = true) NetworkMemberKind memberKind,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /** Without the members, who may be people. */
    @Override
    public String toString() {
        return "NetworkResponse " + id;
    }
}
