package nl.doorlichting.reporting.inventoryreports;

import static nl.doorlichting.domain.vocabulary.InventoryReportState.APPROVED;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.DRAFT;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.PUBLISHED;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.RETURNED;
import static nl.doorlichting.domain.vocabulary.InventoryReportState.SUBMITTED;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;

/**
 * What can be done to a report: with which right, in which states, and the state afterwards. Each step is a version of the
 * report. Source: docs/design/rules.md#inventory-reports.
 */
enum InventoryReportAction {
    /** Makes the report, so no state allows it. */
    CREATION("creation", ReportingAccess.WRITE_INVENTORIES, EnumSet.noneOf(InventoryReportState.class), DRAFT),
    UPDATE("update", ReportingAccess.WRITE_INVENTORIES, EnumSet.of(DRAFT, RETURNED), null),
    SUBMISSION("submission", ReportingAccess.WRITE_INVENTORIES, EnumSet.of(DRAFT, RETURNED), SUBMITTED),
    RETURN("return", ReportingAccess.PUBLISH_RESULTS, EnumSet.of(SUBMITTED), RETURNED),
    APPROVAL("approval", ReportingAccess.PUBLISH_RESULTS, EnumSet.of(SUBMITTED), APPROVED),
    PUBLICATION("publication", ReportingAccess.PUBLISH_RESULTS, EnumSet.of(APPROVED), PUBLISHED),
    CORRECTION("corrections", ReportingAccess.WRITE_INVENTORIES, EnumSet.of(APPROVED, PUBLISHED), null),
    WITHDRAWAL("withdrawal", ReportingAccess.WITHDRAW_RESULTS, EnumSet.allOf(InventoryReportState.class), null);

    private final String jsonName;
    private final String rule;
    private final Set<InventoryReportState> from;
    private final InventoryReportState to;

    InventoryReportAction(String jsonName, String rule, Set<InventoryReportState> from, InventoryReportState to) {
        this.jsonName = jsonName;
        this.rule = rule;
        this.from = from;
        this.to = to;
    }

    /** The name in {@code allowedActions}: the last segment of its path. */
    String jsonName() {
        return jsonName;
    }

    String rule() {
        return rule;
    }

    /** Those that the state allows. */
    static Stream<InventoryReportAction> in(InventoryReportState state) {
        return Stream.of(values()).filter(action -> action.isAllowedIn(state));
    }

    boolean isAllowedIn(InventoryReportState state) {
        return from.contains(state);
    }

    /** Whether a caller that wrote a part of the report may take this step. */
    boolean isAllowedToWriter() {
        return this != APPROVAL;
    }

    /** Whether this step of an approved report is proposed first. */
    boolean isProposed() {
        return this == CORRECTION || this == WITHDRAWAL;
    }

    /** 403 when the caller wrote a part of the report and another has to take this step. */
    void refuseWriter(boolean wrote) {
        if (wrote && !isAllowedToWriter()) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("report.approved-by-writer"));
        }
    }

    /** What the version of the step is stored as: the release before reads no withdrawal. */
    InventoryReportAction stored() {
        return this == WITHDRAWAL ? CORRECTION : this;
    }

    /** The state afterwards; a change of the content alone leaves it. */
    InventoryReportState to(InventoryReportState state) {
        return to == null ? state : to;
    }
}
