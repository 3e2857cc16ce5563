package nl.doorlichting.platform.records;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The withdrawal of a record that should not have been recorded.
 *
 * @param reason why the record is withdrawn, in words
 */
public record RecordWithdrawalRequest(
        @NotBlank @Size(max = 1000) String reason) {}
