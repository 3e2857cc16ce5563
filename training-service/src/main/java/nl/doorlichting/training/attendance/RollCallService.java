package nl.doorlichting.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.evaluations.EvaluationCodes;
import nl.doorlichting.training.registrations.Registrations;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessionResponse.RollCallSummary;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Records and corrects roll calls, and issues the codes with which the people present evaluate the session, if the caller may have them. */
@ApplicationScoped
class RollCallService {
    private static final String CORRECTION = "correction";

    private final TrainingSessions sessions;
    private final Registrations registrations;
    private final AttendanceRepository attendances;
    private final EvaluationCodes codes;
    private final TrainingDataSet dataSet;

    RollCallService(
            TrainingSessions sessions,
            Registrations registrations,
            AttendanceRepository attendances,
            EvaluationCodes codes,
            TrainingDataSet dataSet) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.attendances = attendances;
        this.codes = codes;
        this.dataSet = dataSet;
    }

    @Transactional
    RollCallResponse record(UUID sessionId, RollCallRequest request) {
        var session = sessions.lockForStaff(sessionId);
        var before = sessions.rollCall(sessionId).filter(recorded -> !session.isWithdrawn());
        if (before.isPresent()) {
            var called = RollCall.of(request.attendances(), registrations.standing(sessionId));
            if (isRecorded(session, before.get(), called, request.targetGroup())) {
                return response(session, before.get(), List.of());
            }
        }
        sessions.hold(session, SessionAction.ROLL_CALL);
        var rollCall = RollCall.of(request.attendances(), registrations.standing(sessionId));
        var version = sessions.record(session, rollCall.counts(request.targetGroup()), null);
        return stored(session, rollCall, version);
    }

    @Transactional
    RollCallResponse correct(UUID sessionId, RollCallCorrectionRequest request) {
        var session = sessions.lockForStaff(sessionId);
        var before = sessions.rollCallToCorrect(session);
        var rollCall = RollCall.of(request.attendances(), registrations.standing(sessionId));
        if (isRecorded(session, before, rollCall, request.targetGroup())) {
            return response(session, before, List.of());
        }
        var version = sessions.record(session, rollCall.counts(request.targetGroup()), request.reason());
        return stored(session, rollCall, version);
    }

    /** 404 without one. */
    @Transactional
    RollCallResponse get(UUID sessionId) {
        var session = sessions.getForStaff(sessionId);
        var summary = sessions.rollCall(sessionId).orElseThrow(ProblemException::notFound);
        return response(session, summary, List.of());
    }

    /** The versions recorded by this moment, all for null; 404 without a roll call. */
    @Transactional
    RollCallResponse.History history(UUID sessionId, Instant asOf) {
        var session = sessions.getForStaff(sessionId);
        sessions.rollCall(sessionId).orElseThrow(ProblemException::notFound);
        return new RollCallResponse.History(sessions.rollCalls(sessionId, asOf).stream()
                .map(version -> response(session, version, List.of()))
                .toList());
    }

    private boolean isRecorded(
            TrainingSession session, RollCallSummary before, RollCall called, TargetGroup targetGroup) {
        var lines = attendances.lines(session.id(), before.version()).stream()
                .map(Attendance::line)
                .toList();
        return before.targetGroup() == sessions.targetGroup(session, targetGroup) && called.hasSameLines(lines);
    }

    private RollCallResponse stored(TrainingSession session, RollCall rollCall, int version) {
        attendances.add(session.id(), version, rollCall.lines());
        var summary = sessions.rollCall(session.id()).orElseThrow();
        var issued = codes.issueRest(session.id());
        dataSet.markChanged();
        return response(session, summary, issued);
    }

    private RollCallResponse response(TrainingSession session, RollCallSummary summary, List<String> issued) {
        return RollCallResponse.from(
                session.id(),
                summary,
                attendances.professions(session.id(), summary.version()),
                attendances.lines(session.id(), summary.version()).stream()
                        .map(Attendance::response)
                        .toList(),
                issued,
                // Of what can be done with the session, what is on the path of its roll call.
                sessions.allowedActions(session).stream()
                        .filter(CORRECTION::equals)
                        .toList());
    }
}
