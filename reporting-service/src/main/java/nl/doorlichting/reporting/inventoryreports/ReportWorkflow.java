package nl.doorlichting.reporting.inventoryreports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** The way of a report from draft to publication, and who may take it there. */
final class ReportWorkflow {
    private ReportWorkflow() {}

    /** What this caller may do now; {@code wrote} says whether the caller had a hand in the report. */
    static List<String> allowedActions(InventoryReportState state, Caller caller, boolean wrote) {
        return in(state)
                .filter(action -> caller.may(action.rule()))
                .filter(action -> !(wrote && action == ReportAction.APPROVAL))
                .map(ReportAction::jsonName)
                .toList();
    }

    /** 409 naming what can be done in this state. */
    static void refuseUnlessAllowed(ReportAction action, InventoryReportState state) {
        if (!action.isAllowedIn(state)) {
            var allowed = in(state).map(ReportAction::jsonName).toList();
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "A report that is " + state + " allows " + String.join(", ", allowed) + ".",
                    Map.of("allowed", allowed));
        }
    }

    /** 403: what one has written, another approves. */
    static void refuseOwn(ReportAction action, boolean wrote) {
        if (wrote && action == ReportAction.APPROVAL) {
            throw ProblemException.of(ProblemType.FOUR_EYES, "Who wrote the report does not approve it.");
        }
    }

    private static Stream<ReportAction> in(InventoryReportState state) {
        return Stream.of(ReportAction.values()).filter(action -> action.isAllowedIn(state));
    }
}
