package nl.doorlichting.training.trainingtypes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/** Training types for other features. */
@ApplicationScoped
public class TrainingTypes implements ParameterRules {
    private final TrainingTypeRepository types;

    TrainingTypes(TrainingTypeRepository types) {
        this.types = types;
    }

    /** The codes of all types, in order. */
    public List<String> codes() {
        return types.inOrder().stream().map(TrainingType::code).toList();
    }

    /** Types that filters of figures, or of lists of trainings, ask for and that there are none of. */
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        var asked = FigureParameters.asked(operation, Dimension.TRAINING_TYPE, query);
        if (asked.isEmpty()) {
            return List.of();
        }
        var known = QuarkusTransaction.requiringNew().call(this::codes);
        var unknown = asked.stream()
                .filter(value -> !value.isEmpty() && !known.contains(value))
                .sorted()
                .toList();
        var allowed =
                Stream.concat(known.stream(), Stream.of(Dimension.NOT_STATED)).toList();
        return unknown.isEmpty()
                ? List.of()
                : List.of(FilterValues.rejected(Dimension.TRAINING_TYPE.jsonName(), unknown, allowed));
    }

    /** The target group of the type; 409 when there is no type with this code. */
    public TargetGroup targetGroupOf(String code) {
        return types.findByCode(code).map(TrainingType::targetGroup).orElseThrow(() -> unknown(code));
    }

    private ProblemException unknown(String code) {
        var why = Text.of("training-type.unknown");
        return code == null
                ? ProblemException.unknownReference("/trainingType", why)
                : ProblemException.unknownCode("/trainingType", code, types.inAnotherCase(code), why);
    }
}
