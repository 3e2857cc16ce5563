package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.problems.ProblemException;

/** What the other features may ask of sessions, within a transaction of theirs. */
@ApplicationScoped
public class TrainingSessions {
    private final TrainingSessionRepository sessions;
    private final SessionChecks checks;
    private final SessionViewer viewer;

    TrainingSessions(TrainingSessionRepository sessions, SessionChecks checks, SessionViewer viewer) {
        this.sessions = sessions;
        this.checks = checks;
        this.viewer = viewer;
    }

    /** The session, which nobody else can change until the transaction ends; 404 when there is none. */
    public TrainingSession lock(UUID id) {
        return sessions.findForChange(id).orElseThrow(ProblemException::notFound);
    }

    /** The session, locked; 404 unless the caller is a coordinator or a trainer of it. */
    public TrainingSession lockForStaff(UUID id) {
        return Optional.of(lock(id)).filter(this::isForStaff).orElseThrow(ProblemException::notFound);
    }

    /** The session; 404 unless the caller is a coordinator or a trainer of it. */
    public TrainingSession getForStaff(UUID id) {
        return Optional.of(get(id)).filter(this::isForStaff).orElseThrow(ProblemException::notFound);
    }

    /** The session took place, as is known by this; 409 when that cannot be. */
    public void hold(TrainingSession session, SessionAction how) {
        session.hold(how, viewer.today().day());
    }

    /** What the caller may do with the session now. */
    public List<String> allowedActions(TrainingSession session) {
        return viewer.allowedActions(session);
    }

    /** The session; 404 when there is none. */
    public TrainingSession get(UUID id) {
        return sessions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** Those of these sessions that are there. */
    public Map<UUID, TrainingSession> byId(Collection<UUID> ids) {
        return sessions.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(session -> session.id, Function.identity()));
    }

    /** Those that name this subject as a trainer, the first day first. */
    public List<TrainingSession> ofTrainer(String subject) {
        return sessions.ofTrainer(subject);
    }

    /** Forgets that the subject gave sessions; what they have in its place says only that it is one person. */
    public int forgetTrainer(String subject, String pseudonym) {
        return sessions.renameTrainer(subject, pseudonym);
    }

    /** Whether the caller may see who registers for it: a coordinator, or a trainer of it. */
    public boolean isForStaff(TrainingSession session) {
        return viewer.isCoordinator() || viewer.isOwn(session);
    }

    /**
     * Stores what a roll call found.
     *
     * @param reason why the one before was not right; null for the first
     * @return the version of it
     */
    public int record(TrainingSession session, RollCallCounts counts, String reason) {
        var count = HeadCount.ofRollCall(session.id, counts, checks.targetGroup(session, counts.targetGroup()));
        if (reason != null) {
            count.after(sessions.latest(session.id, CountMethod.ROLL_CALL), reason);
        }
        sessions.add(count.recorded(viewer.today().now(), viewer.caller().subject()));
        sessions.flush();
        return count.version;
    }

    /** What the latest version of the roll call found, if the session has one. */
    public Optional<RollCallSummary> rollCall(UUID sessionId) {
        return Optional.ofNullable(
                RollCallSummary.from(sessions.headCounts(List.of(sessionId)).get(sessionId)));
    }

    /** The roll call that is to be corrected; 409 when the session has a head count instead. */
    public RollCallSummary rollCallToCorrect(TrainingSession session) {
        session.require(SessionAction.CORRECTION, viewer.today().day());
        return RollCallSummary.from(sessions.latest(session.id, CountMethod.ROLL_CALL));
    }
}
