package nl.doorlichting.training.attendance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/**
 * Who came to a session. Whoever is registered and not named here is ABSENT.
 *
 * @param attendances those named, each registration at most once
 * @param targetGroup who they were; the training type's when absent
 */
public record RollCallRequest(
        @NotNull @Size(max = 1000) List<@NotNull @Valid AttendanceRequest> attendances, TargetGroup targetGroup)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        return AttendanceRules.violations(attendances);
    }
}
