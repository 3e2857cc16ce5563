package nl.doorlichting.platform.json;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A code, number or reference that people type: in NFC, without invisible characters and without outer white space, so
 * that two that look alike are equal. Other texts are rejected and not corrected, because the client keeps what it
 * sent. A change of other fields is accepted for a record that was stored before this rule.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NaturalId.Check.class)
public @interface NaturalId {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Longer texts are left to the bound of the field. */
    final class Check implements ConstraintValidator<NaturalId, String> {
        private static final int LONGEST = 200;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.isEmpty() || text.length() > LONGEST || ScalarFormats.isPlain(text);
        }
    }
}
