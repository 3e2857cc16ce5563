package nl.doorlichting.api.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;

/** Checks the parameters of an operation that is annotated with {@link FiguresOf} or {@link RecordsOf}, before it is called. */
@ApplicationScoped
class FigureParameterRules implements ParameterRules {
    private final MunicipalityRegister register;
    private final Clock clock;

    FigureParameterRules(MunicipalityRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        var structure = FigureParameters.structure(operation);
        if (structure == null) {
            return List.of();
        }
        var list = operation.getAnnotation(RecordsOf.class);
        var parameters = new FigureParameters(structure, query);
        var violations =
                new ArrayList<>(list == null ? parameters.violations(register) : parameters.violations(register, list));
        if (structure.isReported()) {
            violations.addAll(AsOfParameter.future(parameters.asOf(), clock.instant()));
        }
        return violations;
    }
}
