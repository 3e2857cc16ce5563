package nl.doorlichting.api.figures;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.doorlichting.domain.figures.Structure;

/**
 * An operation that answers a question about these figures: it takes the query parameters of their structure, which are
 * checked and documented without being declared one by one. {@link FigureParameters} makes the question.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FiguresOf {
    Structure value();
}
