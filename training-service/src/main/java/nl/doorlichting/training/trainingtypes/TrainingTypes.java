package nl.doorlichting.training.trainingtypes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
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

    /** 400 for filter values that are no type, apart from {@code NOT_STATED}. */
    public void refuseUnknown(Set<?> values) {
        if (values.isEmpty()) {
            return;
        }
        var allowed =
                Stream.concat(codes().stream(), Stream.of(Dimension.NOT_STATED)).toList();
        var unknown = values.stream()
                .map(String::valueOf)
                .filter(value -> !allowed.contains(value))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.violation(
                    FilterValues.rejected(Dimension.TRAINING_TYPE.jsonName(), unknown, allowed));
        }
    }

    /** The target group of the type; 409 when there is no type with this code. */
    public TargetGroup targetGroupOf(String code) {
        return types.findByCode(code)
                .map(TrainingType::targetGroup)
                .orElseThrow(
                        () -> ProblemException.unknownReference("/trainingType", Text.of("training-type.unknown")));
    }
}
