package nl.doorlichting.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A write that can be repeated with the same {@code Idempotency-Key}. A repeated request gets the answer of the first
 * one, apart from secrets ({@link ShownOnce}), and nothing is made twice. The write and its stored answer are one transaction.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {
    /** Whether a request without a key is rejected. */
    @Nonbinding
    boolean required() default false;

    /**
     * Whether the answer is kept here. An operation whose body is too large to hold keeps its answers itself; of it only
     * the key is looked at.
     */
    @Nonbinding
    boolean remembered() default true;
}
