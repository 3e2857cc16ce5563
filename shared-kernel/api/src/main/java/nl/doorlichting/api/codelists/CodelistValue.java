package nl.doorlichting.api.codelists;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One code of a codelist as it is served.
 *
 * @param code the code, as fields have it
 * @param order its position, from 1
 * @param validFrom first day of use, null when always
 * @param validUntil first day out of use, null while in use
 * @param replacedBy the code to use instead, null while in use
 */
public record CodelistValue(
        String code,
        String labelDutch,
        String labelEnglish,
        String definitionDutch,
        String definitionEnglish,
        int order,
        @Schema(nullable = true) LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @Schema(nullable = true) String replacedBy) {}
