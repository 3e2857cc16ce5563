package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same record, recorded by several clients at once. */
@QuarkusTest
class RecordedAtOnceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "training-types | 'code':'%s','name':'n','nameDutch':'n','targetGroup':'OTHER'",
                "trainers | 'subject':'%s','label':'Region North'",
                "networks | 'programme':'%s','reference':'r','name':'n','kind':'PLATFORM','source':'s'",
                "learning-modules | 'programme':'%s','reference':'r','title':'n','source':'s'",
                "training-tallies | 'programme':'%s','reference':'r','period':{'from':'2010-01-01','until':'2011-01-01'},"
                        + "'sessions':{'planned':3},'source':'s'",
                "training-tallies | 'programme':'%s','period':{'from':'2010-01-01','until':'2011-01-01'},"
                        + "'sessions':{'planned':3},'source':'s'",
                "advice-question-tallies | 'programme':'%s','reference':'r',"
                        + "'period':{'from':'2010-01-01','until':'2011-01-01'},'received':{'kind':'EXACT','value':1},"
                        + "'source':'s'",
            })
    void isOneAndTheOthersAreRefusedWithItsPath(String kind, String fields) throws Exception {
        for (var round = 0; round < 3; round++) {
            var body = "{" + fields.formatted(UUID.randomUUID()) + "}";
            Callable<Response> post =
                    () -> TrainingApi.post("/v1/" + kind, body).extract().response();
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
}
