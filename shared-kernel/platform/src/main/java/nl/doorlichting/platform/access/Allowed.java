package nl.doorlichting.platform.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the access rule of an operation. The build fails for an operation without this annotation, which is
 * denied to every caller, and for a name that the table does not have. If there is a database, the annotation also brings each write into the audit trail, so that no write is
 * forgotten.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
    @Nonbinding
    String value();

    /** The rules of callers that get more with their token; only of an operation that needs none. */
    @Nonbinding
    String[] more() default {};
}
