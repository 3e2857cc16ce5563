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
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them, and never changes
 * @param name name of the network
 * @param kind what the network is for
 * @param members members as far as they are known, each once: by name or, for organisations, by number, as in SIPI;
 *     empty where none is known, once they were erased, with asOf, and for a caller that cannot change the network,
 *     because members may be people. The table (/csv) has no column of them
 * @param memberCount number of members, as the source says, which need not be the length of members; null where it is
 *     not stated
 * @param memberKind kind of members that memberCount counts; null where it is not stated
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
        String recordedBy,
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
