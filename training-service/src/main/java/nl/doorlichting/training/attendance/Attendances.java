package nl.doorlichting.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the other features may ask of roll calls. */
@ApplicationScoped
public class Attendances {
    private final AttendanceRepository attendances;

    Attendances(AttendanceRepository attendances) {
        this.attendances = attendances;
    }

    /** What the latest roll call says of these registrations; those that it does not name are absent. */
    public Map<UUID, AttendanceStatus> ofRegistrations(Collection<UUID> registrationIds) {
        return attendances.ofRegistrations(registrationIds);
    }
}
