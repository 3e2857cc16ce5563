package nl.doorlichting.training.trainingtypes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

/** Training types for other features. */
@ApplicationScoped
public class TrainingTypes {
    private final TrainingTypeRepository types;

    TrainingTypes(TrainingTypeRepository types) {
        this.types = types;
    }

    /** The codes of all types, in order. */
    public List<String> codes() {
        return types.inOrder().stream().map(TrainingType::code).toList();
    }

    /** The target group of the type; 409 when there is no type with this code. */
    public TargetGroup targetGroupOf(String code) {
        return types.findByCode(code)
                .map(TrainingType::targetGroup)
                .orElseThrow(
                        () -> ProblemException.unknownReference("/trainingType", Text.of("training-type.unknown")));
    }
}
