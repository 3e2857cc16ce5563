package nl.doorlichting.reporting;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A version is always a change: one that changes nothing is answered with the record as it is. */
@ReportingServiceTest
class UnchangedRecordTest {
    @Test
    void changeOfNothingMakesNoVersion() {
        var records = new OrganisationWithAllRecords();
        assertAll(Stream.of("embeddings", "indicators", "inventory-reports", "lessons", "products")
                .map(kind -> staysAsItIs("/v1/" + kind + "/" + records.ids.get(kind))));
    }

    private static Executable staysAsItIs(String path) {
        return () -> {
            String etag = Api.researcher().get(path).path("etag");
            Api.researcher()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", etag)
                    .body("{}")
                    .patch(path)
                    .then()
                    .statusCode(200);
            assertEquals(etag, Api.researcher().get(path).path("etag"), path);
        };
    }
}
