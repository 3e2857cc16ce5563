package nl.doorlichting.platform.testing.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values at and beyond the limits of parsers, types and columns. */
final class BoundaryValues {
    // As they stand in JSON between quotation marks.
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\\u0000",
            "a\\u0000b",
            "\\u0001",
            "\\u001b[31m",
            "\\u0085",
            "\\u2028",
            "\\ud800",
            "\\udc00",
            "\\udc00\\ud800",
            "\\ud83d\\ude00",
            "\\ufeff",
            "\\uffff",
            "\\u00a0",
            "\\u200b",
            "e\\u0301",
            "\\\\",
            "\\\"",
            "%",
            "%00",
            "_",
            "'; --",
            "{}",
            "null",
            "true",
            "NaN",
            "-Infinity",
            "1e400",
            "-0",
            "-0.00",
            "00000000000001.00",
            "0.001",
            "999999999999.99",
            "-999999999999.99",
            "1000000000000.00",
            "99999999999999999999999999999999",
            "\\u0661\\u0662",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "2011-02-29",
            "-0001-01-01",
            "-4713-01-01",
            "+10000-01-01",
            "294277-01-01",
            "+294277-01-01",
            "+999999999-12-31",
            "0000-01-01T00:00:00Z",
            "0000-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-18:00",
            "+294277-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "2011-01-31T24:00:00Z",
            "2011-01-31T23:59:60Z",
            "2011-01-31T09:00:00.123456789Z",
            "2011-01-31T09:00Z",
            "2011-01-31T09:00:00+18:01",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "GM0000",
            "GM9999",
            "GM0988",
            "PV99",
            "EUR",
            "XXX",
            "a".repeat(200),
            "a".repeat(201),
            "a".repeat(5_000),
            "\\u20ac".repeat(2_000),
            "a".repeat(100_000));
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "5",
            "11",
            "1900",
            "2010",
            "2199",
            "1.5",
            "1.0",
            "0.1e1",
            "1e2",
            "1e400",
            "-1e400",
            "1e-400",
            "1E999999999",
            "1e-999999999",
            "1e99999999999999",
            "0.005",
            "999999999",
            "2147483647",
            "2147483648",
            "-2147483648",
            "999999999999",
            "999999999999.99",
            "999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "9".repeat(400),
            "9".repeat(2_000),
            "0." + "9".repeat(500));
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[\"\\u0000\"]",
            "{\"\":null}",
            "{\"\\u0000\":1}",
            "{\"kind\":null}",
            "{\"kind\":[]}",
            "{\"kind\":\"EXACT\",\"value\":9223372036854775807}",
            "{\"kind\":\"RANGE\",\"minimum\":1e9,\"maximum\":{}}",
            "{\"kind\":\"APPROXIMATE\",\"value\":999999999999,\"plusMinus\":999999999999}",
            "{\"amount\":\"999999999999.99\",\"currency\":\"EUR\"}",
            "{\"amount\":\"-999999999999.99\",\"currency\":\"EUR\"}",
            "{\"from\":\"9999-12-31\",\"until\":\"0000-01-01\"}",
            "{\"from\":\"0000-01-01\",\"until\":\"9999-12-31\"}",
            "[".repeat(15) + "]".repeat(15),
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(500) + "1" + "}".repeat(500));
    private static final List<String> DOCUMENTS = List.of(
            "",
            " ",
            "null",
            "0",
            "\"\"",
            "[]",
            "[{}]",
            "{}",
            "{} {}",
            "{}x",
            "{",
            "}",
            "{\"a\"",
            "{\"a\":}",
            "{'a':1}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":01}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"\\ud800\":1}",
            "/**/{}",
            "\u00ef\u00bb\u00bf{}",
            "\u00ff\u00fe{\u0000}\u0000",
            "{\"a\":\"\u00ff\"}",
            "{\"\u00c0\u0080\":1}",
            "\u0000",
            "{\"" + "a".repeat(300) + "\":1}",
            "[".repeat(50_000),
            "{\"a\":".repeat(5_000),
            "[" + "1,".repeat(30_000) + "1]");
    // All are valid in an address. The server itself rejects an invalid one such as %zz (ADR 32).
    private static final List<String> PATH_SEGMENTS = List.of(
            "0",
            "-1",
            "a",
            "%20",
            "%00",
            "%0a",
            "%2f",
            "%2e%2e",
            "..",
            ".",
            "a;b=c",
            ";",
            "%ff",
            "%c0%80",
            "%ed%a0%80",
            "%f0%9f%98%80",
            "*",
            "'",
            "a".repeat(2_000),
            "9".repeat(40),
            "00000000-0000-0000-0000-000000000000",
            "00000000-0000-0000-0000-00000000000g",
            "ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final List<String> TAGS = List.of(
            "",
            "*",
            "\"0\"",
            "\"1\"",
            "0",
            "W/\"0\"",
            "W/",
            "\"",
            "\"\"",
            "\"\"\"",
            ",,,",
            "\"0\",",
            "\"-1\"",
            "\"2147483648\"",
            "\"" + "9".repeat(40) + "\"",
            "\"\u00ff\"",
            "\"a\", W/\"b\", *");
    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry(
                    "Accept",
                    List.of(
                            "",
                            "*",
                            "*/*",
                            "*/json",
                            "application/json",
                            "application/*",
                            "text/csv",
                            "text/csv,,application/json",
                            "image/png",
                            "application/json;q=0",
                            "application/json;q=2",
                            "application/json;q=-1",
                            "application/json;q=a",
                            "application/json;q=",
                            "application/json;q",
                            "application/json;=",
                            "application/json;charset=\"",
                            "application/json;q=0." + "1".repeat(400),
                            "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                            ";",
                            ",",
                            "/",
                            "a",
                            "a/",
                            "/a",
                            "a/b/c",
                            "\"",
                            "\u00ff/\u00ff",
                            "a/b,".repeat(1_000))),
            Map.entry(
                    "Content-Type",
                    List.of(
                            "",
                            " ",
                            "application/json",
                            "application/merge-patch+json",
                            "application/json;charset=utf-16",
                            "application/json;charset=nonsense",
                            "application/json;charset=\"",
                            "application/json;charset=",
                            "application/json;",
                            "application/json;;",
                            "application/json;=",
                            "application/json, text/plain",
                            "application/json/x",
                            "application/*",
                            "application/",
                            "application",
                            "*/*",
                            "/",
                            ";",
                            "\"",
                            "text/plain",
                            "text/csv",
                            "application/x-www-form-urlencoded",
                            "multipart/form-data",
                            "multipart/form-data;boundary=",
                            "multipart/form-data;boundary=\"\"",
                            "multipart/form-data;boundary=\"",
                            "multipart/form-data;boundary",
                            "multipart/mixed;boundary=b",
                            "\u00ff/\u00ff",
                            "application/json;a=" + "b".repeat(3_000))),
            Map.entry("If-Match", TAGS),
            Map.entry("If-None-Match", TAGS),
            Map.entry(
                    "Idempotency-Key",
                    List.of(
                            "",
                            " ",
                            "a",
                            "a b",
                            "\"a\"",
                            "\u00ff",
                            "a".repeat(200),
                            "a".repeat(201),
                            "a".repeat(5_000))),
            Map.entry(
                    "Accept-Language",
                    List.of(
                            "",
                            "nl",
                            "en",
                            "*",
                            "*;q=0",
                            "nl;q=a",
                            "nl;q=",
                            "nl;q=2",
                            "nl;;q=1",
                            "nl,,en",
                            ",",
                            ";",
                            "-",
                            "a-b-c-d-e-f-g-h-i-j",
                            "en-US-x-",
                            "x",
                            "nl_NL",
                            "\u00ff",
                            "a".repeat(5_000),
                            "nl,".repeat(2_000))),
            Map.entry(
                    "traceparent",
                    List.of(
                            "",
                            "a",
                            "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00",
                            "ff-" + "1".repeat(32) + "-" + "1".repeat(16) + "-01",
                            "00-" + "1".repeat(32) + "-" + "1".repeat(16) + "-01",
                            "00-" + "g".repeat(32) + "-" + "1".repeat(16) + "-01",
                            "00-1-1-01",
                            "\u00ff",
                            "-".repeat(3_000))),
            Map.entry("tracestate", List.of("", "=", "a=", ",,", "\u00ff", "a=b,".repeat(500))),
            Map.entry(
                    "Prefer", List.of("", "respond-async", "wait=a", "wait=-1", ";", "=", "\u00ff", "return=minimal")),
            Map.entry("Range", List.of("", "bytes=", "bytes=0-0", "bytes=9-1", "bytes=-" + "9".repeat(30), "a")),
            Map.entry("Cookie", List.of("", "=", ";", "a", "a=\"", "q_session=x", "\u00ff=\u00ff")),
            Map.entry(
                    "X-Forwarded-For",
                    List.of("", ",", "a", "[", "::1", "999.999.999.999", "\u00ff", "1,".repeat(900))));
    private static final List<String> HEADER_NAMES =
            HEADERS.keySet().stream().sorted().toList();

    private final Random random;

    BoundaryValues(Random random) {
        this.random = random;
    }

    /** One of these. */
    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A value in a body, of any type. */
    JsonNode value() {
        var json = switch (random.nextInt(4)) {
            case 0 -> oneOf(NUMBERS);
            case 1 -> oneOf(OTHERS);
            default -> '"' + oneOf(TEXTS) + '"';
        };
        return raw(json);
    }

    /** A whole body, each character a byte. */
    String document() {
        return oneOf(DOCUMENTS);
    }

    /** A value in a query, not yet encoded; without half a character, which no encoding of an address has. */
    String parameter() {
        var text = random.nextBoolean() ? oneOf(TEXTS) : oneOf(NUMBERS);
        return unescaped(text.length() > 1_000 ? text.substring(0, 996) : text);
    }

    /** A segment of a path, as it is sent. */
    String pathSegment() {
        return oneOf(PATH_SEGMENTS);
    }

    String headerName() {
        return oneOf(HEADER_NAMES);
    }

    String headerValue(String name) {
        return oneOf(HEADERS.get(name));
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i) && i + 6 <= text.length()) {
                var unit = (char) Integer.parseInt(text.substring(i + 2, i + 6), 16);
                plain.append(Character.isSurrogate(unit) ? '?' : unit);
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static JsonNode raw(String json) {
        return new POJONode(new RawValue(json));
    }
}
