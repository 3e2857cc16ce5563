package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;

/** What can be done with a session, by which caller and in which state. Answers and refusals follow the same rule. */
public enum SessionAction {
    UPDATE,
    CONFIRMATION,
    CANCELLATION,
    REGISTRATIONS,
    HEAD_COUNT,
    ROLL_CALL,
    /** Of how many came. */
    CORRECTION,
    /** Of what the session states. */
    CORRECTIONS,
    WITHDRAWAL,
    /** Of this session and the later ones of its series. */
    SERIES,
    EVALUATION_CODES;

    /** The name in allowedActions: the last segment of the path. */
    String segment() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isPossible(TrainingSession session, LocalDate today) {
        return switch (this) {
            case UPDATE, CANCELLATION -> session.isPending();
            case CONFIRMATION -> session.status() == TrainingSessionStatus.PLANNED;
            case REGISTRATIONS -> session.isPending() && !session.date().isBefore(today);
            case HEAD_COUNT, ROLL_CALL -> session.isPending() && !session.date().isAfter(today);
            case CORRECTION, CORRECTIONS, WITHDRAWAL, EVALUATION_CODES -> session.isHeld() && !session.isWithdrawn();
            case SERIES -> session.isPending() && session.series() != null;
        };
    }

    private boolean isFor(Caller caller) {
        return switch (this) {
            case ROLL_CALL -> caller.may(TrainingAccess.WRITE_ROLL_CALLS);
            case REGISTRATIONS -> caller.may(TrainingAccess.WRITE_REGISTRATIONS);
            default -> caller.may(TrainingAccess.WRITE_TRAININGS);
        };
    }

    /**
     * Names of what this caller, who sees the session, can do with it now.
     *
     * @param registered whether the caller has a place already, or one in the queue
     */
    static List<String> allowed(TrainingSession session, Instant now, Caller caller, boolean registered) {
        var today = DutchCalendar.dayOf(now);
        return Arrays.stream(values())
                .filter(action -> action.isFor(caller) && action.isPossible(session, today))
                .filter(action -> action != REGISTRATIONS || !registered && session.takesRegistrations(now))
                .filter(action -> action != EVALUATION_CODES || !session.isLedBy(caller.subject()))
                .map(SessionAction::segment)
                .toList();
    }
}
