package nl.doorlichting.training.trainingsessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/** What must hold before a session or its head count is stored: its day, its place on that day, its training type. */
@ApplicationScoped
class SessionChecks {
    private static final LocalDate LAST_DAY = Period.LATEST.minusDays(1);

    private final TrainingTypes types;
    private final MunicipalityRegister register;

    SessionChecks(TrainingTypes types, MunicipalityRegister register) {
        this.types = types;
        this.register = register;
    }

    /** 400 on a wrong day or place, 409 without such a training type. */
    void refuse(TrainingSessionRequest request) {
        PlaceViolations.refuse(request.place(), day(request.date()), register);
        types.targetGroupOf(request.trainingType());
    }

    /** Who came: as counted, else those whom the session's type is for. */
    TargetGroup targetGroup(TrainingSession session, TargetGroup counted) {
        return counted == null ? types.targetGroupOf(session.trainingType) : counted;
    }

    private static Period day(LocalDate date) {
        if (date.isBefore(Period.EARLIEST) || date.isAfter(LAST_DAY)) {
            throw ProblemException.violation(Violation.body(
                    "/date",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", Period.EARLIEST.toString(), "maximum", LAST_DAY.toString()),
                    "The day is too far away."));
        }
        return new Period(date, date.plusDays(1));
    }
}
