package nl.doorlichting.api.figures;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;

/**
 * A list of the records of these figures. Its filters have the names and the values of the filters of a question about them,
 * and are checked in the same way before the list is read. The operation declares those that it takes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordsOf {
    Structure value();

    /** Names of filters by other ids. */
    String[] ids() default {};

    /** What the filter {@code row} takes values of; nothing for a list without it. */
    Dimension[] row() default {};
}
