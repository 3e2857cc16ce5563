package nl.doorlichting.reporting.inventoryreports;

import static nl.doorlichting.domain.vocabulary.InventoryReportState.APPROVED;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.DRAFT;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.PUBLISHED;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.RETURNED;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.SUBMITTED;

import java.util.EnumSet;
import java.util.Set;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.access.AccessRule;

/**
 * What can be done to a report, by whom, in which states, and what becomes of it. Source:
 * docs/design/rules.md#inventory-reports.
 */
enum ReportAction {
    UPDATE("update", AccessRule.WRITE_INVENTORIES, InventoryReportStep.UPDATE, EnumSet.of(DRAFT, RETURNED), null),
    SUBMISSION(
            "submission",
            AccessRule.WRITE_INVENTORIES,
            InventoryReportStep.SUBMISSION,
            EnumSet.of(DRAFT, RETURNED),
            SUBMITTED),
    RETURN("return", AccessRule.PUBLISH_RESULTS, InventoryReportStep.RETURN, EnumSet.of(SUBMITTED), RETURNED),
    APPROVAL("approval", AccessRule.PUBLISH_RESULTS, InventoryReportStep.APPROVAL, EnumSet.of(SUBMITTED), APPROVED),
    PUBLICATION(
            "publication",
            AccessRule.PUBLISH_RESULTS,
            InventoryReportStep.PUBLICATION,
            EnumSet.of(APPROVED),
            PUBLISHED),
    CORRECTION(
            "corrections",
            AccessRule.WRITE_INVENTORIES,
            InventoryReportStep.CORRECTION,
            EnumSet.of(APPROVED, PUBLISHED),
            null);

    private final String jsonName;
    private final AccessRule rule;
    private final InventoryReportStep step;
    private final Set<InventoryReportState> from;
    private final InventoryReportState to;

    ReportAction(
            String jsonName,
            AccessRule rule,
            InventoryReportStep step,
            Set<InventoryReportState> from,
            InventoryReportState to) {
        this.jsonName = jsonName;
        this.rule = rule;
        this.step = step;
        this.from = from;
        this.to = to;
    }

    /** As in {@code allowedActions}: the last segment of its path. */
    String jsonName() {
        return jsonName;
    }

    AccessRule rule() {
        return rule;
    }

    InventoryReportStep step() {
        return step;
    }

    boolean isAllowedIn(InventoryReportState state) {
        return from.contains(state);
    }

    /** The state afterwards; what only changes the content leaves it. */
    InventoryReportState to(InventoryReportState state) {
        return to == null ? state : to;
    }
}
