package nl.doorlichting.api.codelists;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One code of a codelist as it is served.
 *
 * @param code the code, as fields have it
 * @param order its position in the list, from 1
 * @param validFrom first day on which the code is used; null where it always was
 * @param validUntil first day on which it is not used any more; null while it is
 * @param replacedBy code to use instead; null while this one is in use
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
