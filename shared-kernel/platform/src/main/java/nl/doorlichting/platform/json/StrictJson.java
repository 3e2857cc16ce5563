package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.values.ValueTypes;

/**
 * Reads request bodies strictly: exactly one JSON document, no unknown field, no value of another type. All violations
 * of the shape and of the constraints of the record are reported in one 400.
 */
@ApplicationScoped
public class StrictJson {
    /** What a name of a wrong form is not too. */
    private static final Set<String> NAMES_NOTHING =
            Set.of(ViolationCode.REFERENCE_UNKNOWN, ViolationCode.MUNICIPALITY_NOT_VALID);

    private final ObjectMapper mapper = mapper();
    private final Validator validator;
    private final Iterable<BodyRules> rules;

    @Inject
    public StrictJson(Validator validator, @Any Instance<BodyRules> rules) {
        this.validator = validator;
        this.rules = rules;
    }

    /** One without rules of an application. */
    public StrictJson(Validator validator) {
        this.validator = validator;
        this.rules = List.of();
    }

    /** The record in the stream; {@link ProblemException} with every violation when the body is not exactly that. */
    public Object read(InputStream body, Type type) throws IOException {
        return read(body, type, "");
    }

    /**
     * As {@link #read(InputStream, Type)}, of a request.
     *
     * @param path of the request, for {@link BodyRules}
     */
    public Object read(InputStream body, Type type, String path) throws IOException {
        return read(body, type, path, false);
    }

    /**
     * The same of a request that may be refused already for another part than its body: then the {@link BodyRules} are
     * asked also of a body that is right by itself.
     */
    public Object read(InputStream body, Type type, String path, boolean refused) throws IOException {
        var value = readDocument(decoded(body), type, broken -> true, one -> further(one, path));
        if (refused && value instanceof Record right) {
            ProblemException.refuse(further(right, path));
        }
        return value;
    }

    /** Refuses a record that is refused already for another part than its form, or null, for the {@link BodyRules} too. */
    public void refuseByRules(Record right) {
        ProblemException.refuse(right == null ? List.of() : further(right, ""));
    }

    private List<Violation> further(Record body, String path) {
        var violations = new ArrayList<Violation>();
        rules.forEach(rule -> violations.addAll(rule.furtherViolations(body, path)));
        return violations;
    }

    /** @param further what else is wrong with a record that is refused already */
    private Object readDocument(
            String document,
            Type type,
            Predicate<ConstraintViolation<?>> counts,
            Function<Record, List<Violation>> further) {
        var violations = new BindingViolations();
        var value = bind(document, type, violations);
        var all = new ArrayList<>(violations.found());
        if (value != null) {
            all.addAll(constraints(value, violations, counts));
        }
        if (!all.isEmpty()) {
            if (value instanceof Record body) {
                var missing = all.stream()
                        .filter(violation -> violation.code().equals(ViolationCode.REQUIRED))
                        .map(Violation::pointer)
                        .toList();
                var ruled = further.apply(body).stream()
                        .filter(violation -> !violations.covers(violation.pointer()))
                        .filter(violation -> !missing.contains(violation.pointer())
                                || violation.code().equals(ViolationCode.REQUIRED))
                        .filter(violation -> !NAMES_NOTHING.contains(violation.code())
                                || all.stream()
                                        .noneMatch(formal -> formal.pointer().equals(violation.pointer())))
                        .toList();
                // One for each field: a rule of the application names narrower bounds, and what is needed beside it.
                all.removeIf(formal -> ruled.stream().anyMatch(rule -> saysMore(rule, formal)));
                all.addAll(ruled);
            }
            throw ProblemException.violations(all.subList(0, Math.min(all.size(), BindingViolations.AT_MOST)));
        }
        return value;
    }

    private static boolean saysMore(Violation rule, Violation formal) {
        return rule.code().equals(formal.code())
                && rule.pointer().equals(formal.pointer())
                && (rule.code().equals(ViolationCode.OUT_OF_RANGE)
                        || rule.code().equals(ViolationCode.REQUIRED));
    }

    /** The record in the text, read as a body would be. */
    public <T extends Record> T read(String document, Class<T> type) {
        return type.cast(readDocument(document, type, broken -> true, body -> further(body, "")));
    }

    /**
     * The same with these rules in place of the {@link BodyRules}, for many documents whose rules share what they look up.
     * They are asked only of a record that is refused already. Any field can be null.
     */
    public <T extends Record> T read(String document, Class<T> type, Function<T, List<Violation>> ruled) {
        return type.cast(readDocument(document, type, broken -> true, body -> ruled.apply(type.cast(body))));
    }

    /** The JSON object in the stream, with changes of a record; 400 for any other body. */
    public ObjectNode readObject(InputStream body) throws IOException {
        var violations = new BindingViolations();
        var value = bind(decoded(body), JsonNode.class, violations);
        if (violations.found().isEmpty() && !(value instanceof ObjectNode)) {
            violations.add("", ViolationCode.WRONG_TYPE, Text.of("json.object-expected"));
        }
        if (value != null) {
            refuseHalfCharacters("", (JsonNode) value, violations);
        }
        if (!violations.found().isEmpty()) {
            throw ProblemException.violations(violations.found());
        }
        return (ObjectNode) value;
    }

    /** The record with these changes, read as strictly as a new one, but for texts that an earlier release took and that stay. */
    public <T extends Record> T patched(T current, ObjectNode changes, Class<T> type) {
        return patched(current, changes, type, changed -> List.of());
    }

    /**
     * The same with the rules of the stored record, which are asked only of changes that are refused already, so that their
     * violations are reported with the others. Any field can be null.
     */
    public <T extends Record> T patched(
            T current, ObjectNode changes, Class<T> type, Function<T, List<Violation>> ruled) {
        var stated = new HashSet<String>();
        changes.fieldNames().forEachRemaining(stated::add);
        return type.cast(readDocument(
                MergePatchAlgorithm.merge(current, changes).toString(),
                type,
                broken -> !ConstraintViolations.isOldTextOutside(stated, broken),
                changed -> Stream.concat(further(changed, "").stream(), ruled.apply(type.cast(changed)).stream())
                        .toList()));
    }

    /**
     * Whether a change leaves the record as it is. It is answered with the record, and nothing is stored, so that a version is
     * always a change.
     */
    public static boolean isUnchanged(Record before, Record after) {
        return MergePatchAlgorithm.stateTheSame(before, after, null);
    }

    /**
     * 400 for a correction that leaves the record as it is.
     *
     * @param why name of the field with the reason of the correction, which is no part of the record
     */
    public static void refuseUnchanged(Record before, Record after, String why) {
        if (MergePatchAlgorithm.stateTheSame(before, after, why)) {
            throw ProblemException.violation(
                    Violation.body("", ViolationCode.REQUIRED, Text.of("record.nothing-corrected")));
        }
    }

    /**
     * 400 for changes that fit no record of this type, whatever its other fields: what is wrong with the values that are
     * named, and not with what an object that is changed in part lacks.
     */
    public void refuseMisfits(ObjectNode changes, Class<? extends Record> type) {
        var violations = new BindingViolations();
        var value = bind(changes.toString(), type, violations);
        var all = new ArrayList<>(violations.found());
        if (value != null) {
            validator.validate(value).stream()
                    .map(ConstraintViolations::toViolation)
                    .filter(violation -> !violations.covers(violation.pointer()))
                    .forEach(all::add);
        }
        ProblemException.refuse(
                all.stream().filter(violation -> isOfNamed(violation, changes)).toList());
    }

    // A null within an object removes what only the stored record may have. What fits no object at all may fit a stored
    // one.
    private static boolean isOfNamed(Violation violation, ObjectNode changes) {
        var value = changes.at(violation.pointer());
        var isUnknown = violation.code().equals(ViolationCode.UNKNOWN_FIELD);
        if (value.isNull() && isUnknown) {
            return violation.pointer().lastIndexOf('/') == 0;
        }
        return !value.isMissingNode()
                && (!value.isObject() || isUnknown || violation.code().equals(ViolationCode.WRONG_TYPE));
    }

    /**
     * Any exception in this method is caused by the body. The stream is read elsewhere, because reading it can fail for
     * other reasons.
     */
    private Object bind(String document, Type type, BindingViolations violations) {
        try (var parser = mapper.createParser(document)) {
            return bind(parser, type, violations);
        } catch (IOException | RuntimeException unreadable) {
            violations.replaceWith("", ViolationCode.MALFORMED_JSON, Map.of(), Text.of("json.unreadable-value"));
        }
        return null;
    }

    private Object bind(JsonParser parser, Type type, BindingViolations violations) throws IOException {
        try {
            if (parser.nextToken() == null) {
                violations.add("", ViolationCode.REQUIRED, Text.of("body.required"));
                return null;
            }
            var reader = mapper.readerFor(mapper.constructType(type)).withAttribute(BindingViolations.KEY, violations);
            Object value = reader.readValue(parser);
            refuseTrailing(parser, violations);
            return nullIsMissing(value, violations);
        } catch (JsonMappingException unbound) {
            addUnbound(unbound, parser, violations);
        } catch (JsonProcessingException malformed) {
            addMalformed(malformed, parser, violations);
        }
        return null;
    }

    // A text with half a surrogate pair would be stored as another text.
    private static void refuseHalfCharacters(String pointer, JsonNode value, BindingViolations violations) {
        if (value.isTextual() && !ScalarFormats.isEncodable(value.textValue())) {
            violations.add(pointer, ViolationCode.INVALID_CHARACTER, Text.of("json.half-character"));
        }
        for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
            refuseHalfCharacters(pointer + "/" + i, value.get(i), violations);
        }
        value.properties().forEach(field -> {
            if (!ScalarFormats.isEncodable(field.getKey())) {
                violations.add(pointer, ViolationCode.INVALID_CHARACTER, Text.of("json.half-character-in-name"));
            }
            refuseHalfCharacters(pointer + "/" + field.getKey(), field.getValue(), violations);
        });
    }

    private static void addMalformed(
            JsonProcessingException malformed, JsonParser parser, BindingViolations violations) {
        if (malformed instanceof StreamConstraintsException limit) {
            JsonLimits.refuse(limit, parser, violations);
            return;
        }
        var place = Objects.requireNonNullElse(malformed.getLocation(), JsonLocation.NA);
        var parameters = Map.<String, Object>of("line", place.getLineNr(), "position", place.getColumnNr());
        if (isDuplicate(malformed)) {
            var field =
                    ((JsonParser) malformed.getProcessor()).getParsingContext().pathAsPointer();
            violations.add(field.toString(), ViolationCode.MALFORMED_JSON, parameters, Text.of("json.field-twice"));
            return;
        }
        violations.add(
                "",
                ViolationCode.MALFORMED_JSON,
                parameters,
                Text.of("json.malformed", place.getLineNr(), place.getColumnNr()));
    }

    // The parser has one exception for everything that is malformed.
    private static boolean isDuplicate(JsonProcessingException malformed) {
        return malformed.getOriginalMessage().startsWith("Duplicate field ");
    }

    /** Checked before parsing, because the parser guesses the encoding and accepts overlong characters. */
    private static String decoded(InputStream body) throws IOException {
        var bytes = ByteBuffer.wrap(body.readAllBytes());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.violation(
                    Violation.body("", ViolationCode.MALFORMED_JSON, Text.of("json.not-utf-8")));
        }
    }

    /** Within an array the exception of the parser is wrapped. */
    private static void addUnbound(JsonMappingException unbound, JsonParser parser, BindingViolations violations) {
        if (unbound.getCause() instanceof JsonProcessingException malformed) {
            addMalformed(malformed, parser, violations);
            return;
        }
        violations.add(pointer(unbound), ViolationCode.WRONG_TYPE, Text.of("json.value-does-not-fit"));
    }

    private static Object nullIsMissing(Object value, BindingViolations violations) {
        if (value == null && violations.found().isEmpty()) {
            violations.add("", ViolationCode.REQUIRED, Text.of("body.required"));
        }
        return value;
    }

    private static void refuseTrailing(JsonParser parser, BindingViolations violations) throws IOException {
        if (somethingFollows(parser)) {
            violations.add("", ViolationCode.TRAILING_CONTENT, Text.of("json.trailing-content"));
        }
    }

    private static boolean somethingFollows(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException garbage) {
            return true;
        }
    }

    private List<Violation> constraints(
            Object value, BindingViolations violations, Predicate<ConstraintViolation<?>> counts) {
        var ofFields = ConstraintViolations.distinct(validator.validate(value))
                .filter(counts)
                .map(ConstraintViolations::toViolation);
        var betweenFields = value instanceof HasCrossFieldRules checked
                ? checked.crossViolations(violations::covers).stream()
                : Stream.<Violation>empty();
        return Stream.concat(ofFields, betweenFields)
                .filter(violation -> !violations.covers(violation.pointer()))
                .sorted(Comparator.comparing(Violation::pointer).thenComparing(Violation::code))
                .toList();
    }

    private static String pointer(JsonMappingException exception) {
        var pointer = new StringBuilder();
        for (var step : exception.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder(JsonLimits.factory())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // For values that are read before their type is known.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(ScalarDeserializers.module())
                .addModule(enumerations())
                .addModule(new SimpleModule("misplaced-values").setDeserializerModifier(new MisplacedValues()))
                .addModule(ValueTypes.REGISTERED.readers())
                .addHandler(new BindingProblemHandler())
                .build();
    }

    private static SimpleModule enumerations() {
        var module = new SimpleModule("strict-enumerations");
        module.setDeserializers(new SimpleDeserializers() {
            private static final long serialVersionUID = 1L;

            @Override
            @SuppressWarnings({"unchecked", "rawtypes"})
            public JsonDeserializer<?> findEnumDeserializer(
                    Class<?> type, DeserializationConfig config, BeanDescription description) {
                return ScalarDeserializers.enumeration((Class) type);
            }
        });
        return module;
    }
}
