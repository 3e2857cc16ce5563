package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.registrations.AttendanceStatus;
import nl.doorlichting.training.registrations.RegistrationStatus;
import nl.doorlichting.training.registrations.Registrations;
import nl.doorlichting.training.registrations.Registrations.PersonRegistration;
import nl.doorlichting.training.registrations.RollCalls;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Gives the codes of a session to a coordinator as a sheet, and to a participant its own (ADR 82). */
@ApplicationScoped
class EvaluationCodeService {
    private static final String CODES = "evaluation-codes";

    private final EvaluationRepository evaluations;
    private final EvaluationCodes codes;
    private final TrainingSessions sessions;
    private final Registrations registrations;
    private final RollCalls rollCalls;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;

    EvaluationCodeService(
            EvaluationRepository evaluations,
            EvaluationCodes codes,
            TrainingSessions sessions,
            Registrations registrations,
            RollCalls rollCalls,
            TrainingDataSet dataSet,
            CurrentCaller caller) {
        this.evaluations = evaluations;
        this.codes = codes;
        this.sessions = sessions;
        this.registrations = registrations;
        this.rollCalls = rollCalls;
        this.dataSet = dataSet;
        this.caller = caller;
    }

    /** Codes for the people who were counted and have none. */
    @Transactional
    EvaluationCodeSheetResponse sheet(UUID sessionId) {
        var left = count(lockHeld(sessionId), Text.of("evaluation.codes-given"));
        var sheet = codes.issueRest(sessionId);
        dataSet.markChanged();
        return new EvaluationCodeSheetResponse(sessionId, sheet, left - sheet.size());
    }

    /** One code for the caller, who was there; 404 for a session that it is not registered for. */
    @Transactional
    EvaluationCodeResponse fetch(UUID sessionId) {
        var own = ownRegistrations(sessionId);
        if (own.isEmpty()) {
            throw ProblemException.notFound();
        }
        var session = lockHeld(sessionId);
        count(session, Text.of("evaluation.own-code-handed-out"));
        var present = own.stream()
                .filter(one -> wasThere(sessionId, one))
                .findFirst()
                .orElseThrow(() -> refused(session, Text.of("evaluation.not-present")));
        if (!evaluations.addFetch(present.id())) {
            throw refused(session, Text.of("evaluation.code-fetched"));
        }
        var code = codes.issue(sessionId, 1).get(0);
        dataSet.markChanged();
        return new EvaluationCodeResponse(sessionId, code);
    }

    /** The session, locked; 409 unless it was held. */
    private TrainingSession lockHeld(UUID sessionId) {
        var session = sessions.lock(sessionId);
        if (!session.isHeld()) {
            throw refused(session, Text.of("session.not-held"));
        }
        if (session.withdrawalReason() != null) {
            throw refused(session, Text.of("session.withdrawn"));
        }
        return session;
    }

    /** How many codes are left, at least one. */
    private int count(TrainingSession session, Text whenNoneIsLeft) {
        var allotment = codes.allotment(session.id());
        if (allotment.ofTrainer()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("evaluation.codes-of-trainer"));
        }
        if (allotment.heads() == null) {
            throw refused(session, Text.of("evaluation.not-counted"));
        }
        if (allotment.left() == 0) {
            throw refused(session, whenNoneIsLeft);
        }
        return allotment.left();
    }

    private List<PersonRegistration> ownRegistrations(UUID sessionId) {
        var verified = caller.verifiedEmail();
        return Stream.concat(
                        registrations.ofSubject(caller.get().subject()).stream(),
                        verified == null ? Stream.empty() : registrations.madeFor(verified).stream())
                .filter(one -> one.session().id().equals(sessionId))
                .toList();
    }

    /** The roll call decides; a count of heads names nobody, so that a place is enough. */
    private boolean wasThere(UUID sessionId, PersonRegistration one) {
        if (sessions.rollCall(sessionId).isEmpty()) {
            return one.status() == RegistrationStatus.REGISTERED;
        }
        return rollCalls.ofRegistrations(List.of(one.id())).get(one.id()) == AttendanceStatus.PRESENT;
    }

    private ProblemException refused(TrainingSession session, Text why) {
        return ProblemException.invalidState(
                why,
                sessions.allowedActions(session).stream()
                        .filter(action -> !action.equals(CODES))
                        .toList());
    }
}
