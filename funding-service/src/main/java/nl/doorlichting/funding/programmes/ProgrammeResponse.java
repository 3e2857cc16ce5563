package nl.doorlichting.funding.programmes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme (actieplan) as stored.
 *
 * @param code code by which everything names the programme, as in APR-2007-2011
 * @param name name in English
 * @param nameDutch Dutch name, by which the programme was published; null where it is the same
 * @param period days on which the programme runs
 */
public record ProgrammeResponse(
        UUID id,
        String code,
        String name,
        @Schema(nullable = true) String nameDutch,
        Period period,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
