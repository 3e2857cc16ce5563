package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a locked report should have stated.
 *
 * @param reason why the report has to be corrected, in words
 * @param report the whole content, as it is to stand; it must be complete
 */
public record InventoryReportCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull @Valid InventoryReportRequest report) {}
