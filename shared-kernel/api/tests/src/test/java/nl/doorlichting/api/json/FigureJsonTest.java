package nl.doorlichting.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.List;
import nl.doorlichting.api.figures.ReachAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.api.Test;

class FigureJsonTest {
    private static final String ROW = """
        {"source":"INVENTORY","period":{"code":"2010","from":"2010-01-01","until":"2011-01-01"},\
        "targetGroup":"STUDENTS","municipality":null,"reach":null,"links":{"observations":"/a","tallies":null,"sessions":null}}\
        """;

    private final ObjectMapper mapper = mapper();

    @Test
    void keyStandsAmongFieldsOfRow() throws JsonProcessingException {
        assertEquals(ROW, mapper.writeValueAsString(row()));
    }

    @Test
    void totalOverEverythingHasNoFieldOfKey() throws JsonProcessingException {
        assertEquals(
                "{\"source\":\"TRAINING\",\"reach\":null,\"links\":{\"observations\":null,\"tallies\":null,\"sessions\":null}}",
                mapper.writeValueAsString(new ReachAnswer.Row(ReachSource.TRAINING, Key.ALL, null, null)));
    }

    @Test
    void readsRowThatItWrote() throws JsonProcessingException {
        assertEquals(row(), mapper.readValue(ROW, ReachAnswer.Row.class));
        var answer =
                new ReachAnswer(List.of("period"), List.of(row()), List.of(row()), List.of(), List.of(), null, "e1-12");
        assertEquals(answer, mapper.readValue(mapper.writeValueAsString(answer), ReachAnswer.class));
    }

    @Test
    void readsFieldsOfRowAfterKey() throws JsonProcessingException {
        var reach = QuantitySum.ZERO.aggregate();
        var row = new ReachAnswer.Row(ReachSource.TRAINING, row().key(), reach, null);
        assertEquals(row, mapper.readValue(mapper.writeValueAsString(row), ReachAnswer.Row.class));
    }

    @Test
    void rejectsUnknownCodeInKey() {
        assertThrows(
                JsonProcessingException.class,
                () -> mapper.readValue(ROW.replace("STUDENTS", "PILOTS"), ReachAnswer.Row.class));
        assertThrows(JsonProcessingException.class, () -> mapper.readValue("{}", ReachAnswer.class));
    }

    @Test
    void readsRowInAnyOrderWithMoreFieldsAndWithoutThoseThatCanBeNull() throws JsonProcessingException {
        var row = mapper.readValue("""
                {"targetGroup":"STUDENTS","later":{"a":[1]},"source":"INVENTORY","year":2010,"reach":null}""", ReachAnswer.Row.class);
        assertEquals(
                List.of(TargetGroup.STUDENTS, 2010),
                List.copyOf(row.key().values().values()));
        assertEquals(ReachSource.INVENTORY, row.source());
        assertEquals(ReachAnswer.Links.NONE, row.links());
    }

    @Test
    void rejectsRowWithoutWhatItNeeds() {
        for (var row : List.of("{}", "[]", "1", "{\"source\":null}", "{\"source\":\"INVENTORY\",\"year\":{}}")) {
            assertThrows(JsonProcessingException.class, () -> mapper.readValue(row, ReachAnswer.Row.class), row);
        }
    }

    private static ReachAnswer.Row row() {
        var values = new LinkedHashMap<Dimension, Object>();
        values.put(Dimension.PERIOD, Period.ofYear(2010));
        values.put(Dimension.TARGET_GROUP, TargetGroup.STUDENTS);
        values.put(Dimension.MUNICIPALITY, null);
        return new ReachAnswer.Row(
                ReachSource.INVENTORY, new Key(values), null, new ReachAnswer.Links("/a", null, null));
    }

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        new ValueMixIns().customize(mapper);
        return mapper;
    }
}
