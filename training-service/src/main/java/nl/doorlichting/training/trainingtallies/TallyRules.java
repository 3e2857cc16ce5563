package nl.doorlichting.training.trainingtallies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** What the fields of a tally must be together; each of its own has been checked. */
final class TallyRules {
    private static final List<String> FIGURES = List.of("sessions", "participants", "expectedParticipants", "rating");

    private TallyRules() {}

    static List<Violation> violations(TrainingTallyRequest request) {
        var violations = new ArrayList<Violation>();
        if (request.sessions() == null
                && request.participants() == null
                && request.expectedParticipants() == null
                && request.rating() == null) {
            violations.add(Violation.body(
                    "",
                    ViolationCode.REQUIRED,
                    Map.of("anyOf", FIGURES),
                    "A tally states at least one of " + String.join(", ", FIGURES) + "."));
        }
        if (request.sessions() != null && request.sessions().statesNothing()) {
            violations.add(Violation.body(
                    "/sessions",
                    ViolationCode.REQUIRED,
                    Map.of("anyOf", List.of("planned", "held")),
                    "The number of planned sessions, of held ones, or both."));
        }
        if (request.participants() != null && request.trainingType() == null && request.targetGroup() == null) {
            violations.add(Violation.body(
                    "/targetGroup", ViolationCode.REQUIRED, "Without a training type, say who participated."));
        }
        if (request.participants() != null
                && request.sessions() != null
                && request.sessions().held() == null) {
            violations.add(Violation.body(
                    "/participants",
                    ViolationCode.NOT_ALLOWED,
                    "Participants are those of held sessions; of planned ones, state expectedParticipants."));
        }
        if (request.rating() != null) {
            violations.addAll(RatingRules.violations(request.rating()));
        }
        return violations;
    }
}
