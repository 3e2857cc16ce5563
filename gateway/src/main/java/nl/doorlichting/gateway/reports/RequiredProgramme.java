package nl.doorlichting.gateway.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Rejects a request without the parameter {@code programme} that its operation documents as required. */
@ApplicationScoped
class RequiredProgramme implements ParameterRules {
    private static final String PROGRAMME = "programme";

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        return query.containsKey(PROGRAMME)
                        || Stream.of(operation.getParameters()).noneMatch(RequiredProgramme::isIt)
                ? List.of()
                : List.of(Violation.query(
                        PROGRAMME, ViolationCode.REQUIRED, Map.of(), Text.of("report.programme-required")));
    }

    private static boolean isIt(java.lang.reflect.Parameter declared) {
        var documented = declared.getAnnotation(Parameter.class);
        return declared.getName().equals(PROGRAMME) && documented != null && documented.required();
    }
}
