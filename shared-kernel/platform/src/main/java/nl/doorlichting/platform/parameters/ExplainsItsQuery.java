package nl.doorlichting.platform.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an operation that answers people: it reads its query itself, and says in its answer what it does not know of it, so
 * that no parameter is refused with a problem.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ExplainsItsQuery {}
