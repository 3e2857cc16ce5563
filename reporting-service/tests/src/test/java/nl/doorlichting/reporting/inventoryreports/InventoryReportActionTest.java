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
import nl.doorlichting.platform.records.RecordWithdrawal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryReportActionTest {
    private static final Caller BOTH = new Caller("both", Set.of(Role.RESEARCHER, Role.REVIEWER), null);

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    /** The steps of the design page, written a second time. */
    private static InventoryReportState expected(InventoryReportState state, InventoryReportAction action) {
        return switch (state + " " + action) {
            case "DRAFT UPDATE" -> InventoryReportState.DRAFT;
            case "RETURNED UPDATE" -> InventoryReportState.RETURNED;
            case "DRAFT SUBMISSION", "RETURNED SUBMISSION" -> InventoryReportState.SUBMITTED;
            case "SUBMITTED RETURN" -> InventoryReportState.RETURNED;
            case "SUBMITTED APPROVAL" -> InventoryReportState.APPROVED;
            case "APPROVED PUBLICATION" -> InventoryReportState.PUBLISHED;
            case "APPROVED CORRECTION" -> InventoryReportState.APPROVED;
            case "PUBLISHED CORRECTION" -> InventoryReportState.PUBLISHED;
            default -> action == InventoryReportAction.WITHDRAWAL ? state : null;
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void acceptsExactlyTheDesignedSteps(long seed) {
        var random = new Random(seed);
        var report = draft();
        for (int i = 0; i < 40; i++) {
            take(
                    report,
                    InventoryReportAction.values()[random.nextInt(InventoryReportAction.values().length)],
                    Instant.ofEpochSecond(i));
            var counts = EnumSet.of(InventoryReportState.APPROVED, InventoryReportState.PUBLISHED)
                    .contains(report.state());
            assertEquals(counts, report.approvedAt() != null);
            assertEquals(report.state() == InventoryReportState.PUBLISHED, report.publishedAt() != null);
        }
    }

    private static void take(InventoryReport report, InventoryReportAction action, Instant at) {
        var before = report.state();
        var approvedAt = report.approvedAt();
        var expected = expected(before, action);
        var problem = refusal(() -> report.take(action, at));
        if (expected == null) {
            assertEquals(ProblemType.INVALID_STATE, problem.type());
            assertEquals(allowed(before), problem.members().get("allowed"));
        }
        assertEquals(expected == null ? before : expected, report.state());
        assertTrue(approvedAt == null || approvedAt.equals(report.approvedAt()), "approved once");
    }

    @ParameterizedTest
    @EnumSource(InventoryReportState.class)
    void allowedActionsAreTheStepsThatSucceed(InventoryReportState state) {
        var report = reportIn(state);
        assertEquals(allowed(state), report.allowedActions(BOTH, false, false));
        var wrote = report.allowedActions(BOTH, true, false);
        assertFalse(wrote.contains("approval"));
        assertEquals(
                allowed(state).stream().filter(name -> !name.equals("approval")).toList(), wrote);
        assertEquals(List.of(), report.allowedActions(new Caller("a", Set.of(Role.ANALYST), null), false, false));
    }

    @ParameterizedTest
    @EnumSource(InventoryReportState.class)
    void nothingIsDoneWithWithdrawnReport(InventoryReportState state) {
        var report = reportIn(state);
        report.withdraw(new RecordWithdrawal(Instant.EPOCH, "both", "of another programme"));
        assertEquals(state, report.state());
        assertEquals(List.of(), report.allowedActions(BOTH, false, false));
        for (var action : InventoryReportAction.values()) {
            assertEquals(
                    ProblemType.INVALID_STATE,
                    refusal(() -> report.take(action, Instant.EPOCH)).type());
        }
    }

    @Test
    void refusesWriterOnlyAtApproval() {
        for (var action : InventoryReportAction.values()) {
            var problem = refusal(() -> action.refuseWriter(true));
            assertEquals(action == InventoryReportAction.APPROVAL, problem != null);
        }
        InventoryReportAction.APPROVAL.refuseWriter(false);
    }

    private static List<String> allowed(InventoryReportState state) {
        return Stream.of(InventoryReportAction.values())
                .filter(action -> expected(state, action) != null)
                .map(InventoryReportAction::jsonName)
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

    private static InventoryReport reportIn(InventoryReportState state) {
        var report = draft();
        var steps = switch (state) {
            case DRAFT -> "";
            case SUBMITTED -> "SUBMISSION";
            case RETURNED -> "SUBMISSION RETURN";
            case APPROVED -> "SUBMISSION APPROVAL";
            case PUBLISHED -> "SUBMISSION APPROVAL PUBLICATION";
        };
        Stream.of(steps.split(" "))
                .filter(step -> !step.isEmpty())
                .forEach(step -> report.take(InventoryReportAction.valueOf(step), Instant.EPOCH));
        assertEquals(state, report.state());
        return report;
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
                null,
                null);
        return new InventoryReport(UUID.randomUUID(), request, "{}", Instant.EPOCH, "researcher");
    }
}
