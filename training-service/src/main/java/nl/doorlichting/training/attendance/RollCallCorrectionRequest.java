package nl.doorlichting.training.attendance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/**
 * Who came to a session, better known: the whole roll call anew.
 *
 * @param attendances those named, each registration at most once; whoever is registered and not named is ABSENT
 * @param targetGroup who they were; the training type's when absent
 * @param reason why the roll call before was not right, without personal data
 */
public record RollCallCorrectionRequest(
        @NotNull @Size(max = 1000) List<@NotNull @Valid AttendanceRequest> attendances,
        TargetGroup targetGroup,
        @NotBlank @Size(max = 500) String reason)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        return AttendanceRules.violations(attendances);
    }
}
