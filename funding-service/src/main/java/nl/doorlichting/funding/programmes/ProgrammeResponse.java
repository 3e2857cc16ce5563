package nl.doorlichting.funding.programmes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A programme (actieplan) as stored. */
public record ProgrammeResponse(
        UUID id,
        String code,
        String name,
        @Schema(nullable = true) String nameDutch,
        Period period,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
