package nl.doorlichting.platform.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.CsvExport;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Makes components of the parameters that several operations have in the same form, so that a generated client has one
 * type for each. Where one name has several forms, the one that most operations have is the component; a required form
 * beside it has a name of its own. A path parameter stays with its operation, because it is described by its path.
 */
final class SharedParameters {
    private SharedParameters() {}

    static void extract(OpenAPI document) {
        var operations = DocumentedOperation.allOf(document);
        var uses = new LinkedHashMap<Parameter, Integer>();
        operations.stream()
                // The export of a list shares all parameters with it.
                .filter(documented -> !documented.path().endsWith(CsvExport.PATH))
                .flatMap(documented -> parameters(documented).stream())
                .filter(parameter -> parameter.getRef() == null && parameter.getIn() != Parameter.In.PATH)
                .forEach(parameter -> uses.merge(parameter, 1, Integer::sum));
        var names = define(document.getComponents(), uses);
        operations.stream()
                .filter(documented -> !parameters(documented).isEmpty())
                .forEach(documented -> documented
                        .operation()
                        .setParameters(parameters(documented).stream()
                                .map(parameter -> names.containsKey(parameter)
                                        ? OASFactory.createParameter().ref(names.get(parameter))
                                        : parameter)
                                .toList()));
    }

    private static Map<Parameter, String> define(Components components, Map<Parameter, Integer> uses) {
        var names = new LinkedHashMap<Parameter, String>();
        uses.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<Parameter, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .forEach(parameter -> namesFor(parameter)
                        .filter(name -> !names.containsValue(name))
                        .findFirst()
                        .ifPresent(name -> names.put(parameter, name)));
        names.forEach((parameter, name) -> components.addParameter(name, parameter));
        return names;
    }

    private static Stream<String> namesFor(Parameter parameter) {
        var name = parameter.getName();
        return Boolean.TRUE.equals(parameter.getRequired()) ? Stream.of(name, name + "-required") : Stream.of(name);
    }

    private static List<Parameter> parameters(DocumentedOperation documented) {
        var parameters = documented.operation().getParameters();
        return parameters == null ? List.of() : parameters;
    }
}
