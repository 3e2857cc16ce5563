package nl.doorlichting.platform.parameters;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.values.ValueTypes;

/** Finds the parameters that a resource method declares, including those of its bean parameters and those that {@link ValueTypes} adds. */
final class DeclaredParameters {
    private DeclaredParameters() {}

    static List<DeclaredParameter> of(Method method) {
        var found = new ArrayList<DeclaredParameter>();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                Arrays.stream(parameter.getType().getDeclaredFields())
                        .forEach(field -> add(found, field, field.getAnnotatedType()));
            }
            add(found, parameter, parameter.getAnnotatedType());
        }
        ValueTypes.REGISTERED
                .parametersOf(method)
                .forEach((name, type) -> found.add(new DeclaredParameter(
                        Violation.In.QUERY, name, type, false, Integer.MIN_VALUE, Integer.MAX_VALUE)));
        return List.copyOf(found);
    }

    private static void add(List<DeclaredParameter> found, AnnotatedElement element, AnnotatedType type) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            found.add(parameter(Violation.In.QUERY, query.value(), element, type));
        }
        var path = element.getAnnotation(PathParam.class);
        if (path != null) {
            found.add(parameter(Violation.In.PATH, path.value(), element, type));
        }
    }

    /** The bounds of a list are those of its values, as in {@code List<@Min(1900) Integer>}. */
    private static DeclaredParameter parameter(
            Violation.In in, String name, AnnotatedElement element, AnnotatedType type) {
        var list =
                type instanceof AnnotatedParameterizedType values ? values.getAnnotatedActualTypeArguments()[0] : null;
        var bounded = list == null ? element : list;
        var min = bounded.getAnnotation(Min.class);
        var max = bounded.getAnnotation(Max.class);
        return new DeclaredParameter(
                in,
                name,
                (Class<?>) (list == null ? type : list).getType(),
                list != null,
                min == null ? Integer.MIN_VALUE : min.value(),
                max == null ? Integer.MAX_VALUE : max.value());
    }
}
