package nl.doorlichting.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Checks by which places a list is narrowed, before it is read. */
@ApplicationScoped
class ListFilterRules implements ParameterRules {
    private final MunicipalityRegister register;

    ListFilterRules(MunicipalityRegister register) {
        this.register = register;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (operation.getReturnType() != Page.class) {
            return List.of();
        }
        return Stream.concat(
                        values(query, "municipality")
                                .filter(code -> register.find(code).isEmpty())
                                .map(ListFilterRules::unknownMunicipality),
                        unknownProvinces(values(query, "province").toList()))
                .distinct()
                .toList();
    }

    private static Stream<String> values(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().flatMap(list -> Arrays.stream(list.split(",")));
    }

    private static Violation unknownMunicipality(String code) {
        return Violation.query(
                "municipality",
                ViolationCode.MUNICIPALITY_NOT_VALID,
                Map.of("code", code, "successors", List.of()),
                Text.of("place.municipality-unknown", code));
    }

    private Stream<Violation> unknownProvinces(List<String> codes) {
        if (codes.isEmpty()) {
            return Stream.empty();
        }
        var known = new TreeSet<String>();
        register.all().forEach(one -> known.add(one.province().code()));
        return codes.stream()
                .filter(code -> !known.contains(code))
                .map(code -> Violation.unknownValue("province", code, known, Text.of("place.province-unknown", known)));
    }
}
