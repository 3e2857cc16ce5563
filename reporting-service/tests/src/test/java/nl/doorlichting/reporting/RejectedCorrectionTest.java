package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who asked for a correction reads that a reviewer rejected it, when and why. */
@ReportingServiceTest
class RejectedCorrectionTest {
    private static final String WHY = "the source says so";

    private final String programme = "RC-" + UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private String report;

    /** A record of which corrections wait, and how one is corrected. */
    enum Kind {
        LESSON("'source':'t'", test -> test.published("lessons", "'kind':'DO','title':'n'")),
        PRODUCT("'source':'t'", test -> test.published("products", "'kind':'GUIDE','name':'n'")),
        USE("'source':'t'", RejectedCorrectionTest::use),
        STATEMENT(
                "'source':'t'",
                test -> test.ofReport(
                        "embeddings", "'subject':'s','statedOn':'2011-01-01','status':'NOT_SECURED'", "publication")),
        VERDICT(
                "'source':'t'",
                test -> test.ofReport(
                        "effect-judgements",
                        "'verdict':'EFFECTIVE','concerns':'INTERVENTION_GOAL','assessedBy':'a','evidenceLevel':3",
                        "approval")),
        INDICATOR("'source':'t'", test -> test.indicator("")),
        VALUE("'source':'t'", test -> test.indicator("/actuals/2011-01-01")),
        FIGURE(
                "'source':'t'",
                test -> test.ofReport(
                        "reach-observations",
                        "'targetGroup':'YOUTH_AND_PUPILS','reach':{'kind':'EXACT','value':40},"
                                + "'period':{'from':'2011-01-01','until':'2011-02-01'}",
                        "approval")),
        REPORT("'title':'t'", test -> {
            Api.take(test.report, "submission", "approval");
            return test.report;
        });

        private final String correction;
        private final Function<RejectedCorrectionTest, String> recorded;

        Kind(String correction, Function<RejectedCorrectionTest, String> recorded) {
            this.correction = correction;
            this.recorded = recorded;
        }

        /** Where the answer has the record. */
        private String of() {
            return switch (this) {
                case VALUE -> "actuals[0].";
                case USE -> "items[0].";
                default -> "";
            };
        }

        private String read(String path) {
            return switch (this) {
                case VALUE -> path.substring(0, path.indexOf("/actuals"));
                case USE -> path.substring(0, path.lastIndexOf('/'));
                default -> path;
            };
        }
    }

    @BeforeEach
    void reportIsDraft() {
        report = Api.begin(Report.of(programme, null, project).without("roundId"));
    }

    @ParameterizedTest
    @EnumSource
    void isReadWithItsReason(Kind kind) {
        var path = kind.recorded.apply(this);
        var before = Instant.now();
        correct(kind, path);
        shown(kind, path, Api.researcher(), null);
        reject(path, WHY);
        shown(kind, path, Api.researcher(), WHY)
                .body(field(kind, "rejectedBy"), equalTo("another reviewer"))
                .body(field(kind, "rejectedAt"), notNullValue())
                .body(field(kind, "ofWithdrawal"), equalTo(false))
                .body(field(kind, "proposedBy"), equalTo("proposer"))
                .body(field(kind, "proposedAt"), notNullValue())
                .body(field(kind, "proposedReason"), equalTo("misread"));
        shown(kind, path, Api.reviewer(), WHY);
        shown(kind, path, Api.analyst(), null);
        // What was recorded then is of before the review, and so is what waits now.
        if (kind != Kind.USE) {
            Api.researcher()
                    .get(kind.read(path) + "?asOf=" + before)
                    .then()
                    .statusCode(200)
                    .body(kind.of() + "rejectedCorrection", nullValue());
        }
        correct(kind, path);
        shown(kind, path, Api.researcher(), WHY);
        reject(path, "once more");
        shown(kind, path, Api.researcher(), "once more");
        if (kind != Kind.LESSON && kind != Kind.PRODUCT && kind != Kind.REPORT) {
            withdraw(path);
            reject(path, "it stands");
            shown(kind, path, Api.researcher(), "it stands")
                    .body(field(kind, "ofWithdrawal"), equalTo(true))
                    .body(field(kind, "proposedReason"), equalTo("recorded twice"));
        }
        correct(kind, path);
        another().post(path + "/correction-approval").then().statusCode(200);
        shown(kind, path, Api.researcher(), null);
    }

    /** A client that has an answer receives the rejection with its next question. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "USE")
    void changesTheEtagOfTheAnswer(Kind kind) {
        var path = kind.recorded.apply(this);
        correct(kind, path);
        reject(path, WHY);
        var first = Api.researcher().get(kind.read(path)).header("ETag");
        correct(kind, path);
        reject(path, "once more");
        Api.researcher()
                .header("If-None-Match", first)
                .get(kind.read(path))
                .then()
                .statusCode(200);
    }

    @Test
    void isNeverPublic() {
        var lesson = Kind.LESSON.recorded.apply(this);
        correct(Kind.LESSON, lesson);
        reject(lesson, WHY);
        var shown = Api.anonymous().get("/v1/catalogue/" + lesson.substring(lesson.lastIndexOf('/') + 1));
        shown.then().statusCode(200).body("title", equalTo("n"));
        assertEquals(-1, shown.asString().indexOf(WHY));
        Api.researcher()
                .get("/v1/lessons?programme=" + programme)
                .then()
                .body("items[0].rejectedCorrection.reason", equalTo(WHY));
        Api.researcher().get("/v1/lessons/csv?programme=" + programme).then().statusCode(200);
        var table = Api.analyst()
                .get("/v1/lessons/csv?programme=" + programme)
                .then()
                .extract();
        assertEquals(-1, table.asString().indexOf(WHY));
    }

    @Test
    void isShownInTheRecordsOfTheProject() {
        var indicator = Kind.INDICATOR.recorded.apply(this);
        correct(Kind.INDICATOR, indicator);
        reject(indicator, WHY);
        var records = "/v1/project-records/" + project;
        Api.researcher()
                .get(records)
                .then()
                .statusCode(200)
                .body("indicators.items[0].rejectedCorrection.reason", equalTo(WHY));
        assertEquals(-1, Api.analyst().get(records).asString().indexOf(WHY));
        Api.grantee("NOBODY").get(indicator).then().statusCode(404).body(not(containsString(WHY)));
    }

    private static ValidatableResponse shown(Kind kind, String path, RequestSpecification reader, String reason) {
        return reader.get(kind.read(path))
                .then()
                .statusCode(200)
                .body(kind.of() + "rejectedCorrection" + (reason == null ? "" : ".reason"), equalTo(reason));
    }

    private static String field(Kind kind, String name) {
        return kind.of() + "rejectedCorrection." + name;
    }

    private void correct(Kind kind, String path) {
        proposer()
                .body(json("{'reason':'misread'," + kind.correction + "}"))
                .post(path + "/corrections")
                .then()
                .statusCode(201);
    }

    private void withdraw(String path) {
        proposer()
                .body(json("{'reason':'recorded twice'}"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private void reject(String path, String reason) {
        another()
                .body(json("{'reason':'" + reason + "'}"))
                .post(path + "/correction-rejection")
                .then()
                .statusCode(200);
    }

    private String published(String kind, String fields) {
        var path = create(kind, fields);
        Api.reviewer().post(path + "/publication").then().statusCode(200);
        return path;
    }

    private String use() {
        var product = create("products", "'kind':'GUIDE','name':'n'");
        var use = proposer()
                .body(
                        json(
                                "{'period':{'from':'2010-01-01','until':'2011-01-01'},'use':{'kind':'EXACT','value':4},'source':'s'}"))
                .post(product + "/uses")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Api.reviewer().post(product + "/publication").then().statusCode(200);
        return product + "/uses/" + use;
    }

    private String ofReport(String kind, String fields, String last) {
        var path = kind.equals("embeddings")
                ? create(kind, "'projectId':'" + project + "'," + fields)
                : create(
                        kind,
                        "'projectId':'" + project + "','reportId':'" + report.substring(report.lastIndexOf('/') + 1)
                                + "'," + fields);
        Api.take(report, "submission", "approval");
        if (last.equals("publication")) {
            Api.take(report, last);
        }
        return path;
    }

    private String indicator(String below) {
        var path = create(
                "indicators",
                "'projectId':'" + project + "','reportId':'" + report.substring(report.lastIndexOf('/') + 1)
                        + "','name':'n','unit':'u','direction':'UP',"
                        + "'baseline':{'kind':'TAKEN','value':1,'measuredOn':'2010-01-01'}");
        proposer()
                .body(json("{'measuredOn':'2011-01-01','value':5,'source':'s'}"))
                .post(path + "/actuals")
                .then()
                .statusCode(201);
        Api.take(report, "submission", "approval");
        return path + below;
    }

    private String create(String kind, String fields) {
        return Api.create("/v1/" + kind, json("{'programme':'" + programme + "','source':'s'," + fields + "}"));
    }

    private static RequestSpecification proposer() {
        return Api.named("proposer", Role.RESEARCHER, Role.REVIEWER);
    }

    private static RequestSpecification another() {
        return Api.named("another reviewer", Role.REVIEWER);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
