package nl.doorlichting.reporting.inventoryreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportWorkflowTest {
    private static final Caller BOTH = new Caller("both", Set.of(Role.RESEARCHER, Role.REVIEWER), null);

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    /** The way as the design draws it, written down a second time. */
    private static InventoryReportState expected(InventoryReportState state, ReportAction action) {
        return switch (state + " " + action) {
            case "DRAFT UPDATE" -> InventoryReportState.DRAFT;
            case "RETURNED UPDATE" -> InventoryReportState.RETURNED;
            case "DRAFT SUBMISSION", "RETURNED SUBMISSION" -> InventoryReportState.SUBMITTED;
            case "SUBMITTED RETURN" -> InventoryReportState.RETURNED;
            case "SUBMITTED APPROVAL" -> InventoryReportState.APPROVED;
            case "APPROVED PUBLICATION" -> InventoryReportState.PUBLISHED;
            case "APPROVED CORRECTION" -> InventoryReportState.APPROVED;
            case "PUBLISHED CORRECTION" -> InventoryReportState.PUBLISHED;
            default -> null;
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomStepsKeepToTheWay(long seed) {
        var random = new Random(seed);
        var report = draft();
        for (int i = 0; i < 40; i++) {
            take(report, ReportAction.values()[random.nextInt(ReportAction.values().length)], Instant.ofEpochSecond(i));
            var counts = EnumSet.of(InventoryReportState.APPROVED, InventoryReportState.PUBLISHED)
                    .contains(report.state);
            assertEquals(counts, report.approvedAt != null);
            assertEquals(report.state == InventoryReportState.PUBLISHED, report.publishedAt != null);
        }
    }

    private static void take(InventoryReport report, ReportAction action, Instant at) {
        var before = report.state;
        var approvedAt = report.approvedAt;
        var expected = expected(before, action);
        var problem = refusal(() -> report.take(action, at));
        if (expected == null) {
            assertEquals(ProblemType.INVALID_STATE, problem.type());
            assertEquals(allowed(before), problem.members().get("allowed"));
        }
        assertEquals(expected == null ? before : expected, report.state);
        assertTrue(approvedAt == null || approvedAt.equals(report.approvedAt), "approved once");
    }

    @ParameterizedTest
    @EnumSource(InventoryReportState.class)
    void allowedActionsAreThoseThatWouldBeTaken(InventoryReportState state) {
        assertEquals(allowed(state), ReportWorkflow.allowedActions(state, BOTH, false));
        var wrote = ReportWorkflow.allowedActions(state, BOTH, true);
        assertFalse(wrote.contains("approval"));
        assertEquals(
                allowed(state).stream().filter(name -> !name.equals("approval")).toList(), wrote);
        assertEquals(
                List.of(), ReportWorkflow.allowedActions(state, new Caller("a", Set.of(Role.ANALYST), null), false));
    }

    @Test
    void ownReportIsRefusedOnlyAtApproval() {
        for (var action : ReportAction.values()) {
            var problem = refusal(() -> ReportWorkflow.refuseOwn(action, true));
            assertEquals(action == ReportAction.APPROVAL, problem != null);
        }
        ReportWorkflow.refuseOwn(ReportAction.APPROVAL, false);
    }

    private static List<String> allowed(InventoryReportState state) {
        return Stream.of(ReportAction.values())
                .filter(action -> expected(state, action) != null)
                .map(ReportAction::jsonName)
                .toList();
    }

    private static ProblemException refusal(Runnable step) {
        try {
            step.run();
            return null;
        } catch (ProblemException refused) {
            return refused;
        }
    }

    private static InventoryReport draft() {
        var request = new InventoryReportRequest(
                "P",
                UUID.randomUUID(),
                null,
                "t",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new InventoryReport(UUID.randomUUID(), request, "{}", Instant.EPOCH, "somebody");
    }
}
