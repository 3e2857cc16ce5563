package nl.doorlichting.api.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;

/** Checks the parameters of an operation that is annotated with {@link FiguresOf} or {@link RecordsOf}, before it is called. */
@ApplicationScoped
class FigureParameterRules implements ParameterRules {
    private final MunicipalityRegister register;

    FigureParameterRules(MunicipalityRegister register) {
        this.register = register;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        var structure = FigureParameters.structure(operation);
        if (structure == null) {
            return List.of();
        }
        var list = operation.getAnnotation(RecordsOf.class);
        var parameters = new FigureParameters(structure, query);
        return list == null ? parameters.violations(register) : parameters.violations(register, list);
    }
}
