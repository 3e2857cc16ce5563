package nl.doorlichting.training.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.training.attendance.RollCallRequest.AttendanceRequest;
import nl.doorlichting.training.registrations.AttendanceStatus;
import nl.doorlichting.training.registrations.RegistrationStatus;
import nl.doorlichting.training.registrations.Registrations.Registered;
import nl.doorlichting.training.trainingsessions.TrainingSessions.RollCallCounts;
import org.junit.jupiter.api.Test;

class RollCallTest {
    private static final Registered ANN = registered(RegistrationStatus.REGISTERED, Profession.POLICE);
    private static final Registered BOB = registered(RegistrationStatus.REGISTERED, null);
    private static final Registered CIS = registered(RegistrationStatus.WAITLISTED, Profession.EDUCATION);

    @Test
    void countsRegisteredPersonWithoutLineAsAbsent() {
        var rollCall = RollCall.of(List.of(line(ANN, AttendanceStatus.PRESENT, null)), List.of(ANN, BOB, CIS));
        assertEquals(new RollCallCounts(1, 1, 0, null), rollCall.counts(null));
        assertEquals(
                List.of(
                        new RollCall.Line(ANN.id(), AttendanceStatus.PRESENT, Profession.POLICE),
                        new RollCall.Line(BOB.id(), AttendanceStatus.ABSENT, null)),
                rollCall.lines());
    }

    @Test
    void countsPeopleFromQueueAndUnannounced() {
        var rollCall = RollCall.of(
                List.of(
                        line(CIS, AttendanceStatus.PRESENT, Profession.JUSTICE),
                        new AttendanceRequest(null, AttendanceStatus.PRESENT, Profession.OTHER),
                        line(ANN, AttendanceStatus.EXCUSED, null)),
                List.of(ANN, CIS));
        assertEquals(new RollCallCounts(2, 0, 1, null), rollCall.counts(null));
        assertEquals(Profession.JUSTICE, rollCall.lines().get(0).profession());
    }

    @Test
    void refusesLineOfPersonWithoutRegistration() {
        var refused = assertThrows(
                ProblemException.class,
                () -> RollCall.of(List.of(line(ANN, AttendanceStatus.PRESENT, null)), List.of(BOB)));
        assertEquals(ProblemType.REFERENCE_UNKNOWN, refused.type());
    }

    @Test
    void refusesRepeatedRegistrationAndUnannouncedAbsence() {
        var violations = AttendanceRequest.violations(List.of(
                line(ANN, AttendanceStatus.PRESENT, null),
                new AttendanceRequest(null, AttendanceStatus.ABSENT, null),
                line(ANN, AttendanceStatus.ABSENT, null),
                new AttendanceRequest(null, null, null)));
        assertEquals(
                List.of("/attendances/1/status", "/attendances/2/registrationId"),
                violations.stream().map(Violation::pointer).toList());
    }

    private static AttendanceRequest line(Registered registered, AttendanceStatus status, Profession profession) {
        return new AttendanceRequest(registered.id(), status, profession);
    }

    private static Registered registered(RegistrationStatus status, Profession profession) {
        return new Registered(UUID.randomUUID(), status, profession);
    }
}
