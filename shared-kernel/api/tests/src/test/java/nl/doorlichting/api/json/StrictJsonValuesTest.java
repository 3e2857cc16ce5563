package nl.doorlichting.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonValuesTest {
    record Values(Quantity quantity, Money money, Period period, Place place, List<Nested> nested) {}

    record Nested(String name) {}

    private static final StrictJson JSON =
            new StrictJson(Validation.buildDefaultValidatorFactory().getValidator());

    @ParameterizedTest(name = "{0} is {2} at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'quantity':{'kind':'EXACT','value':1.5}} | /quantity/value | NOT_AN_INTEGER",
                "{'quantity':{'kind':'EXACT','value':'100'}} | /quantity/value | WRONG_TYPE",
                "{'quantity':{'kind':'EXACT','value':-1}} | /quantity/value | OUT_OF_RANGE",
                "{'quantity':{'kind':'EXACT','value':1000000001}} | /quantity/value | OUT_OF_RANGE",
                "{'quantity':{'kind':'EXACT','value':99999999999999999999}} | /quantity/value | OUT_OF_RANGE",
                "{'quantity':{'kind':'EXACT'}} | /quantity/value | REQUIRED",
                "{'quantity':{'kind':'EXACT','value':null}} | /quantity/value | REQUIRED",
                "{'quantity':{'kind':'EXACT','value':1,'plusMinus':1}} | /quantity/plusMinus | UNKNOWN_FIELD",
                "{'quantity':{'value':1}} | /quantity/kind | REQUIRED",
                "{'quantity':{'kind':'ABOUT','value':1}} | /quantity/kind | UNKNOWN_VALUE",
                "{'quantity':{'kind':1,'value':1}} | /quantity/kind | WRONG_TYPE",
                "{'quantity':100} | /quantity | WRONG_TYPE",
                "{'quantity':[{'kind':'EXACT'}]} | /quantity | WRONG_TYPE",
                "{'quantity':{'kind':'RANGE','minimum':2,'maximum':1}} | /quantity/maximum | OUT_OF_RANGE",
                "{'quantity':{'kind':'APPROXIMATE','value':1,'plusMinus':2}} | /quantity/plusMinus | OUT_OF_RANGE",
                "{'quantity':{'kind':'VAGUE','text':' '}} | /quantity/text | REQUIRED",
                "{'quantity':{'kind':'VAGUE','text':'a\\u0000'}} | /quantity/text | INVALID_CHARACTER",
                "{'money':{'amount':1250.00,'currency':'EUR'}} | /money/amount | WRONG_TYPE",
                "{'money':{'amount':'1250.001','currency':'EUR'}} | /money/amount | TOO_MANY_DECIMALS",
                "{'money':{'amount':'007.50','currency':'EUR'}} | /money/amount | WRONG_TYPE",
                "{'money':{'amount':'-00.10','currency':'EUR'}} | /money/amount | WRONG_TYPE",
                "{'money':{'amount':'00','currency':'EUR'}} | /money/amount | WRONG_TYPE",
                "{'money':{'amount':'00.001','currency':'EUR'}} | /money/amount | WRONG_TYPE",
                "{'money':{'amount':'1e3','currency':'EUR'}} | /money/amount | WRONG_TYPE",
                "{'money':{'amount':'1.00','currency':'USD'}} | /money/currency | UNKNOWN_VALUE",
                "{'money':{'amount':'1.00'}} | /money/currency | REQUIRED",
                "{'period':{'from':'2011-01-01','until':'2011-01-01'}} | /period/until | OUT_OF_RANGE",
                "{'period':{'from':'2011-02-30','until':'2012-01-01'}} | /period/from | WRONG_TYPE",
                "{'period':{'from':'1000-01-01','until':'2012-01-01'}} | /period | OUT_OF_RANGE",
                "{'period':{'from':'2011-01-01','until':'2012-01-01','code':'2011'}} | /period/code | UNKNOWN_FIELD",
                "{'place':{'scope':'MUNICIPAL','municipalities':['Weert']}} | /place/municipalities/0 |"
                        + " MUNICIPALITY_NOT_VALID",
                "{'place':{'scope':'MUNICIPAL','municipalities':'GM0988'}} | /place/municipalities | WRONG_TYPE",
                "{'place':{'scope':'NATIONAL','municipalities':['GM0988']}} | /place | NOT_ALLOWED",
                "{'place':{'scope':'LOCAL'}} | /place/scope | UNKNOWN_VALUE",
                "{'colour':'red'} | /colour | UNKNOWN_FIELD",
                "{'colour':[]} | /colour | UNKNOWN_FIELD",
                "{'colour':{}} | /colour | UNKNOWN_FIELD",
                "{'colour':['red']} | /colour | UNKNOWN_FIELD",
                "{'colour':[[]]} | /colour | UNKNOWN_FIELD",
                "{'colour':{'red':[]}} | /colour | UNKNOWN_FIELD",
                "{'colour':[1,[2]],'quantity':null} | /colour | UNKNOWN_FIELD",
                "{'quantity':null,'money':null,'period':null,'place':null,'nested':null,'colour':[]} | /colour |"
                        + " UNKNOWN_FIELD",
                "{'colour':[],'quantity':null,'money':null,'period':null,'place':null,'nested':null} | /colour |"
                        + " UNKNOWN_FIELD",
                "{'nested':[{'colour':[],'name':'a'}]} | /nested/0/colour | UNKNOWN_FIELD",
                "{'nested':[{'name':'a'},{'name':'a','colour':{}}]} | /nested/1/colour | UNKNOWN_FIELD",
                "{'nested':[{'name':'a'},{'colour':1}],'place':null} | /nested/1/colour | UNKNOWN_FIELD",
                "{'a~/b':[]} | /a~0~1b | UNKNOWN_FIELD",
                "{'period':{'from':'2011-01-01','until':'2012-01-01','code':[]}} | /period/code | UNKNOWN_FIELD",
                "{'quantity':[]} | /quantity | WRONG_TYPE",
                "{'nested':'a'} | /nested | WRONG_TYPE",
                "{'nested':''} | /nested | WRONG_TYPE",
                "{'nested':{}} | /nested | WRONG_TYPE",
                "{'nested':['']} | /nested/0 | WRONG_TYPE",
                "{'nested':[{'name':'a','name':'b'}]} | /nested/0/name | MALFORMED_JSON",
                "{'period':{'from':'2011-01-01','until':'2012-01-01','from':'2010-01-01'}} | /period/from | MALFORMED_JSON",
                "{'place':{'scope':'NATIONAL','a/b':1}} | /place/a~1b | UNKNOWN_FIELD",
            })
    void reportsInvalidValueAtItsPointer(String json, String pointer, String code) {
        var thrown = assertThrows(ProblemException.class, () -> read(json));
        assertEquals(1, thrown.violations().size(), thrown.violations()::toString);
        assertEquals(pointer, thrown.violations().get(0).pointer());
        assertEquals(code, thrown.violations().get(0).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'quantity':{'kind':'RANGE','minimum':2,'maximum':1,'value':3}} | /quantity/value /quantity/maximum",
                "{'quantity':{'kind':'RANGE','minimum':2,'maximum':'x'}} | /quantity/maximum",
                "{'quantity':{'kind':'RANGE','maximum':1}} | /quantity/minimum",
                "{'quantity':{'kind':'APPROXIMATE','value':1,'plusMinus':2,'text':'x'}}"
                        + " | /quantity/text /quantity/plusMinus",
                "{'quantity':{'kind':'APPROXIMATE','plusMinus':2}} | /quantity/value",
                "{'period':{'from':'2012-01-01','until':'2011-01-01','code':'x'}} | /period/code /period/until",
                "{'period':{'from':'1000-01-01','until':'2011-01-01','code':'x'}} | /period/code /period",
                "{'period':{'from':'2012-01-01','code':'x'}} | /period/code /period/until",
            })
    void reportsMistakesOfOneObjectTogether(String json, String pointers) {
        var thrown = assertThrows(ProblemException.class, () -> read(json));
        assertEquals(
                Set.of(pointers.split(" ")),
                thrown.violations().stream().map(Violation::pointer).collect(Collectors.toSet()));
        assertEquals(pointers.split(" ").length, thrown.violations().size());
    }

    @Test
    void reportsEveryUnknownFieldAtItsPointer() {
        var thrown = assertThrows(
                ProblemException.class,
                () -> read("{'a':[],'nested':[{'b':[1],'name':'x'}],'c':{'d':1},'money':null,'e':1}"));
        assertEquals(
                Set.of("/a", "/nested/0/b", "/c", "/e"),
                thrown.violations().stream().map(Violation::pointer).collect(Collectors.toSet()));
    }

    @Test
    void namesFieldsThatObjectOfUnknownOneHas() {
        var thrown =
                assertThrows(ProblemException.class, () -> read("{'nested':[{'b':[1],'Name':'x'}],'colour':{'d':1}}"));
        assertEquals(
                Map.of(
                        "/nested/0/b",
                        List.of("name"),
                        "/nested/0/Name",
                        List.of("name"),
                        "/colour",
                        List.of("money", "nested", "period", "place", "quantity")),
                thrown.violations().stream()
                        .collect(Collectors.toMap(
                                Violation::pointer,
                                violation -> violation.parameters().get("allowed"))));
    }

    @Test
    void namesPlaceOfMalformedJsonWithoutItsText() {
        var thrown = assertThrows(ProblemException.class, () -> read("{'money':null,\n 'secret' 1}"));
        var violation = thrown.violations().get(0);
        assertEquals(Map.of("line", 2, "position", 11), violation.parameters());
        assertEquals(
                "The body is not well-formed JSON from line 2, position 11.",
                violation.detail().toString());
    }

    @Test
    void reportsWhatFollowsTogetherWithRest() {
        var thrown = assertThrows(ProblemException.class, () -> read("{'money':1,'nested':[2]} x"));
        assertEquals(
                List.of("", "/money", "/nested/0"),
                thrown.violations().stream().map(Violation::pointer).toList());
    }

    @Test
    void readsWrittenValues() throws IOException {
        var json = "{'quantity':{'kind':'APPROXIMATE','value':150,'plusMinus':5},"
                + "'money':{'amount':'-490000.5','currency':'EUR'},"
                + "'period':{'from':'2007-01-01','until':'2010-01-01'},"
                + "'place':{'scope':'MUNICIPAL','municipalities':['GM0988']}}";
        var read = read(json);
        assertEquals(new Quantity.Approximate(150, 5L), read.quantity());
        assertEquals(Money.euro("-490000.50"), read.money());
        assertEquals(
                List.of(
                        "{\"kind\":\"APPROXIMATE\",\"value\":150,\"plusMinus\":5}",
                        "{\"amount\":\"-490000.50\",\"currency\":\"EUR\"}",
                        "{\"code\":\"2007-2009\",\"from\":\"2007-01-01\",\"until\":\"2010-01-01\"}",
                        "{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"],\"subArea\":null,\"country\":null}"),
                List.of(write(read.quantity()), write(read.money()), write(read.period()), write(read.place())));
    }

    @Test
    void omitsAbsentMargin() throws IOException {
        assertEquals("{\"kind\":\"APPROXIMATE\",\"value\":1}", write(new Quantity.Approximate(1, null)));
        assertEquals("{\"kind\":\"VAGUE\",\"text\":\"duizenden\"}", write(new Quantity.Vague("duizenden")));
    }

    private static Values read(String json) throws IOException {
        var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return (Values) JSON.read(new ByteArrayInputStream(bytes), Values.class);
    }

    private static String write(Object value) throws IOException {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        new ValueMixIns().customize(mapper);
        return mapper.writeValueAsString(value);
    }
}
