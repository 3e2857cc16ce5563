package nl.doorlichting.reporting.activity;

import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A caution about a record.
 *
 * @param code which caution: VERDICT_ABOVE_EVIDENCE of a verdict; EMBEDDING_STALE or EMBEDDING_ENDED of a statement on
 *     embedding
 * @param detail the caution in words; the code is the contract
 */
public record RecordWarning(
        String code, @Schema(implementation = String.class) Text detail) {}
