package nl.doorlichting.funding.conditions;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far conditions are fulfilled. What the state cannot enforce is counted apart and has no breaches: it is coverage.
 *
 * @param enforceable conditions that the state can enforce
 * @param notEnforceable how far conditions are fulfilled that the state cannot enforce
 */
public record ConditionCoverageResponse(Enforceable enforceable, NotEnforceable notEnforceable) {

    /**
     * Conditions that the state can enforce.
     *
     * @param conditions number of conditions that pass the filters, fulfilled or not
     * @param fulfilled number of fulfilled conditions, those that were fulfilled late among them
     * @param open number of conditions that can be fulfilled still, and that have no last day or one that is not past
     * @param breached number of conditions that are not fulfilled and whose last day has passed
     * @param lapsed number of conditions that were not fulfilled when their award was revoked
     */
    @Schema(name = "EnforceableConditionCoverage")
    public record Enforceable(long conditions, long fulfilled, long open, long breached, long lapsed) {}

    /**
     * Conditions that the state cannot enforce.
     *
     * @param conditions number of conditions that pass the filters, fulfilled or not
     * @param fulfilled number of fulfilled conditions, those that were fulfilled late among them
     * @param open number of conditions that can be fulfilled still, and that have no last day or one that is not past
     * @param overdue number of conditions that are not fulfilled and whose last day has passed, which is no breach
     * @param lapsed number of conditions that were not fulfilled when their award was revoked or withdrawn
     */
    @Schema(name = "NotEnforceableConditionCoverage")
    public record NotEnforceable(long conditions, long fulfilled, long open, long overdue, long lapsed) {}

    static ConditionCoverageResponse of(List<ConditionCount> counts) {
        var can = find(counts, true);
        var cannot = find(counts, false);
        return new ConditionCoverageResponse(
                new Enforceable(can.conditions(), can.fulfilled(), open(can), can.late(), can.lapsed()),
                new NotEnforceable(
                        cannot.conditions(), cannot.fulfilled(), open(cannot), cannot.late(), cannot.lapsed()));
    }

    private static ConditionCount find(List<ConditionCount> counts, boolean enforceable) {
        return counts.stream()
                .filter(count -> count.enforceable() == enforceable)
                .findFirst()
                .orElse(new ConditionCount(enforceable, 0, 0, 0, 0));
    }

    private static long open(ConditionCount count) {
        return count.conditions() - count.fulfilled() - count.late() - count.lapsed();
    }
}
