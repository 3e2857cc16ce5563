package nl.doorlichting.training;

import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with the form of a request comes together with codes that there are none of, and with names of records that
 * there are none of.
 */
@QuarkusTest
class ViolationsTogetherTest {
    private static final String NOWHERE = ",'place':{'scope':'MUNICIPAL','municipalities':['GM9999']}";
    private static final String PLACE = " place/municipalities/0";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "network-meetings | 'title':7,'targetGroup':'ALL','period':{'from':'2010-01-01','until':'2010-02-01'},'networkId':?"
                        + " | networkId source targetGroup title",
                "training-sessions | 'title':7,'track':'LOKAAL','date':'2010-01-01','trainingType':'NONE','includedIn':?"
                        + " | includedIn source title track trainingType",
                "training-tallies | 'participants':7,'targetGroup':'ALL','period':{'from':'2010-01-01','until':'2010-02-01'},"
                        + "'trainingType':'NONE' | participants source targetGroup trainingType"
            })
    void ofNewRecord(String kind, String fields, String pointers) {
        refused(kind, "'programme':'P'," + fields + NOWHERE, pointers + PLACE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "network-meetings | 'title':7,'period':'now','networkId':? | networkId period source title",
                "training-sessions | 'title':7,'date':'now','trainingType':'NONE' | date source title trainingType",
                "training-sessions/series | 'title':7,'dates':'now','trainingType':'NONE' | dates series source title trainingType",
                "training-tallies | 'participants':7,'period':'now','trainingType':'NONE' | participants period source trainingType"
            })
    void ofNewRecordWithoutDays(String kind, String fields, String pointers) {
        refused(kind, "'programme':'P'," + fields + NOWHERE, pointers);
    }

    @Test
    void ofAssignmentOfQuestion() {
        refused(
                "advice-questions/" + UUID.randomUUID() + "/assignment",
                "'assignedTo':'nobody','until':'then','note':7",
                "assignedTo note until");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "trainers | 'label':7,'trainedOn':'then','trainedBy':?,'trainedInSessionId':?"
                        + " | label subject trainedBy trainedInSessionId trainedOn"
            })
    void ofNewTrainer(String kind, String fields, String pointers) {
        refused(kind, fields, pointers);
    }

    /** A blank one states nothing: it is left out. */
    @ParameterizedTest
    @ValueSource(
            strings = {"advice-question-tallies", "learning-modules", "network-meetings", "networks", "training-tallies"
            })
    void ofEmptyNote(String kind) {
        post("/v1/" + kind, "{'note':' '}")
                .statusCode(400)
                .body("violations.findAll { it.pointer == '/note' }.code", contains("REQUIRED"));
    }

    private static void refused(String kind, String fields, String pointers) {
        post("/v1/" + kind, "{" + fields.replace("?", "'" + UUID.randomUUID() + "'") + "}")
                .statusCode(400)
                .body(
                        "violations.pointer.sort()",
                        contains(Stream.of(pointers.trim().split(" "))
                                .map(pointer -> "/" + pointer)
                                .sorted()
                                .toArray(String[]::new)));
    }
}
