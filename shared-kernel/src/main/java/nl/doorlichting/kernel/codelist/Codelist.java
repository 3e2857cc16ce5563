package nl.doorlichting.kernel.codelist;

import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.kernel.vocabulary.CodedValue;

/** A named list of codes, its values in order; the name is in kebab-case, as in {@code target-groups}. */
public record Codelist(String name, List<CodelistValue> values) {

    public Codelist {
        values = List.copyOf(values);
    }

    static Codelist of(String name, CodedValue... values) {
        return new Codelist(name, Stream.of(values).map(CodelistValue::of).toList());
    }
}
