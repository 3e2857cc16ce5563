package nl.doorlichting.api.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;

/**
 * Reads a record with a {@link Key} among its own fields in one pass. The framework would copy each of them, to read it a second
 * time for the key, and an answer has hundreds.
 */
final class KeyedRecordReader extends StdDeserializer<Object> implements ResolvableDeserializer {
    private static final long serialVersionUID = 1L;

    private final transient List<RecordComponent> components;
    private final transient Constructor<?> constructor;
    private final transient Map<String, Integer> places;
    private final int placeOfKey;
    private transient List<JsonDeserializer<Object>> readers = List.of();

    private KeyedRecordReader(Class<?> type) throws NoSuchMethodException {
        super(type);
        this.components = List.of(type.getRecordComponents());
        this.constructor = type.getDeclaredConstructor(
                components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        this.constructor.setAccessible(true);
        this.placeOfKey = IntStream.range(0, components.size())
                .filter(place -> isKey(components.get(place)))
                .findFirst()
                .orElseThrow();
        this.places = IntStream.range(0, components.size())
                .filter(place -> place != placeOfKey)
                .boxed()
                .collect(Collectors.toMap(place -> components.get(place).getName(), place -> place));
    }

    /** Takes the place of the framework's reader of such records. */
    static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> usual) {
            var type = bean.getBeanClass();
            if (!type.isRecord() || Arrays.stream(type.getRecordComponents()).noneMatch(KeyedRecordReader::isKey)) {
                return usual;
            }
            try {
                return new KeyedRecordReader(type);
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static boolean isKey(RecordComponent component) {
        return component.getType() == Key.class && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        var found = new JsonDeserializer<?>[components.size()];
        for (var place : places.values()) {
            var type =
                    context.getTypeFactory().constructType(components.get(place).getGenericType());
            found[place] = context.findContextualValueDeserializer(type, null);
        }
        readers = asReaders(found);
    }

    @SuppressWarnings("unchecked")
    private static List<JsonDeserializer<Object>> asReaders(JsonDeserializer<?>[] found) {
        return Arrays.asList((JsonDeserializer<Object>[]) found);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            return context.handleUnexpectedToken(handledType(), json);
        }
        var key = new LinkedHashMap<Dimension, Object>();
        var values = new Object[components.size()];
        var isGiven = new boolean[components.size()];
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var token = json.nextToken();
            var place = places.get(name);
            if (place != null) {
                var reader = readers.get(place);
                values[place] = token == JsonToken.VALUE_NULL
                        ? reader.getNullValue(context)
                        : reader.deserialize(json, context);
                isGiven[place] = true;
                continue;
            }
            var dimension = Dimension.named(name);
            if (dimension.isPresent()) {
                key.put(dimension.get(), KeyMixIn.Reader.value(dimension.get(), json, context));
            } else {
                json.skipChildren();
            }
        }
        for (var place : places.values()) {
            if (!isGiven[place]) {
                values[place] = readers.get(place).getNullValue(context);
            }
        }
        values[placeOfKey] = new Key(key);
        return instance(values, context);
    }

    private Object instance(Object[] values, DeserializationContext context) throws IOException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            return context.handleInstantiationProblem(handledType(), null, refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
