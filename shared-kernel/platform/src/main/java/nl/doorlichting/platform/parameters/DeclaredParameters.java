package nl.doorlichting.platform.parameters;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
                        .forEach(field -> add(found, field, field.getGenericType()));
            }
            add(found, parameter, parameter.getParameterizedType());
        }
        ValueTypes.REGISTERED
                .parametersOf(method)
                .forEach((name, type) ->
                        found.add(new DeclaredParameter(Violation.In.QUERY, name, type, false, null, null)));
        return List.copyOf(found);
    }

    private static void add(List<DeclaredParameter> found, AnnotatedElement element, Type type) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            found.add(parameter(Violation.In.QUERY, query.value(), element, type));
        }
        var path = element.getAnnotation(PathParam.class);
        if (path != null) {
            found.add(parameter(Violation.In.PATH, path.value(), element, type));
        }
    }

    private static DeclaredParameter parameter(Violation.In in, String name, AnnotatedElement element, Type type) {
        var min = element.getAnnotation(Min.class);
        var max = element.getAnnotation(Max.class);
        return new DeclaredParameter(
                in,
                name,
                elementType(type),
                type instanceof ParameterizedType,
                min == null ? null : min.value(),
                max == null ? null : max.value());
    }

    private static Class<?> elementType(Type type) {
        return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
    }
}
