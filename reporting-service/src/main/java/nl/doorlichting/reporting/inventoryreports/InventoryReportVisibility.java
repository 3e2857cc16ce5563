package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;

/** Which reports a caller sees: staff all of them, a grantee those about a project of its own organisation. */
@ApplicationScoped
class InventoryReportVisibility {
    private static final String OWN =
            "exists (select 1 from InventoryReportProject p" + " where p.reportId = e.id and p.organisationId = :own)";

    private final CurrentCaller caller;

    InventoryReportVisibility(CurrentCaller caller) {
        this.caller = caller;
    }

    Filter narrow(Filter filter) {
        return seesAll() ? filter : filter.where(OWN, "own", own());
    }

    boolean shows(InventoryReportFacts report) {
        return seesAll() || report.organisations().contains(own());
    }

    /** Of a report about several projects, those that the caller sees. */
    boolean shows(InventoryReportProjectRequest project) {
        return seesAll() || caller.get().belongsTo(project.organisationId());
    }

    private boolean seesAll() {
        return caller.get().may(AccessRule.READ_INVENTORIES);
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
