package nl.doorlichting.training.trainingsessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSessionTest {
    private static final LocalDate DAY = LocalDate.of(2011, 5, 1);

    @Test
    void holdsSessionFromItsDay() {
        for (var today : new LocalDate[] {DAY, DAY.plusDays(1), DAY.plusYears(1)}) {
            var session = session(null);
            assertTrue(session.allows(SessionAction.HEAD_COUNT, today));
            session.hold(SessionAction.HEAD_COUNT, today);
            assertEquals(TrainingSessionStatus.HELD, session.status());
        }
    }

    @Test
    void refusesHoldBeforeDay() {
        var session = session(null);
        refused(() -> session.hold(SessionAction.ROLL_CALL, DAY.minusDays(1)));
        assertEquals(TrainingSessionStatus.PLANNED, session.status());
    }

    @Test
    void refusesSecondHold() {
        for (var first : List.of(SessionAction.HEAD_COUNT, SessionAction.ROLL_CALL)) {
            var session = session(null);
            session.hold(first, DAY);
            refused(() -> session.hold(SessionAction.HEAD_COUNT, DAY));
            refused(() -> session.hold(SessionAction.ROLL_CALL, DAY));
            assertEquals(
                    List.of("correction", "corrections", "withdrawal", "evaluation-codes"),
                    session.possibleActions(DAY));
        }
    }

    @Test
    void cancelledSessionAllowsNoAction() {
        var session = session(null);
        session.confirm(DAY);
        session.cancel("snow", DAY);
        assertEquals(List.of(), session.possibleActions(DAY));
        refused(() -> session.confirm(DAY));
        refused(() -> session.hold(SessionAction.ROLL_CALL, DAY));
        var problem = refused(() -> session.require(SessionAction.REGISTRATIONS, DAY));
        assertEquals(List.of(), problem.members().get("allowed"));
    }

    @Test
    void refusesSecondConfirmation() {
        var session = session(null);
        session.confirm(DAY);
        var problem = refused(() -> session.confirm(DAY));
        assertEquals(
                List.of("update", "cancellation", "registrations", "head-count", "roll-call"),
                problem.members().get("allowed"));
    }

    @Test
    void acceptsRegistrationsUntilEndOfDay() {
        var session = session(null);
        assertTrue(session.allows(SessionAction.REGISTRATIONS, DAY));
        assertFalse(session.allows(SessionAction.REGISTRATIONS, DAY.plusDays(1)));
    }

    @Test
    void admitsAllPeopleWithoutCapacity() {
        var session = session(null);
        IntStream.range(0, 1000).forEach(i -> assertFalse(session.admit().waiting()));
        assertEquals(1000, session.registered());
    }

    @Test
    void refusesCapacityBelowRegistered() {
        var session = session(3);
        IntStream.range(0, 3).forEach(i -> session.admit());
        refused(() -> session.change(request(2), DAY));
        session.change(request(3), DAY);
        session.change(request(null), DAY);
    }

    /** After random events the capacity is not exceeded, and the queue is empty while a place is free. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverExceedsCapacityNorLeavesPlaceEmptyWithQueue(long seed) {
        var random = new Random(seed);
        var session = session(1 + random.nextInt(5));
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < 500; i++) {
            switch (random.nextInt(3)) {
                case 0 -> numbers.add(session.admit().number());
                case 1 -> leave(session, random.nextBoolean());
                default -> session.change(request(Math.max(session.registered(), 1) + random.nextInt(3)), DAY);
            }
            session.movedUp(session.freeForWaiting());
            assertTrue(session.registered() <= session.toRequest().capacity());
            assertTrue(session.waiting() == 0
                    || session.registered() == session.toRequest().capacity());
            assertTrue(session.registered() >= 0 && session.waiting() >= 0);
        }
        assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    }

    private static void leave(TrainingSession session, boolean waited) {
        if ((waited ? session.waiting() : session.registered()) > 0) {
            session.left(waited);
        }
    }

    private static ProblemException refused(Executable what) {
        var problem = assertThrows(ProblemException.class, what);
        assertEquals(ProblemType.INVALID_STATE, problem.type());
        return problem;
    }

    private static TrainingSession session(Integer capacity) {
        return new TrainingSession(UUID.randomUUID(), request(capacity), DAY, null, Instant.EPOCH, "coordinator");
    }

    private static TrainingSessionRequest request(Integer capacity) {
        return new TrainingSessionRequest(
                "P",
                "TYPE",
                "A session",
                DAY,
                null,
                null,
                null,
                null,
                null,
                null,
                capacity,
                null,
                "test",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
