package nl.doorlichting.api.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Checks the parameters of an operation that is annotated with {@link FiguresOf}, before it is called. */
@ApplicationScoped
class FigureParameterRules implements ParameterRules {
    private final MunicipalityRegister register;
    private final Clock clock;

    FigureParameterRules(MunicipalityRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public List<Violation> violations(Method operation, MultivaluedMap<String, String> query) {
        var figures = operation.getAnnotation(FiguresOf.class);
        if (figures == null) {
            return List.of();
        }
        var parameters = new FigureParameters(figures.value(), query);
        var violations = new ArrayList<>(parameters.violations(register));
        if (figures.value().isReported()
                && parameters.asOf() != null
                && parameters.asOf().isAfter(clock.instant())) {
            violations.add(Violation.query(
                    "asOf", ViolationCode.OUT_OF_RANGE, Map.of("maximum", clock.instant()), "asOf is in the future."));
        }
        return violations;
    }
}
