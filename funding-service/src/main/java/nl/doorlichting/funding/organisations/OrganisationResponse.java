package nl.doorlichting.funding.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation as stored.
 *
 * @param id the same as the number, for paths
 * @param number number by which everything names the organisation, as in GM0344: of a municipality its code; it never
 *     changes
 * @param name name of the organisation as it is officially written
 * @param kind what the organisation is: a code of the codelist organisation-kinds
 * @param municipality code of the municipality that the organisation is, or has its seat in, as in GM0344; null where
 *     it is not stated
 * @param parent number of the organisation that this one is a part of, as in GM0344; null for one that is part of none
 * @param validFrom first day on which the organisation existed under this name; null where it is not stated
 * @param validUntil first day on which it existed no more; null while it exists, or where it is not known
 * @param successor number of the organisation that took over, as in GM1883; null where none did
 * @param source where this is written, in words; null where it is not stated
 */
public record OrganisationResponse(
        String id,
        String number,
        String name,
        OrganisationKind kind,
        @Schema(nullable = true) String municipality,
        @Schema(nullable = true) String parent,
        @Schema(nullable = true) LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @Schema(nullable = true) String successor,
        @Schema(nullable = true) String source,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
