package nl.doorlichting.platform.testing.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.junit.jupiter.api.DynamicTest;

/**
 * Puts a value of another type in every field of every request record of the application, all at once. There are as many
 * violations as fields, each at its pointer and with what is expected there, and one for a field that does not exist.
 */
public final class MisplacedScalars {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LAST_RESORT = "The value does not fit this field.";
    private static final int DEEPEST = 6;

    /** Where the values of another type stand. */
    private enum Depth {
        FIELDS,
        ITEMS,
        LEAVES
    }

    private MisplacedScalars() {}

    public static Stream<DynamicTest> ofApplication() {
        return requestRecords()
                .flatMap(record -> Stream.of(Depth.values())
                        .map(depth -> DynamicTest.dynamicTest(
                                record.getSimpleName() + ", " + depth, () -> reportsAll(record, depth))));
    }

    private static void reportsAll(Class<? extends Record> record, Depth depth) {
        var expected = new TreeSet<String>();
        var body = object(record, depth, "", 0, expected);
        body.put("noSuchField", 1);
        expected.add("/noSuchField");
        var json = CDI.current().select(StrictJson.class).get();
        var refusal = assertThrows(ProblemException.class, () -> json.read(body.toString(), record), body::toString);
        assertEquals(
                String.join("\n", expected),
                refusal.violations().stream().map(Violation::pointer).sorted().collect(Collectors.joining("\n")),
                () -> body + "\n" + refusal.violations());
        assertFalse(
                refusal.violations().stream()
                        .anyMatch(violation -> violation.detail().toString().equals(LAST_RESORT)),
                () -> refusal.violations().toString());
    }

    private static ObjectNode object(Class<?> record, Depth depth, String at, int deep, Collection<String> expected) {
        var object = JSON.objectNode();
        for (RecordComponent field : record.getRecordComponents()) {
            var pointer = at + "/" + field.getName();
            object.set(field.getName(), value(field.getGenericType(), depth, pointer, deep, expected));
        }
        return object;
    }

    private static JsonNode value(Type type, Depth depth, String pointer, int deep, Collection<String> expected) {
        if (depth != Depth.FIELDS && isList(type)) {
            var item = ((ParameterizedType) type).getActualTypeArguments()[0];
            var inner = depth == Depth.ITEMS ? Depth.FIELDS : depth;
            return JSON.arrayNode().add(value(item, inner, pointer + "/0", deep + 1, expected));
        }
        if (depth == Depth.LEAVES && type instanceof Class<?> of && isOfApplication(of) && deep < DEEPEST) {
            return object(of, depth, pointer, deep + 1, expected);
        }
        expected.add(pointer);
        return isText(type) ? JSON.numberNode(1.5) : JSON.textNode(pointer.length() % 2 == 0 ? "" : "wrong");
    }

    private static boolean isList(Type type) {
        return type instanceof ParameterizedType of
                && of.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw);
    }

    // The values of the domain have readers of their own, which are tested by themselves.
    private static boolean isOfApplication(Class<?> type) {
        return type.isRecord() && !type.getPackageName().startsWith("nl.doorlichting.domain");
    }

    private static boolean isText(Type type) {
        return type instanceof Class<?> of
                && (of.isEnum()
                        || List.of(String.class, LocalDate.class, Instant.class, UUID.class)
                                .contains(of));
    }

    private static Stream<Class<? extends Record>> requestRecords() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class) && !type.isInterface())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(PATCH.class))
                .map(Method::getParameters)
                .flatMap(Arrays::stream)
                .flatMap(MisplacedScalars::requestRecord)
                .distinct()
                .sorted(Comparator.comparing(Class::getName));
    }

    private static Stream<Class<? extends Record>> requestRecord(Parameter parameter) {
        var types = new ArrayList<Class<?>>();
        types.add(parameter.getType());
        if (parameter.isAnnotationPresent(RequestBodySchema.class)) {
            types.add(parameter.getAnnotation(RequestBodySchema.class).value());
        }
        if (parameter.getType() == MergePatch.class && parameter.isAnnotationPresent(RequestBody.class)) {
            Arrays.stream(parameter.getAnnotation(RequestBody.class).content())
                    .forEach(content -> types.add(content.schema().implementation()));
        }
        return types.stream()
                .filter(type -> type.isRecord() && type.getSimpleName().endsWith("Request"))
                .map(type -> type.asSubclass(Record.class));
    }
}
