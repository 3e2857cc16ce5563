package nl.doorlichting.platform.responses;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
class ConditionalReadsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/v1/notes", "/v1/notes/alone", "/v1/notes/read", "/v1/notes/file", "/v1/notes/stream"})
    void answers304ToClientThatHasTheAnswer(String path) {
        var whole = auditor().get(path).then().statusCode(200).header("ETag", notNullValue());
        var etag = whole.extract().header("ETag");
        for (var known : new String[] {etag, "\"other\", " + etag, "W/" + etag, "*"}) {
            for (var method : new String[] {"GET", "HEAD"}) {
                auditor()
                        .header("If-None-Match", known)
                        .request(method, path)
                        .then()
                        .statusCode(304)
                        .header("ETag", etag)
                        .header("Cache-Control", whole.extract().header("Cache-Control"))
                        .header("Content-Disposition", nullValue())
                        .body(emptyString());
            }
        }
        auditor().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void versionIsTheEtagOfRecordThatIsShownAlone() {
        auditor().get("/v1/notes/alone").then().header("ETag", "\"1\"").body("etag", equalTo("\"1\""));
    }

    /** A client that has the version has not got the new count. */
    @Test
    void sendsWhatChangesWithinVersion() {
        var etag = auditor()
                .get("/v1/notes/read")
                .then()
                .header("ETag", matchesPattern("\"1\\.[0-9a-f]{12}\""))
                .body("etag", equalTo("\"1\""))
                .extract()
                .header("ETag");
        NoteResource.READERS.incrementAndGet();
        auditor()
                .header("If-None-Match", etag)
                .get("/v1/notes/read")
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)))
                .body("readers", equalTo(NoteResource.READERS.get()));
        auditor().header("If-None-Match", "\"1\"").get("/v1/notes/read").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"/v1/notes/file, 3", "/v1/notes/stream,"})
    void answersHeadOfFileWithHeadersOfGet(String path, String length) {
        var get = RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        var head = RawHttp.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        for (var name : new String[] {"content-type", "content-disposition", "etag", "cache-control", "vary"}) {
            assertEquals(get.headers().get(name), head.headers().get(name), name);
        }
        // That of a stream is not known before it has been made.
        assertEquals(length, head.headers().get("content-length"));
    }

    /** The ETag of a read is good for a change, also where it covers more than the record. */
    @Test
    void changesRecordThatWasReadWithMore() {
        for (var etag : new String[] {"\"1\"", "\"1.0123456789ab\"", "\"0\", \"1\"", "*"}) {
            change(etag).then().statusCode(200);
        }
        for (var etag : new String[] {"\"0\"", "\"11\"", "\"11.0123456789ab\"", "W/\"1\""}) {
            change(etag).then().statusCode(412).header("ETag", "\"1\"");
        }
        // A version without its quotation marks is no entity tag.
        change("1").then().statusCode(400);
        auditor()
                .contentType("application/merge-patch+json")
                .body("{}")
                .patch("/v1/things/patched")
                .then()
                .statusCode(428)
                .header("ETag", nullValue());
    }

    private static Response change(String etag) {
        return auditor()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body("{}")
                .patch("/v1/things/patched");
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token(Role.AUDITOR));
    }
}
