package nl.doorlichting.platform.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A step of making the OpenAPI document of each module that has this class. It is an {@code OASFilter}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ContractStep {
    /** A step of higher priority comes earlier. */
    int priority();
}
