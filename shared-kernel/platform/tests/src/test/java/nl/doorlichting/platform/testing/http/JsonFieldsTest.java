package nl.doorlichting.platform.testing.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
    private static final List<String> NAMES = List.of("a", "b", "in", "size", "empty", "c1");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-7",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "0.1",
            "12345678.91",
            "1e3",
            "4e300",
            "\"\"",
            "\"text\"",
            "\"caf\\u00e9 €\"",
            "\"\\\"quoted\\\"\"");

    /** As in tests with an application: many of the random paths are the same. */
    @BeforeAll
    static void keepScripts() {
        new GroovyScriptCache().beforeClass(JsonFieldsTest.class);
    }

    /** Of random paths, those that have a value here have the same one in rest-assured. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatRestAssuredFinds(long seed) throws Exception {
        var random = new Random(seed);
        int found = 0;
        for (int document = 0; document < 10; document++) {
            String json = random.nextInt(4) == 0 ? list(random, 4) : object(random, 4);
            var fields = new JsonFields(json.getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < 40; number++) {
                String path = path(random, json.startsWith("["));
                Object here;
                try {
                    here = fields.at(path);
                } catch (JsonFields.NotPlain otherwise) {
                    continue;
                }
                assertEquals(described(JsonPath.from(json).get(path)), described(here), () -> path + " in " + json);
                found += here == null ? 0 : 1;
            }
        }
        assertTrue(found > 50, found + " values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items.find { it.a == 1 }",
                "a.sum()",
                "a-b",
                "a*.b",
                "a?.b",
                "a[-1]",
                "a[0..1]",
                "'a'",
                "a.class",
                "properties",
                "a.text.length",
                "items.text.size()",
                "a.@b",
                "a[0",
                ""
            })
    void leavesOtherPathsToScripts(String path) throws Exception {
        var fields = new JsonFields(
                "{\"a\":{\"text\":\"t\"},\"items\":[{\"text\":\"t\"}]}".getBytes(StandardCharsets.UTF_8));
        if (path.isEmpty() || path.equals("items.text.size()")) {
            fields.at(path);
            return;
        }
        assertThrows(JsonFields.NotPlain.class, () -> fields.at(path));
    }

    @Test
    void refusesTwoDocuments() {
        assertThrows(Exception.class, () -> new JsonFields("{}{}".getBytes(StandardCharsets.UTF_8)));
    }

    /** With the class of each number. */
    private static String described(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(JsonFieldsTest::described).toList().toString();
        }
        return value + (value instanceof Number number ? " " + number.getClass().getSimpleName() : "");
    }

    private static String path(Random random, boolean ofList) {
        var path = new StringBuilder(ofList ? "[" + random.nextInt(3) + "]" : name(random));
        for (int step = random.nextInt(5); step > 0; step--) {
            path.append(random.nextInt(3) == 0 ? "[" + random.nextInt(3) + "]" : "." + name(random));
        }
        return path + (random.nextInt(6) == 0 ? ".size()" : "");
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static String value(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        return switch (kind) {
            case 0 -> VALUES.get(random.nextInt(VALUES.size()));
            case 1 -> list(random, depth - 1);
            default -> object(random, depth - 1);
        };
    }

    private static String object(Random random, int depth) {
        var members = new StringJoiner(",", "{", "}");
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                members.add("\"" + name + "\":" + value(random, depth));
            }
        }
        return members.toString();
    }

    private static String list(Random random, int depth) {
        var items = new ArrayList<String>();
        for (int item = random.nextInt(4); item > 0; item--) {
            items.add(value(random, depth));
        }
        return "[" + String.join(",", items) + "]";
    }
}
