package nl.doorlichting.api.releases;

import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.api.codelists.Codelist;
import nl.doorlichting.domain.figures.Dimension;

/**
 * A dimension of a JSON-stat dataset, with all values that its cells have.
 *
 * @param name as in the key of a cell
 */
public record JsonStatDimension(
        String name, String labelDutch, String labelEnglish, Role role, List<Category> categories) {

    /** What JSON-stat has a role for. */
    public enum Role {
        TIME,
        GEO,
        OTHER
    }

    /** A value and what it is called. */
    public record Category(String code, String labelDutch, String labelEnglish) {
        /** A value that is called the same in both languages. */
        public Category(String code, String label) {
            this(code, label, label);
        }
    }

    /** A cell of none in particular has this value, because JSON-stat has no null among values. */
    public static final Category NOT_STATED = new Category(Dimension.NOT_STATED, "niet vermeld", "not stated");

    public JsonStatDimension {
        categories = List.copyOf(categories);
    }

    /** A dimension whose values are all those of a codelist, and none in particular. */
    public static JsonStatDimension of(String name, String labelDutch, String labelEnglish, Codelist codelist) {
        List<Category> categories = new ArrayList<>();
        codelist.values()
                .forEach(value -> categories.add(new Category(value.code(), value.labelDutch(), value.labelEnglish())));
        categories.add(NOT_STATED);
        return new JsonStatDimension(name, labelDutch, labelEnglish, Role.OTHER, categories);
    }
}
