package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.RollCallSummary;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/**
 * Sessions as the current caller sees them (docs/design/roles.md#table): a coordinator sees all, a trainer the own ones, a
 * professional those to come and those that it registered for. Other features call this within a transaction of theirs.
 */
@ApplicationScoped
public class TrainingSessions {
    /** The parameter of {@link #NAMES_TRAINER}. */
    static final String TRAINER = "trainer";

    static final String NAMES_TRAINER =
            "cast(sql('? @> array[cast(? as text)]', e.trainers, :" + TRAINER + ") as Boolean) = true";
    // In PostgreSQL's own words, so that its index answers.
    private static final String OWN = "cast(sql('? @> array[cast(? as text)]', e.trainers, :viewer) as Boolean) = true";
    private static final String UPCOMING = "(e.status in (PLANNED, CONFIRMED) and e.date >= :viewed_on)";

    private final TrainingSessionRepository sessions;
    private final TrainingTypes types;
    private final Registrants registrants;
    private final RecordedPast past;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    TrainingSessions(
            TrainingSessionRepository sessions,
            TrainingTypes types,
            Registrants registrants,
            RecordedPast past,
            CurrentCaller caller,
            DutchCalendar calendar) {
        this.sessions = sessions;
        this.types = types;
        this.registrants = registrants;
        this.past = past;
        this.caller = caller;
        this.calendar = calendar;
    }

    /**
     * The counts of a roll call, to be stored.
     *
     * @param targetGroup of the people counted; the training type's when null
     */
    public record RollCallCounts(int present, int absent, int excused, TargetGroup targetGroup) {}

    /** The session; 404 when there is none. */
    public TrainingSession get(UUID id) {
        return sessions.get(id);
    }

    /** The session, locked until the transaction ends; 404 when there is none. */
    public TrainingSession lock(UUID id) {
        return sessions.lock(id);
    }

    /** The session; 404 unless the caller is a coordinator or a trainer of it. */
    public TrainingSession getForStaff(UUID id) {
        return visible(get(id), this::isForStaff);
    }

    /** The session, locked; 404 unless the caller is a coordinator or a trainer of it. */
    public TrainingSession lockForStaff(UUID id) {
        return visible(lock(id), this::isForStaff);
    }

    /** The session; 404 unless the caller sees it. */
    public TrainingSession getVisible(UUID id) {
        return visible(get(id), this::sees);
    }

    /** The sessions with these ids, as far as they exist. */
    public Map<UUID, TrainingSession> byId(Collection<UUID> ids) {
        return sessions.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(TrainingSession::id, Function.identity()));
    }

    /** When these sessions last stated something else, or were recorded. */
    public Map<UUID, Instant> lastChanges(Collection<UUID> ids) {
        return sessions.lastChanges(ids);
    }

    /** Sessions with this subject as a trainer, the earliest day first. */
    public List<TrainingSession> ofTrainer(String subject) {
        return sessions.ofTrainer(subject);
    }

    /** Replaces the subject of a trainer by a pseudonym, which shows only that the sessions have one trainer. */
    public int replaceTrainer(String subject, String pseudonym) {
        return sessions.replaceTrainer(subject, pseudonym);
    }

    /** Whether the caller may see the registrations: a coordinator, or a trainer of the session. */
    public boolean isForStaff(TrainingSession session) {
        return isCoordinator() || isOwn(session);
    }

    /** Limits a list to the sessions that the caller sees. */
    Filter narrow(Filter filter) {
        if (isCoordinator()) {
            return filter;
        }
        // Other callers see the trainers of their own sessions only.
        if (filter.parameters().containsKey(TRAINER)) {
            filter.where(OWN, "viewer", caller.get().subject());
        }
        var ways = new ArrayList<String>();
        if (caller.get().may(TrainingAccess.LEAD_TRAINING_SESSIONS)) {
            ways.add(OWN);
            filter.parameters().put("viewer", caller.get().subject());
        }
        if (caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS)) {
            ways.add(UPCOMING);
            filter.parameters().put("viewed_on", calendar.today());
            var registeredFor = registrants.sessionsOfCaller();
            if (!registeredFor.isEmpty()) {
                ways.add("e.id in :registered_for");
                filter.parameters().put("registered_for", registeredFor);
            }
        }
        return filter.where("(" + String.join(" or ", ways) + ")");
    }

    TrainingSessionResponse show(TrainingSession session, HeadCount count) {
        return views(List.of(session)).show(session, count);
    }

    /**
     * Until this transaction ends, sessions and trainers are read as they were recorded at the moment, unless it is null. 403
     * except to a coordinator: who else sees a session depends on what it states now.
     */
    public void readPast(Instant asOf) {
        if (asOf != null && !isCoordinator()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("session.past-of-coordinator"));
        }
        past.read(asOf);
    }

    /** Whether the request reads what was recorded at a moment, with which nothing can be done. */
    public boolean readsPast() {
        return past.isRead();
    }

    /** How the caller sees these sessions. What that takes is looked up once for all of them. */
    Views views(List<TrainingSession> shown) {
        return new Views(
                attendedByCaller(),
                past.isRead()
                        ? Map.of()
                        : sessions.doubleBookings(
                                shown.stream().filter(this::isForStaff).toList()));
    }

    /** Sessions as the caller sees them. */
    final class Views {
        private final Set<UUID> attended;
        private final Map<UUID, List<UUID>> doubleBookings;

        private Views(Set<UUID> attended, Map<UUID, List<UUID>> doubleBookings) {
            this.attended = attended;
            this.doubleBookings = doubleBookings;
        }

        TrainingSessionResponse show(TrainingSession session, HeadCount count) {
            return session.toResponse(
                    count,
                    isForStaff(session),
                    attended.contains(session.id()),
                    doubleBookings.getOrDefault(session.id(), List.of()),
                    past.isRead() ? List.of() : allowedActions(session, attended.contains(session.id())));
        }
    }

    /** The sessions in which the caller has a place, or one in the queue. */
    private Set<UUID> attendedByCaller() {
        return !isCoordinator() && caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS)
                ? registrants.attendedByCaller()
                : Set.of();
    }

    /** What the caller may do with the session now. */
    public List<String> allowedActions(TrainingSession session) {
        return allowedActions(session, attendedByCaller().contains(session.id()));
    }

    private List<String> allowedActions(TrainingSession session, boolean registered) {
        return SessionAction.allowed(session, calendar.now(), effective(session), registered);
    }

    /** Runs a change of the session. What its state refuses names what the caller may do with it now. */
    public void change(TrainingSession session, Runnable change) {
        // Before the change, of which a refusal leaves nothing.
        var allowed = allowedActions(session);
        try {
            change.run();
        } catch (ProblemException refusal) {
            throw refusal.type() == ProblemType.INVALID_STATE
                    ? ProblemException.invalidState(refusal.detail(), allowed)
                    : refusal;
        }
    }

    /** 409 when this cannot be done in the state of the session. */
    public void require(TrainingSession session, SessionAction action) {
        change(session, () -> session.require(action, calendar.today()));
    }

    /** 409 when nobody can register yet, or any more. */
    public void requireOpenRegistration(TrainingSession session) {
        session.requireOpenRegistration(calendar.now(), allowedActions(session));
    }

    /** The session took place; 409 when this action cannot hold it now. */
    public void hold(TrainingSession session, SessionAction how) {
        change(session, () -> session.hold(how, calendar.today()));
    }

    /** The group that was counted, else the one that the session's training type is for. */
    public TargetGroup targetGroup(TrainingSession session, TargetGroup counted) {
        return counted == null ? types.targetGroupOf(session.trainingType()) : counted;
    }

    /**
     * Stores the counts of a roll call.
     *
     * @param reason why the version before was wrong; null for the first
     * @return the version
     */
    public int record(TrainingSession session, RollCallCounts counts, String reason) {
        var count = HeadCount.ofRollCall(session.id(), counts, targetGroup(session, counts.targetGroup()));
        if (reason != null) {
            count.after(sessions.latest(session.id(), HeadCount.Method.ROLL_CALL, allowedActions(session)), reason);
        }
        sessions.add(count.recorded(calendar.now(), caller.get().subject()));
        sessions.flush();
        return count.version();
    }

    /** The latest version of the roll call, if the session has one. */
    public Optional<RollCallSummary> rollCall(UUID sessionId) {
        return Optional.ofNullable(sessions.headCounts(List.of(sessionId)).get(sessionId))
                .map(count -> count.rollCall(true));
    }

    /** The versions of the roll call that were recorded by this moment, the oldest first; all for null. */
    public List<RollCallSummary> rollCalls(UUID sessionId, Instant asOf) {
        return sessions.headCountVersions(sessionId).stream()
                .filter(count -> count.isRecordedBy(asOf) && count.isKnownBy(HeadCount.Method.ROLL_CALL))
                .map(count -> count.rollCall(true))
                .toList();
    }

    /** The roll call that is to be corrected; 409 when the session has a head count instead. */
    public RollCallSummary rollCallToCorrect(TrainingSession session) {
        require(session, SessionAction.CORRECTION);
        return sessions.latest(session.id(), HeadCount.Method.ROLL_CALL, allowedActions(session))
                .rollCall(true);
    }

    private static TrainingSession visible(TrainingSession session, Predicate<TrainingSession> rule) {
        if (!rule.test(session)) {
            throw ProblemException.notFound();
        }
        return session;
    }

    private boolean sees(TrainingSession session) {
        return isForStaff(session)
                || (caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS)
                        && (session.allows(SessionAction.REGISTRATIONS, calendar.today())
                                || registrants.sessionsOfCaller().contains(session.id())));
    }

    private boolean isCoordinator() {
        return caller.get().may(TrainingAccess.READ_TRAININGS);
    }

    private boolean isOwn(TrainingSession session) {
        return caller.get().may(TrainingAccess.LEAD_TRAINING_SESSIONS)
                && session.isLedBy(caller.get().subject());
    }

    // The role of trainer counts for the caller's own sessions only.
    private Caller effective(TrainingSession session) {
        if (isOwn(session)) {
            return caller.get();
        }
        var roles = new ArrayList<>(caller.get().roles());
        roles.remove(Role.TRAINER);
        return new Caller(
                caller.get().subject(), Set.copyOf(roles), caller.get().organisation());
    }
}
