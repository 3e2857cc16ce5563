package nl.doorlichting.platform.parameters;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * One query or path parameter as a resource method declares it.
 *
 * @param list whether it takes several values, separated by commas
 * @param min smallest integer
 * @param max largest integer
 */
record DeclaredParameter(Violation.In in, String name, Class<?> type, boolean list, long min, long max) {

    List<Violation> check(List<String> values) {
        if (values.size() > 1) {
            return List.of(violation(ViolationCode.REPEATED_PARAMETER, Map.of(), Text.of("parameter.repeated")));
        }
        var given = list ? Arrays.stream(values.get(0).split(",", -1)) : values.stream();
        return given.flatMap(this::checkOne).distinct().toList();
    }

    private Stream<Violation> checkOne(String value) {
        if (!ScalarFormats.isText(value)) {
            return Stream.of(
                    violation(ViolationCode.INVALID_CHARACTER, Map.of(), Text.of("parameter.control-character")));
        }
        if (ScalarFormats.isBlank(value)) {
            return Stream.of(violation(ViolationCode.REQUIRED, Map.of(), Text.of("parameter.empty")));
        }
        if (type.isEnum()) {
            return checkEnumeration(value);
        }
        if (type == Integer.class || type == int.class) {
            return checkInteger(value);
        }
        return checkFormat(value);
    }

    private Stream<Violation> checkFormat(String value) {
        if (type == LocalDate.class && !ScalarFormats.isDate(value)) {
            return Stream.of(wrongType(Text.of("parameter.date-expected")));
        }
        if (type == Instant.class && !ScalarFormats.isInstant(value)) {
            return Stream.of(wrongType(Text.of("parameter.moment-expected")));
        }
        if (type == UUID.class && !ScalarFormats.isUuid(value)) {
            return Stream.of(wrongType(Text.of("parameter.uuid-expected")));
        }
        if (type == Boolean.class && !value.equals("true") && !value.equals("false")) {
            return Stream.of(wrongType(Text.of("parameter.boolean-expected")));
        }
        return Stream.empty();
    }

    private Stream<Violation> checkEnumeration(String value) {
        var allowed =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
        if (allowed.contains(value)) {
            return Stream.empty();
        }
        var detail = Text.of("value.not-one-of", allowed);
        return Stream.of(violation(ViolationCode.UNKNOWN_VALUE, Map.of("allowed", allowed), detail));
    }

    private Stream<Violation> checkInteger(String value) {
        if (!ScalarFormats.isInteger(value)) {
            return Stream.of(violation(ViolationCode.NOT_AN_INTEGER, Map.of(), Text.of("value.integer-expected")));
        }
        var number = new BigInteger(value);
        if (number.equals(number.max(BigInteger.valueOf(min)).min(BigInteger.valueOf(max)))) {
            return Stream.empty();
        }
        var bounds = Map.<String, Object>of("minimum", min, "maximum", max);
        return Stream.of(violation(ViolationCode.OUT_OF_RANGE, bounds, Text.of("value.number-between", min, max)));
    }

    private Violation wrongType(Text expected) {
        return violation(ViolationCode.WRONG_TYPE, Map.of(), expected);
    }

    private Violation violation(String code, Map<String, Object> parameters, Text detail) {
        return Violation.parameter(in, name, code, parameters, detail);
    }
}
