package nl.doorlichting.local.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import nl.doorlichting.local.dataset.DataSet;

/** What the pages and the report of the review show of the invented programme. */
final class InventedProgramme {
    private static final String INVENTED = "programme=" + DataSet.INVENTED_PROGRAMME;

    private final GatewayClient gateway;

    InventedProgramme(GatewayClient gateway) {
        this.gateway = gateway;
    }

    void assertShownBesideTheFirst() throws Exception {
        String page = gateway.page("/review?lang=nl&programme=" + DataSet.PROGRAMME + "&" + INVENTED);
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
    }

    void assertShownAlone() throws Exception {
        String alone = gateway.page("/review?lang=en&" + INVENTED);
        for (String said : List.of(
                "<h1>Invented example: nearly all the money was spent</h1>",
                "Invented: all of EUR 3.5 million was spent.",
                "eating together works better",
                ">Weert</text>")) {
            assertTrue(alone.contains(said), () -> said + " in " + alone);
        }
        JsonNode review = gateway.get(200, "/v1/released-reports/review?" + INVENTED, null);
        assertEquals("HOLDS", review.at("/claims/1/outcome").asText(), review.get("claims")::toString);
        assertEquals("FAILS", review.at("/claims/0/outcome").asText());
        assertEquals(1, review.get("findings-of-printed-tables").size());
        assertEquals(
                "CERTAIN", review.at("/findings-of-printed-tables/0/certainty").asText());
    }
}
