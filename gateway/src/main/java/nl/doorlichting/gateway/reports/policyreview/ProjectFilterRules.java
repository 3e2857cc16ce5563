package nl.doorlichting.gateway.reports.policyreview;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;

/** Reports values of project filters that are wrong together with all other violations of the request. */
@ApplicationScoped
class ProjectFilterRules implements ParameterRules {
    private final MunicipalityRegister register;

    ProjectFilterRules(MunicipalityRegister register) {
        this.register = register;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        return List.of(operation.getParameterTypes()).contains(PolicyReviewResource.ProjectFilters.class)
                ? ProblemException.noted(
                        () -> PolicyReviewResource.ProjectFilters.of(query).select(register))
                : List.of();
    }
}
