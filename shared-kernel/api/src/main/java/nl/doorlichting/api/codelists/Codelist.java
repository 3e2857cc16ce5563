package nl.doorlichting.api.codelists;

import java.util.List;

/**
 * A named list of codes, its values in order; the name is in kebab-case, as in {@code target-groups}.
 *
 * @param name name of the codelist, in kebab-case
 * @param values codes of the list, in order
 */
public record Codelist(String name, List<CodelistValue> values) {

    public Codelist {
        values = List.copyOf(values);
    }

    /** The value with this code; an enumeration of the code has all its codes here. */
    public CodelistValue value(String code) {
        return values.stream()
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + code));
    }
}
