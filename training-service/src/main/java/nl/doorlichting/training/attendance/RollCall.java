package nl.doorlichting.training.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.registrations.Registrations.Registered;
import nl.doorlichting.training.trainingsessions.TrainingSessions.RollCallCounts;

/** A roll call of a session: what was said, and of those registered and not named that they were absent. */
record RollCall(List<AttendanceLine> lines) {

    /** The complete roll call; 409 when a line names somebody who is not registered for the session. */
    static RollCall of(List<AttendanceRequest> named, Collection<Registered> registered) {
        var unnamed = registered.stream().collect(Collectors.toMap(Registered::id, Function.identity()));
        var lines = new ArrayList<AttendanceLine>();
        named.forEach(line -> lines.add(line(line, unnamed)));
        registered.stream()
                .filter(one -> unnamed.containsKey(one.id()) && one.hasPlace())
                .forEach(one -> lines.add(new AttendanceLine(one.id(), AttendanceStatus.ABSENT, one.profession())));
        return new RollCall(List.copyOf(lines));
    }

    RollCallCounts counts(TargetGroup targetGroup) {
        return new RollCallCounts(
                with(AttendanceStatus.PRESENT),
                with(AttendanceStatus.ABSENT),
                with(AttendanceStatus.EXCUSED),
                targetGroup);
    }

    private int with(AttendanceStatus status) {
        return (int) lines.stream().filter(line -> line.status() == status).count();
    }

    private static AttendanceLine line(AttendanceRequest said, Map<UUID, Registered> unnamed) {
        if (said.registrationId() == null) {
            return new AttendanceLine(null, said.status(), said.profession());
        }
        var registered = unnamed.remove(said.registrationId());
        if (registered == null) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "A registrationId is not that of a registration for this session.");
        }
        var profession = said.profession() == null ? registered.profession() : said.profession();
        return new AttendanceLine(registered.id(), said.status(), profession);
    }
}
