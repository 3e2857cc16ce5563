package nl.doorlichting.platform.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The access rule of an operation. An operation without this annotation is denied to every caller, and the build
 * fails. If there is a database, the annotation also brings each write into the audit trail, so that no write is
 * forgotten.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allowed {
    @Nonbinding
    AccessRule value();
}
