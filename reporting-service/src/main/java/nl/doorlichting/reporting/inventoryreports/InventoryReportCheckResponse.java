package nl.doorlichting.reporting.inventoryreports;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/**
 * What a submission of the report would be refused for.
 *
 * @param missing what is missing, each with its pointer into the report; empty where it can be submitted
 */
public record InventoryReportCheckResponse(List<Violation> missing) {}
