package nl.doorlichting.reporting.activity;

import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A caution about a record.
 *
 * @param code which caution, such as VERDICT_ABOVE_EVIDENCE
 * @param detail the caution in words
 */
public record RecordWarning(
        String code, @Schema(implementation = String.class) Text detail) {}
