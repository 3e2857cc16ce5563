package nl.doorlichting.platform.values;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.openapi.models.Components;

/**
 * The types of values that an application has and the platform does not define: how JSON, a table, parameters and the
 * contract show them. An implementation is registered as a service of {@link ServiceLoader}. Without one there are no such
 * types.
 */
public interface ValueTypes {
    /** The registered implementation. */
    ValueTypes REGISTERED = ServiceLoader.load(ValueTypes.class, ValueTypes.class.getClassLoader())
            .findFirst()
            .orElse(new None());

    /** Reads the values of a request, strictly. */
    Module readers();

    /** Classes whose annotations define how a value is written, by its type. */
    Map<Class<?>, Class<?>> writers();

    /** The fields of a value that stand in columns of their own in a table; by type, in order. */
    Map<Class<?>, List<String>> columns();

    /** Adds the schemas of the types that the document mentions. */
    void defineSchemas(Components components);

    /** The schema that stands in a request in the place of the answer's: by the name of the answer's. */
    Map<String, String> schemasInRequests();

    /** Query parameters that an operation takes and does not declare one by one: by name, with the type of the value. */
    Map<String, Class<?>> parametersOf(Method operation);

    /** No types at all. */
    final class None implements ValueTypes {
        @Override
        public Module readers() {
            return new SimpleModule("no-values");
        }

        @Override
        public Map<Class<?>, Class<?>> writers() {
            return Map.of();
        }

        @Override
        public Map<Class<?>, List<String>> columns() {
            return Map.of();
        }

        @Override
        public void defineSchemas(Components components) {}

        @Override
        public Map<String, String> schemasInRequests() {
            return Map.of();
        }

        @Override
        public Map<String, Class<?>> parametersOf(Method operation) {
            return Map.of();
        }
    }
}
