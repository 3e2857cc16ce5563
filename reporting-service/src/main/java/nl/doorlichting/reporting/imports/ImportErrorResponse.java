package nl.doorlichting.reporting.imports;

import java.util.Map;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One broken rule of one row.
 *
 * @param line line of the file on which the row begins, from 1; the header of a CSV file is line 1
 * @param column column, or path of the field; null when the row as a whole breaks the rule
 * @param value what the file has there; null where it is left out or confidential
 * @param code which rule is broken: a code of the codelist violation-codes
 * @param parameters values of the rule by name, such as bounds or allowed values, as the codelist violation-codes says
 *     for the code; empty if there are none
 */
public record ImportErrorResponse(
        long line,
        @Schema(nullable = true) String column,
        @Schema(nullable = true) String value,
        String code,
        Map<String, Object> parameters,
        @Schema(implementation = String.class) Text detail) {}
