package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.training.Today;

/**
 * What the caller sees of sessions: a coordinator all, a trainer his own, a professional those that are open to register
 * for (docs/design/roles.md#table).
 */
@ApplicationScoped
class SessionViewer {
    // In PostgreSQL's own words, so that its index answers.
    private static final String OWN = "cast(sql('? @> array[cast(? as text)]', e.trainers, :viewer) as Boolean) = true";
    private static final String OPEN = "(e.status in (PLANNED, CONFIRMED) and e.date >= :viewed_on)";

    private final CurrentCaller caller;
    private final Today today;

    SessionViewer(CurrentCaller caller, Today today) {
        this.caller = caller;
        this.today = today;
    }

    Caller caller() {
        return caller.get();
    }

    Today today() {
        return today;
    }

    /** Leaves in the list what the caller sees. */
    Filter narrow(Filter filter) {
        if (isCoordinator()) {
            return filter;
        }
        var ways = new ArrayList<String>();
        if (caller().may(AccessRule.LEAD_TRAINING_SESSIONS)) {
            ways.add(OWN);
            filter.parameters().put("viewer", caller().subject());
        }
        if (caller().may(AccessRule.READ_OWN_REGISTRATIONS)) {
            ways.add(OPEN);
            filter.parameters().put("viewed_on", today.day());
        }
        return filter.where("(" + String.join(" or ", ways) + ")");
    }

    boolean sees(TrainingSession session) {
        return isCoordinator()
                || isOwn(session)
                || (caller().may(AccessRule.READ_OWN_REGISTRATIONS)
                        && SessionAction.REGISTRATIONS.isPossible(session, today.day()));
    }

    boolean isCoordinator() {
        return caller().may(AccessRule.READ_TRAININGS);
    }

    /** Whether the caller is a trainer of this session. */
    boolean isOwn(TrainingSession session) {
        return caller().may(AccessRule.LEAD_TRAINING_SESSIONS)
                && List.of(session.trainers).contains(caller().subject());
    }

    TrainingSessionResponse show(TrainingSession session, HeadCount count) {
        var staff = isCoordinator() || isOwn(session);
        return TrainingSessionResponse.from(
                session, count, staff ? List.of(session.trainers) : List.of(), allowedActions(session));
    }

    List<String> allowedActions(TrainingSession session) {
        return SessionAction.allowed(session, today.day(), effective(session));
    }

    // To who is no trainer of it, a session allows what it allows a stranger.
    private Caller effective(TrainingSession session) {
        if (isOwn(session)) {
            return caller();
        }
        var roles = new ArrayList<>(caller().roles());
        roles.remove(Role.TRAINER);
        return new Caller(caller().subject(), Set.copyOf(roles), caller().organisation());
    }
}
