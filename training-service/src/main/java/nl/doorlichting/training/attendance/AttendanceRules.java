package nl.doorlichting.training.attendance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What holds between the lines of one roll call. */
final class AttendanceRules {
    private AttendanceRules() {}

    /** A registration stands in one line, and who came unannounced was there. */
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
                        "The registration stands in another line."));
            }
            if (line != null && line.registrationId() == null && cannotBeUnannounced(line.status())) {
                violations.add(Violation.body(
                        pointer + "/status",
                        ViolationCode.NOT_ALLOWED,
                        Map.of("allowed", List.of(AttendanceStatus.PRESENT)),
                        "Who is not registered can only have been there."));
            }
        }
        return violations;
    }

    private static boolean cannotBeUnannounced(AttendanceStatus status) {
        return status != null && status != AttendanceStatus.PRESENT;
    }
}
