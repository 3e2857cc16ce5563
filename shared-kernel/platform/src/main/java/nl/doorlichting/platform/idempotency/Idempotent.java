package nl.doorlichting.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A writing operation that can be repeated with the same {@code Idempotency-Key}: what the first request made is
 * answered again, and nothing is made twice. The write and the memory of its answer are one transaction.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {
    /** Whether a request without a key is refused. */
    @Nonbinding
    boolean required() default false;

    /**
     * Whether the answer is kept here. An operation whose body is too large to hold keeps its answers itself; of it only
     * the key is looked at.
     */
    @Nonbinding
    boolean remembered() default true;
}
