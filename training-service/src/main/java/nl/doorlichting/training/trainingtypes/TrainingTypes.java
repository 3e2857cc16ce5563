package nl.doorlichting.training.trainingtypes;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** What the other features may ask about training types. */
@ApplicationScoped
public class TrainingTypes {
    private final TrainingTypeRepository types;

    TrainingTypes(TrainingTypeRepository types) {
        this.types = types;
    }

    /** Whom the type is for; 409 when there is no type with this code. */
    public TargetGroup targetGroupOf(String code) {
        return types.findByCode(code)
                .map(type -> type.targetGroup)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN, "trainingType is not the code of a training type."));
    }
}
