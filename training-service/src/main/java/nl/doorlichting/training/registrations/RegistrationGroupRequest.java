package nl.doorlichting.training.registrations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;

/**
 * A list of people whom a coordinator registers for one session.
 *
 * @param registrations people, each with name and e-mail address (else 400), in the order in which they get places, at most 200
 */
public record RegistrationGroupRequest(
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid RegistrationRequest> registrations)
        implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        for (var i = 0; registrations != null && i < registrations.size(); i++) {
            if (registrations.get(i) != null) {
                violations.addAll(registrations.get(i).missingAt("/registrations/" + i));
            }
        }
        return violations;
    }
}
