package nl.doorlichting.training.trainingsessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.vocabulary.TrainingSessionStatus;
import org.junit.jupiter.api.Test;

class TrainingSessionTest {
    private static final LocalDate DAY = LocalDate.of(2011, 5, 1);

    @Test
    void sessionIsHeldFromItsDayOn() {
        for (var today : new LocalDate[] {DAY, DAY.plusDays(1), DAY.plusYears(1)}) {
            var session = session();
            assertTrue(session.canBeHeld(today));
            session.hold(today);
            assertEquals(TrainingSessionStatus.HELD, session.status);
        }
    }

    @Test
    void sessionIsNotHeldBeforeItsDay() {
        var session = session();
        assertFalse(session.canBeHeld(DAY.minusDays(1)));
        refused(session, DAY.minusDays(1));
        assertEquals(TrainingSessionStatus.PLANNED, session.status);
    }

    @Test
    void sessionIsHeldOnce() {
        var session = session();
        session.hold(DAY);
        assertFalse(session.canBeHeld(DAY));
        refused(session, DAY);
    }

    private static void refused(TrainingSession session, LocalDate today) {
        var problem = assertThrows(ProblemException.class, () -> session.hold(today));
        assertEquals(ProblemType.INVALID_STATE, problem.type());
    }

    private static TrainingSession session() {
        var request = new TrainingSessionRequest(
                "P", "TYPE", "A session", DAY, null, null, null, null, null, null, null, null, "test");
        return new TrainingSession(UUID.randomUUID(), request, Instant.EPOCH, "somebody");
    }
}
