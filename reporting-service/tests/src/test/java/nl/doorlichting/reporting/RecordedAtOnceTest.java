package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same record, recorded by several clients at once. */
@ReportingServiceTest
class RecordedAtOnceTest {
    private static final String FIGURE = "'period':{'from':'2010-01-01','until':'2011-01-01'},'targetGroup':'OTHER',"
            + "'reach':{'kind':'EXACT','value':3},'source':'a test'";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lessons | 'reference':'r','kind':'DO','title':'t','source':'s'",
                "products | 'reference':'r','kind':'GUIDE','name':'n','source':'s'",
                "effect-judgements | 'reference':'r','verdict':'PROMISING','concerns':'INTERVENTION_GOAL',"
                        + "'assessedBy':'a','source':'s'",
                "indicators | 'reference':'r','name':'n','unit':'u','direction':'UP','baseline':{'kind':'NONE_TAKEN'},"
                        + "'source':'s'",
                "inventory-rounds | 'code':'r','name':'n','period':{'from':'2010-01-01','until':'2011-01-01'},"
                        + "'source':'s'",
                "inventory-reports | 'reference':'r','title':'t','source':'s'",
                "inventory-report-tallies | 'reference':'r','reports':1,'projects':2,'source':'s'",
                "embeddings | 'subject':'s','statedOn':'2010-01-01','status':'NOT_SECURED','source':'s'",
                "claims | 'code':'C','statement':'t','comparison':'VALUE','relation':'EQUAL','stated':12,'unit':'EUR',"
                        + "'first':{'report':'FINANCES','measure':'DISBURSED'},'source':'s'",
                "published-tables | 'code':'T','title':'t','unit':'u','decimalSign':',','decimals':0,"
                        + "'columns':[{'label':'c'}],'rows':[{'label':'r','cells':['1']}],'source':'s'",
                "finding-acceptances | 'findingId':'01938f5a-0000-7000-8000-0000000000ff','reason':'r'",
                "reach-observations | 'reference':'r'," + FIGURE,
                "reach-observations | " + FIGURE,
                "reach-tallies | 'reference':'r'," + FIGURE,
                "reach-tallies | " + FIGURE,
            })
    void isOneAndTheOthersAreRefusedWithItsPath(String kind, String fields) throws Exception {
        for (var round = 0; round < 3; round++) {
            var body = "{'programme':'" + UUID.randomUUID() + "'," + fields + "}";
            Callable<Response> post = () -> Api.named("both", Role.RESEARCHER, Role.ANALYST)
                    .body(body.replace('\'', '"'))
                    .post("/v1/" + kind);
            var pool = Executors.newFixedThreadPool(6);
            String first = null;
            var refused = new ArrayList<String>();
            for (var answer : pool.invokeAll(Collections.nCopies(6, post))) {
                if (answer.get().statusCode() == 201) {
                    first = answer.get().header("Location");
                } else {
                    answer.get().then().statusCode(409);
                    refused.add(answer.get().path("existing"));
                }
            }
            pool.shutdown();
            assertEquals(Collections.nCopies(5, first), refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reach-observations", "reach-tallies"})
    void eachCorrectionIsMadeOfTheOneBefore(String kind) throws Exception {
        var body = "{'programme':'" + UUID.randomUUID() + "'," + FIGURE + "}";
        var path = Api.named("one", Role.RESEARCHER)
                .body(body.replace('\'', '"'))
                .post("/v1/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var pool = Executors.newFixedThreadPool(6);
        var corrections = IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Response>) () -> Api.named("one", Role.RESEARCHER)
                        .body("{\"reason\":\"" + i + "\",\"note\":\"note " + i + "\"}")
                        .post(path + "/corrections"))
                .toList();
        var codes = new ArrayList<Integer>();
        for (var answer : pool.invokeAll(corrections)) {
            codes.add(answer.get().statusCode());
        }
        pool.shutdown();
        assertEquals(Collections.nCopies(6, 201), codes);
    }
}
