package nl.doorlichting.platform.lists;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the {@link ListKeys} of a list, so that the contract has the fields by which a caller can sort it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface SortedBy {
    /** The class that reads the list. */
    Class<?> value();

    /** Its static field with the keys. */
    String keys() default "KEYS";
}
