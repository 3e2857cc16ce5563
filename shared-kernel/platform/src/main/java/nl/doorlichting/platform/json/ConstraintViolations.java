package nl.doorlichting.platform.json;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Translates violations of Bean Validation into the codes of the contract. */
final class ConstraintViolations {
    private static final Map<Class<? extends Annotation>, String> CODES = Map.of(
            NotNull.class, ViolationCode.REQUIRED,
            NotBlank.class, ViolationCode.REQUIRED,
            NotEmpty.class, ViolationCode.REQUIRED,
            Min.class, ViolationCode.OUT_OF_RANGE,
            Max.class, ViolationCode.OUT_OF_RANGE,
            Positive.class, ViolationCode.OUT_OF_RANGE,
            PositiveOrZero.class, ViolationCode.OUT_OF_RANGE,
            Size.class, ViolationCode.TOO_LONG,
            Pattern.class, ViolationCode.WRONG_FORMAT,
            NaturalId.class, ViolationCode.WRONG_FORMAT);

    private ConstraintViolations() {}

    static Violation toViolation(ConstraintViolation<?> broken) {
        var annotation = broken.getConstraintDescriptor().getAnnotation().annotationType();
        var code = isEmptyText(broken)
                ? ViolationCode.REQUIRED
                : CODES.getOrDefault(annotation, ViolationCode.NOT_ALLOWED);
        var detail = "The field " + broken.getMessage() + ".";
        return Violation.body(pointer(broken.getPropertyPath()), code, parameters(broken), detail);
    }

    /** True for a natural id in a field that is none of these. */
    static boolean isNaturalIdOutside(Set<String> fields, ConstraintViolation<?> broken) {
        return broken.getConstraintDescriptor().getAnnotation() instanceof NaturalId
                && !fields.contains(broken.getPropertyPath().iterator().next().getName());
    }

    /** An empty text counts as missing for every constraint. */
    private static boolean isEmptyText(ConstraintViolation<?> broken) {
        return "".equals(broken.getInvalidValue());
    }

    private static Map<String, Object> parameters(ConstraintViolation<?> broken) {
        var annotation = broken.getConstraintDescriptor().getAnnotation();
        var parameters = new TreeMap<String, Object>();
        broken.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (name.equals("value")) {
                parameters.put(annotation instanceof Min ? "minimum" : "maximum", value);
            }
            if (name.equals("max") || name.equals("regexp")) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
