package nl.doorlichting.reporting.releases;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cell of a released table.
 *
 * @param key what it is about: part (ROW, TOTAL or UNALLOCATED), source where the table has several, and the dimensions;
 *     null for none in particular
 * @param measures its figures, as in the report
 */
public record ReleasedCell(
        @Schema(type = SchemaType.OBJECT) Map<String, String> key,
        @Schema(type = SchemaType.OBJECT) Map<String, Object> measures) {}
