package nl.doorlichting.reporting.imports;

import java.util.Map;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One broken rule of one row.
 *
 * @param line line of the file on which the row begins, from 1; the header of a CSV file is line 1
 * @param column column of the CSV file, or path of the field with points, as in period.from; null where the row as a
 *     whole breaks the rule
 * @param value what the file has in that column, at most the first 200 characters; null where it has nothing there, or
 *     column is null
 * @param code which rule is broken: a code of the codelist violation-codes; ALREADY_EXISTS where the figure is recorded
 *     already or stands in an earlier line; or, of a rule of the row as a whole, the type of the problem in capitals,
 *     such as INVALID_STATE
 * @param parameters values of the rule by name, such as bounds or allowed values, as the codelist violation-codes says
 *     for the code; with ALREADY_EXISTS existing (path of the recorded observation) or line (the earlier line); empty
 *     if there are none
 */
public record ImportErrorResponse(
        long line,
        @Schema(nullable = true) String column,
        @Schema(nullable = true) String value,
        String code,
        Map<String, Object> parameters,
        @Schema(implementation = String.class) Text detail) {}
