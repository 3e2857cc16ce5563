package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.LessonRole;

/** What a search of the catalogue requires of its parameters beyond what each of them declares. */
@ApplicationScoped
class CatalogueParameterRules implements ParameterRules {
    private static final int LONGEST = 200;
    private static final List<String> TYPES = codes(LessonKind.values(), ProductKind.values());
    private static final List<String> ROLES = codes(LessonRole.values());

    private final MunicipalityRegister register;

    CatalogueParameterRules(MunicipalityRegister register) {
        this.register = register;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (!List.of(operation.getParameterTypes()).contains(CatalogueResource.Parameters.class)) {
            return List.of();
        }
        var violations = new ArrayList<Violation>();
        query.forEach((name, values) -> violations.addAll(
                switch (name) {
                    case "q" -> words(values.get(0));
                    case "sort" -> order(values.get(0));
                    case "cursor" -> ProblemException.noted(() -> CatalogueCursor.parse(values.get(0)));
                    case "municipality" -> municipality(values.get(0));
                    case "province" -> code(name, values.get(0), provinces());
                    case "type" -> code(name, values.get(0), TYPES);
                    case "role" -> code(name, values.get(0), ROLES);
                    default -> List.of();
                }));
        return violations;
    }

    private static List<Violation> words(String text) {
        var bound = Map.<String, Object>of("max", LONGEST);
        return text.length() <= LONGEST
                ? List.of()
                : List.of(Violation.query("q", ViolationCode.TOO_LONG, bound, Text.of("value.too-long", LONGEST)));
    }

    private static List<Violation> order(String sort) {
        var allowed = List.of("publishedAt");
        return CatalogueSearch.Order.BY_PARAMETER.containsKey(sort)
                ? List.of()
                : List.of(Violation.query(
                        "sort",
                        ViolationCode.UNKNOWN_VALUE,
                        Map.of("allowed", allowed),
                        Text.of("list.sort-unknown", allowed)));
    }

    private List<Violation> municipality(String code) {
        return register.find(code).isPresent()
                ? List.of()
                : List.of(Violation.query(
                        "municipality",
                        ViolationCode.MUNICIPALITY_NOT_VALID,
                        Map.of("code", code, "successors", List.of()),
                        Text.of("place.municipality-unknown", code)));
    }

    private List<String> provinces() {
        return register.all().stream()
                .map(one -> one.province().code())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Violation> code(String name, String value, List<String> allowed) {
        return allowed.contains(value) ? List.of() : List.of(FilterValues.rejected(name, List.of(value), allowed));
    }

    private static List<String> codes(Enum<?>[]... lists) {
        return Stream.of(lists)
                .flatMap(list -> Stream.of(list))
                .map(Enum::name)
                .distinct()
                .toList();
    }
}
