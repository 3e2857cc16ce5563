package nl.doorlichting.training.attendance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.registrations.AttendanceStatus;

/**
 * The people who came to a session. A registered person with a place who is not named here is ABSENT.
 *
 * @param attendances one line for each person named, each registration at most once; a registered person with a place
 *     who is not named is ABSENT. Empty where no person is named
 * @param targetGroup target group of the people who came; that of the training type if absent
 */
public record RollCallRequest(
        @NotNull @Size(max = 1000) List<@NotNull @Valid AttendanceRequest> attendances, TargetGroup targetGroup)
        implements HasCrossFieldRules {

    /**
     * One line of a roll call.
     *
     * @param registrationId id of the registration, also of a person on the waiting list; absent for a person who came
     *     unannounced, who is PRESENT and has no name here
     * @param status whether the person came, was excused or was absent
     * @param profession profession of the person: a code of the codelist professions; if absent that of the
     *     registration, if there is one
     */
    public record AttendanceRequest(
            UUID registrationId, @NotNull AttendanceStatus status, Profession profession) {

        /** A registration has one line at most, and a person who came unannounced is PRESENT. */
        static List<Violation> violations(List<AttendanceRequest> lines) {
            var violations = new ArrayList<Violation>();
            var named = new HashSet<UUID>();
            for (int i = 0; lines != null && i < lines.size(); i++) {
                var line = lines.get(i);
                var pointer = "/attendances/" + i;
                if (line != null && line.registrationId() != null && !named.add(line.registrationId())) {
                    violations.add(Violation.body(
                            pointer + "/registrationId",
                            ViolationCode.NOT_ALLOWED,
                            Map.of("repeated", line.registrationId()),
                            Text.of("attendance.registration-twice")));
                }
                if (line != null && line.registrationId() == null && cannotBeUnannounced(line.status())) {
                    violations.add(Violation.body(
                            pointer + "/status",
                            ViolationCode.NOT_ALLOWED,
                            Map.of("allowed", List.of(AttendanceStatus.PRESENT)),
                            Text.of("attendance.without-registration")));
                }
            }
            return violations;
        }

        private static boolean cannotBeUnannounced(AttendanceStatus status) {
            return status != null && status != AttendanceStatus.PRESENT;
        }
    }

    @Override
    public List<Violation> crossViolations() {
        return AttendanceRequest.violations(attendances);
    }
}
