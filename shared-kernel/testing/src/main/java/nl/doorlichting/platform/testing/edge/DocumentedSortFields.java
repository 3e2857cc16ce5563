package nl.doorlichting.platform.testing.edge;

import static nl.doorlichting.platform.testing.http.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/** The fields by which each list can be sorted, in the document and in the answer to a request that names another. */
public final class DocumentedSortFields {
    private static final String FIELDS = "x-extensible-enum";

    private DocumentedSortFields() {}

    /** Lists whose documented fields are not those of the application, with what it answers. Those of one record are left out. */
    public static Map<String, String> differences() {
        return differences(Set.of());
    }

    /** The same without lists that others serve. */
    public static Map<String, String> differences(Set<String> ofOthers) {
        var differences = new TreeMap<String, String>();
        var contract = OpenApiContract.ofApplication();
        contract.operations().forEach(operation -> {
            var sort = contract.querySchemas(operation).get("sort");
            if (sort != null && !operation.contains("{") && !ofOthers.contains(operation)) {
                var answer = given().auth()
                        .oauth2(TestIssuer.token()
                                .roles(Role.inRules().toArray(String[]::new))
                                .sign())
                        .get(operation.split(" ")[1] + "?sort=no-such-field")
                        .then()
                        .extract();
                var allowed = answer.statusCode() == 400
                        ? answer.jsonPath().getString("violations.find { it.name == 'sort' }?.parameters?.allowed")
                        : null;
                if (!documented(sort).toString().equals(allowed)) {
                    differences.put(operation, documented(sort) + ": " + answer.asString());
                }
            }
        });
        return differences;
    }

    private static List<String> documented(JsonNode sort) {
        var fields = new ArrayList<String>();
        sort.path(FIELDS).forEach(field -> fields.add(field.asText()));
        fields.removeIf(field -> field.startsWith("-"));
        return fields;
    }
}
