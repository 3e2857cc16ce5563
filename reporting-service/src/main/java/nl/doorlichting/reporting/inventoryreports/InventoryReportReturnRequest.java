package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a report goes back: at least one remark, each on a section.
 *
 * @param remarks what is to be mended, each remark on one section; at least one
 */
public record InventoryReportReturnRequest(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Remark> remarks) {

    /**
     * What a reviewer misses or doubts in a section.
     *
     * @param section part of the report that the remark is about: a code of the codelist inventory-report-sections
     * @param remark what the reviewer misses or doubts, in words
     */
    @Schema(name = "InventoryReportRemarkRequest")
    public record Remark(
            @NotNull InventoryReportSection section,
            @NotBlank @Size(max = 2000) String remark) {}
}
