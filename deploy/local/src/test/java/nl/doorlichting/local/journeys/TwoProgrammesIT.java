package nl.doorlichting.local.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.LauncherRun;
import nl.doorlichting.local.dataset.DataSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the invented programme after the first data set. */
@Tag("acceptance")
class TwoProgrammesIT {
    @TempDir
    Path folder;

    @Test
    void showsInventedProgrammeBesideTheFirst() throws Exception {
        Path home = Path.of(System.getProperty("doorlichting.home"));
        try (LauncherRun launcher = LauncherRun.start(
                        home, folder.resolve("data"), FreePorts.find(), Map.of("DOORLICHTING_SAMPLE", "two"))
                .awaitUp()) {
            GatewayClient gateway = new GatewayClient(launcher.run());
            String invented = "programme=" + DataSet.INVENTED_PROGRAMME;
            String page = gateway.page("/review?lang=nl&programme=" + DataSet.PROGRAMME + "&" + invented);
            for (String said : List.of(
                    "Verzonnen voorbeeld",
                    "€ 14,46",
                    "€ 3,13",
                    "129.905",
                    "1.250",
                    "id=\"budget-narrow-title\"",
                    "id=\"budget-2-narrow-title\"",
                    "(BEREIK): 2014")) {
                assertTrue(page.contains(said), () -> said + " in " + page);
            }
            String alone = gateway.page("/review?lang=en&" + invented);
            for (String said : List.of(
                    "<h1>Invented example: nearly all the money was spent</h1>",
                    "Invented: all of EUR 3.5 million was spent.",
                    "eating together works better",
                    ">Weert</text>")) {
                assertTrue(alone.contains(said), () -> said + " in " + alone);
            }
            JsonNode review = gateway.get(200, "/v1/released-reports/review?" + invented, null);
            assertEquals("HOLDS", review.at("/claims/1/outcome").asText(), review.get("claims")::toString);
            assertEquals("FAILS", review.at("/claims/0/outcome").asText());
            assertEquals(1, review.get("findings-of-printed-tables").size());
            assertEquals(
                    "CERTAIN",
                    review.at("/findings-of-printed-tables/0/certainty").asText());
        }
    }
}
