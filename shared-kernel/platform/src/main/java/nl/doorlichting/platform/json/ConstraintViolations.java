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
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Translates violations of Bean Validation into the codes of the contract. */
final class ConstraintViolations {
    private static final Rule OTHER = new Rule(ViolationCode.NOT_ALLOWED, "constraint.other");
    private static final Map<Class<? extends Annotation>, Rule> RULES = Map.of(
            NotNull.class, new Rule(ViolationCode.REQUIRED, "constraint.not-null"),
            NotBlank.class, new Rule(ViolationCode.REQUIRED, "constraint.not-blank"),
            NotEmpty.class, new Rule(ViolationCode.REQUIRED, "constraint.not-empty"),
            Min.class, new Rule(ViolationCode.OUT_OF_RANGE, "constraint.min"),
            Max.class, new Rule(ViolationCode.OUT_OF_RANGE, "constraint.max"),
            Positive.class, new Rule(ViolationCode.OUT_OF_RANGE, "constraint.positive"),
            PositiveOrZero.class, new Rule(ViolationCode.OUT_OF_RANGE, "constraint.positive-or-zero"),
            Size.class, new Rule(ViolationCode.TOO_LONG, "constraint.size"),
            Pattern.class, new Rule(ViolationCode.WRONG_FORMAT, null),
            NaturalId.class, new Rule(ViolationCode.WRONG_FORMAT, "constraint.natural-id"));

    private record Rule(String code, String text) {}

    private ConstraintViolations() {}

    static Violation toViolation(ConstraintViolation<?> broken) {
        var rule = RULES.getOrDefault(
                broken.getConstraintDescriptor().getAnnotation().annotationType(), OTHER);
        var isMissing = isEmptyText(broken) && !isOfWrongForm(broken) || isEmptyList(broken);
        var code = isMissing ? ViolationCode.REQUIRED : rule.code();
        return Violation.body(pointer(broken.getPropertyPath()), code, parameters(broken), text(broken, rule));
    }

    // Of a pattern the text is its message, because its regular expression is for programs.
    private static Text text(ConstraintViolation<?> broken, Rule rule) {
        return broken.getConstraintDescriptor().getAnnotation() instanceof Pattern pattern
                ? Text.of(pattern.message())
                : Text.of(rule.text(), bounds(broken));
    }

    /** Without what else breaks an empty text that is required: it is missing once. */
    static <T> Stream<ConstraintViolation<T>> distinct(Set<ConstraintViolation<T>> all) {
        var blank = all.stream()
                .filter(ConstraintViolations::isBlank)
                .map(broken -> broken.getPropertyPath().toString())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(broken -> isBlank(broken)
                        || !isEmptyText(broken)
                        || !blank.contains(broken.getPropertyPath().toString()));
    }

    private static boolean isBlank(ConstraintViolation<?> broken) {
        return broken.getConstraintDescriptor().getAnnotation() instanceof NotBlank;
    }

    /** True for a natural id or a blank text in a field that is none of these. */
    static boolean isOldTextOutside(Set<String> fields, ConstraintViolation<?> broken) {
        return (broken.getConstraintDescriptor().getAnnotation() instanceof NaturalId || isEmptyText(broken))
                && !fields.contains(broken.getPropertyPath().iterator().next().getName());
    }

    /** An empty text counts as missing for nearly every constraint. A blank one was read as empty. */
    private static boolean isEmptyText(ConstraintViolation<?> broken) {
        return "".equals(broken.getInvalidValue());
    }

    /** Where no text is needed, none is missing: an empty one has another form than the field, as a wrong code does. */
    private static boolean isOfWrongForm(ConstraintViolation<?> broken) {
        return broken.getConstraintDescriptor().getAnnotation() instanceof Pattern
                && annotationsOfField(broken)
                        .noneMatch(other -> other instanceof NotNull || other instanceof Size size && size.min() > 0);
    }

    /** An empty list where elements are needed is no list that is too long. */
    private static boolean isEmptyList(ConstraintViolation<?> broken) {
        return broken.getInvalidValue() instanceof Collection<?> elements && elements.isEmpty();
    }

    /** The bounds that the wording of the rule names, the lower one first. */
    private static Object[] bounds(ConstraintViolation<?> broken) {
        var attributes = broken.getConstraintDescriptor().getAttributes();
        return Stream.of("value", "min", "max")
                .map(attributes::get)
                .filter(Objects::nonNull)
                .toArray();
    }

    private static Map<String, Object> parameters(ConstraintViolation<?> broken) {
        var parameters = new TreeMap<String, Object>(numericBounds(broken));
        broken.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
            if (name.equals("max") || name.equals("regexp")) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    /** Both bounds of a number, also the one that the value keeps. */
    private static Map<String, Object> numericBounds(ConstraintViolation<?> broken) {
        var own = broken.getConstraintDescriptor().getAnnotation();
        return own instanceof Min || own instanceof Max || own instanceof PositiveOrZero
                ? bounds(type -> Stream.concat(Stream.of(own), annotationsOfField(broken))
                        .filter(type::isInstance)
                        .findFirst()
                        .orElse(null))
                : Map.of();
    }

    /** The bounds of a number that the annotations of its field state, of each type the one that is found. */
    static Map<String, Object> bounds(Function<Class<? extends Annotation>, Annotation> annotations) {
        var bounds = new TreeMap<String, Object>();
        if (annotations.apply(PositiveOrZero.class) != null) {
            bounds.put("minimum", 0);
        }
        if (annotations.apply(Min.class) instanceof Min min) {
            bounds.put("minimum", min.value());
        }
        if (annotations.apply(Max.class) instanceof Max max) {
            bounds.put("maximum", max.value());
        }
        return bounds;
    }

    /** None for an element of a list. */
    private static Stream<Annotation> annotationsOfField(ConstraintViolation<?> broken) {
        var name = "";
        for (var node : broken.getPropertyPath()) {
            name = Objects.requireNonNullElse(node.getName(), "");
        }
        var last = name;
        return Arrays.stream(broken.getLeafBean().getClass().getDeclaredFields())
                .filter(field -> field.getName().equals(last))
                .flatMap(field -> Arrays.stream(field.getAnnotations()));
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
