package nl.doorlichting.training.registrations;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What roll calls say of registrations. Attendance implements it, so that registrations do not depend on it. */
public interface RollCalls {
    /** By registration, from the latest roll calls; a registration that none names is absent. */
    Map<UUID, AttendanceStatus> ofRegistrations(Collection<UUID> ids);
}
