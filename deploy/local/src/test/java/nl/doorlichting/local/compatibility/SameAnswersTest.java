package nl.doorlichting.local.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nl.doorlichting.local.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameAnswersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1}               | {\"a\":1,\"b\":2}         | 0",
                "{\"a\":1,\"revision\":3}| {\"a\":1,\"revision\":4}  | 0",
                "{\"p\":[\"X\"]}         | {\"p\":[\"Y\",\"X\"]}     | 0",
                "{\"p\":[\"X\",\"Y\"]}   | {\"p\":[\"X\"]}           | 1",
                "{\"a\":1}               | {\"a\":2}                 | 1",
                "{\"a\":null}            | {}                        | 1",
                "{\"a\":{\"b\":1}}       | {\"a\":{\"b\":\"1\"}}     | 1",
                "{\"rows\":[{\"n\":1}]}  | {\"rows\":[]}             | 1",
                "{\"rows\":[{\"n\":1},{\"n\":2}]} | {\"rows\":[{\"n\":2},{\"n\":1}]} | 2",
            })
    void acceptsMoreFieldsOnly(String before, String now, int lost) {
        assertEquals(lost, SameAnswers.lost(Json.read(before), Json.read(now)).size());
    }
}
