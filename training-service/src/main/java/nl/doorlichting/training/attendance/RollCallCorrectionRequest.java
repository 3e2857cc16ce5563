package nl.doorlichting.training.attendance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.training.attendance.RollCallRequest.AttendanceRequest;

/**
 * A whole roll call, in place of a wrong one.
 *
 * @param attendances one line for each person named, each registration at most once; a registered person with a place
 *     who is not named is ABSENT. Empty where no person is named
 * @param targetGroup target group of the people who came; that of the training type if absent
 * @param reason why the roll call before was wrong, in words
 */
public record RollCallCorrectionRequest(
        @NotNull @Size(max = 1000) List<@NotNull @Valid AttendanceRequest> attendances,
        TargetGroup targetGroup,
        @NotBlank @Size(max = 500) String reason)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        return AttendanceRequest.violations(attendances);
    }
}
