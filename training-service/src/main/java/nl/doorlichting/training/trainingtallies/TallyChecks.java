package nl.doorlichting.training.trainingtallies;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/** What must hold before a tally is stored: its fields together, its place then, its training type now. */
@ApplicationScoped
class TallyChecks {
    private final TrainingTypes types;
    private final MunicipalityRegister register;

    TallyChecks(TrainingTypes types, MunicipalityRegister register) {
        this.types = types;
        this.register = register;
    }

    void refuse(TrainingTallyRequest request) {
        var violations = TallyRules.violations(request);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        PlaceViolations.refuse(request.place(), request.period(), register);
    }

    /** Whom the tally is about: as stated, else as its type says; null over all types. 409 without such a type. */
    TargetGroup targetGroup(TrainingTallyRequest request) {
        var ofType = request.trainingType() == null ? null : types.targetGroupOf(request.trainingType());
        return request.targetGroup() == null ? ofType : request.targetGroup();
    }
}
