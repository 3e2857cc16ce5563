package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A version is always a change: one that changes nothing is answered with the record as it is. */
@QuarkusTest
class UnchangedRecordTest {
    private static final String OF_PROGRAMME = "'programme':'UNCHANGED','source':'test'}";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void trainingType() {
        staysAsItIs(created(
                "/v1/training-types",
                "{'code':'UNCHANGED','name':'A name','nameDutch':'Een naam','targetGroup':'OTHER'}"));
    }

    @Test
    void learningModule() {
        staysAsItIs(created("/v1/learning-modules", "{'title':'A module'," + OF_PROGRAMME));
    }

    @Test
    void network() {
        staysAsItIs(
                created("/v1/networks", "{'name':'A network','kind':'PLATFORM','members':['GM0988']," + OF_PROGRAMME));
    }

    @Test
    void trainer() {
        staysAsItIs(created("/v1/trainers", "{'subject':'unchanged','label':'A trainer'}"));
    }

    @Test
    void sessionAndRegistration() {
        var session = RegistrationFixture.session("UNCHANGED", RegistrationFixture.FUTURE, "");
        staysAsItIs(session);
        staysAsItIs(RegistrationFixture.registered(session, "an"));
    }

    private static String created(String path, String json) {
        return post(path, json).statusCode(201).extract().header("Location");
    }

    private static void staysAsItIs(String path) {
        String etag = TrainingApi.get(path).extract().path("etag");
        RegistrationFixture.patch(path, etag, "{}").statusCode(200).body("etag", equalTo(etag));
        TrainingApi.get(path).body("etag", equalTo(etag));
    }
}
