package nl.doorlichting.training.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.attendance.RollCallRequest.AttendanceRequest;
import nl.doorlichting.training.registrations.AttendanceStatus;
import nl.doorlichting.training.registrations.Registrations.Registered;
import nl.doorlichting.training.trainingsessions.TrainingSessions.RollCallCounts;

/** A complete roll call: the lines of the request, and a line for each registered person who is not named. */
record RollCall(List<Line> lines) {
    record Line(UUID registrationId, AttendanceStatus status, Profession profession) {}

    /** The complete roll call; 409 when a line names a person who is not registered for the session. */
    static RollCall of(List<AttendanceRequest> named, Collection<Registered> registered) {
        var unnamed = registered.stream().collect(Collectors.toMap(Registered::id, Function.identity()));
        refuseUnknown(named, unnamed.keySet());
        var lines = new ArrayList<Line>();
        named.forEach(line -> lines.add(line(line, unnamed)));
        registered.stream()
                .filter(one -> unnamed.containsKey(one.id()) && one.hasPlace())
                .forEach(one -> lines.add(new Line(one.id(), AttendanceStatus.ABSENT, one.profession())));
        return new RollCall(List.copyOf(lines));
    }

    RollCallCounts counts(TargetGroup targetGroup) {
        return new RollCallCounts(
                with(AttendanceStatus.PRESENT),
                with(AttendanceStatus.ABSENT),
                with(AttendanceStatus.EXCUSED),
                targetGroup);
    }

    /** In any order. */
    boolean hasSameLines(List<Line> others) {
        return counted(lines).equals(counted(others));
    }

    private static Map<Line, Long> counted(List<Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private int with(AttendanceStatus status) {
        return (int) lines.stream().filter(line -> line.status() == status).count();
    }

    private static void refuseUnknown(List<AttendanceRequest> named, Set<UUID> registered) {
        ProblemException.together(IntStream.range(0, named.size())
                .filter(row -> named.get(row).registrationId() != null)
                .filter(row -> !registered.contains(named.get(row).registrationId()))
                .<Runnable>mapToObj(row -> () -> {
                    throw ProblemException.unknownReference(
                            "/attendances/" + row + "/registrationId",
                            named.get(row).registrationId(),
                            Text.of("attendance.registration-unknown"));
                })
                .toArray(Runnable[]::new));
    }

    private static Line line(AttendanceRequest request, Map<UUID, Registered> unnamed) {
        if (request.registrationId() == null) {
            return new Line(null, request.status(), request.profession());
        }
        var registered = unnamed.remove(request.registrationId());
        var profession = request.profession() == null ? registered.profession() : request.profession();
        return new Line(registered.id(), request.status(), profession);
    }
}
