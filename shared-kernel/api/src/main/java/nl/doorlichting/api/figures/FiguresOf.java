package nl.doorlichting.api.figures;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.doorlichting.domain.figures.Structure;

/**
 * An operation that answers a question about these figures. Its {@link FigureParameters} take, check and document the
 * parameters of the structure.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FiguresOf {
    Structure value();
}
