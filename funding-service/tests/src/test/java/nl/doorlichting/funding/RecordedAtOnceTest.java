package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same record, recorded by several clients at once. */
@FundingServiceTest
class RecordedAtOnceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "projects | 'programme':'%1$s','code':'%2$s','name':'n','source':'s'",
                "organisations | 'number':'%2$s','name':'n','kind':'NON_PROFIT'",
                "award-tallies | 'programme':'%1$s','reference':'%2$s','fundingInstrument':'SUBSIDY',"
                        + "'source':'%2$s','count':{'kind':'EXACT','value':1},'period':{'from':'2007-01-01','until':'2012-01-01'}",
                "prizes | 'programme':'%1$s','reference':'%2$s','name':'n','source':'s','year':2009",
                "procurements | 'programme':'%1$s','reference':'%2$s','tender':'t','source':'s','year':2009",
            })
    void isOneAndTheOthersAreRefusedWithItsPath(String kind, String fields) {
        var programme = programme();
        for (var round = 0; round < 3; round++) {
            var body = "{" + fields.formatted(programme, UUID.randomUUID()).replace('\'', '"') + "}";
            isOne(() -> officer().body(body).post("/v1/" + kind));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "programmes | 'code':'%2$.30s','name':'n','period':{'from':'2007-01-01','until':'2012-01-01'}",
                "schemes | 'programme':'%1$s','code':'%2$s','name':'n','fundingInstrument':'SUBSIDY',"
                        + "'applicantKinds':['NON_PROFIT'],'source':'s'",
                "budget-lines | 'programme':'%1$s','code':'%2$s','name':'n','parentId':'%3$s'",
                "budget-entries | 'programme':'%1$s','lineId':'%3$s','reference':'%2$s','year':2010,'kind':'BUDGETED',"
                        + "'source':'s','amount':{'amount':'1.00','currency':'EUR'}",
            })
    void isOneOfTheBudgetAndTheOthersAreRefusedWithItsPath(String kind, String fields) {
        var programme = programme();
        var root = Grants.root(programme);
        for (var round = 0; round < 3; round++) {
            var body =
                    "{" + fields.formatted(programme, UUID.randomUUID(), root).replace('\'', '"') + "}";
            isOne(() -> manager().body(body).post("/v1/" + kind));
        }
    }

    @Test
    void isOneAwardAndTheOthersAreRefusedWithItsPath() {
        Grants.organisations();
        var programme = programme();
        for (var round = 0; round < 3; round++) {
            var body = Grants.json(programme, "n-" + UUID.randomUUID(), "SUBSIDY", "60.00", "");
            isOne(() -> Grants.postAward(body));
        }
    }

    private static void isOne(Callable<Response> post) {
        String first = null;
        var refused = new ArrayList<String>();
        for (var answer : Parallel.run(6, post)) {
            if (answer.statusCode() == 201) {
                first = answer.header("Location");
            } else {
                answer.then().statusCode(409);
                refused.add(answer.path("existing"));
            }
        }
        assertEquals(Collections.nCopies(5, first), refused);
    }
}
