package nl.doorlichting.api.releases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.api.releases.JsonStat.Language;
import nl.doorlichting.api.releases.JsonStat.Measure;
import nl.doorlichting.api.releases.JsonStatDimension.Category;
import nl.doorlichting.api.releases.JsonStatDimension.Role;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.releases.CellKey;
import nl.doorlichting.domain.releases.ReleaseCell;
import nl.doorlichting.domain.releases.ReleaseName;
import org.junit.jupiter.api.Test;

class JsonStatTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOOLKIT = "/jsonstat-toolkit/jsonstat-toolkit-2.2.2.cjs";

    private static final JsonStat REACH = new JsonStat(
            ReleaseName.of("APR-2007-2011", "2026-3"),
            "Bereik naar gemeente en doelgroep",
            "Reach by municipality and target group",
            "Doorlichting",
            Instant.parse("2026-11-29T00:00:00Z"),
            List.of(
                    new JsonStatDimension(
                            "period", "periode", "period", Role.TIME, List.of(new Category("2010", "2010"))),
                    new JsonStatDimension(
                            "municipality",
                            "gemeente",
                            "municipality",
                            Role.GEO,
                            List.of(new Category("GM0984", "Venray"), new Category("GM0988", "Weert"))),
                    JsonStatDimension.of(
                            "targetGroup",
                            "doelgroep",
                            "target group",
                            Codelists.find("target-groups").orElseThrow())),
            List.of(
                    new Measure("best", "beste schatting", "best estimate", "deelnames", "participations", 0, true),
                    new Measure("lowest", "ten minste", "at least", "deelnames", "participations", 0, true),
                    new Measure("highest", "ten hoogste", "at most", "deelnames", "participations", 0, true)));

    private static final List<ReleaseCell> CELLS = List.of(
            cell("GM0984", "OTHER", DisclosedCount.SMALL),
            cell("GM0988", "OTHER", DisclosedCount.rounded(15)),
            cell("GM0988", null, DisclosedCount.exact(7)));

    @Test
    void isReadByStockReader() throws Exception {
        assumeNode();
        JsonNode read = readByToolkit(write(CELLS, Language.NL), """
            [{"municipality":"GM0984","targetGroup":"OTHER","measure":"best"},
             {"municipality":"GM0984","targetGroup":"OTHER","measure":"highest"},
             {"municipality":"GM0988","targetGroup":"OTHER","measure":"best"},
             {"municipality":"GM0988","targetGroup":"NOT_STATED","measure":"best"},
             {"municipality":"GM0984","targetGroup":"STUDENTS","measure":"best"}]\
            """);
        assertEquals("dataset", read.path("class").asText());
        assertEquals("Bereik naar gemeente en doelgroep", read.path("label").asText());
        assertEquals("2026-11-29T00:00:00Z", read.path("updated").asText());
        assertEquals(JSON.readTree("[1,2,6,3]"), read.path("size"));
        assertEquals(36, read.path("n").asInt());
        assertEquals("overige", read.path("targetGroup").asText());
        assertEquals("deelnames", read.path("unit").path("label").asText());
        assertEquals(JSON.readTree("[\"measure\"]"), read.path("role").path("metric"));
        assertEquals(JSON.readTree("[\"municipality\"]"), read.path("role").path("geo"));
        assertEquals(JSON.readTree("""
            [{"value":null,"status":"SMALL"},{"value":4,"status":"SMALL"},
             {"value":15,"status":"ROUNDED_5"},{"value":7,"status":null},{"value":null,"status":null}]\
            """), read.path("cells"));
    }

    @Test
    void hasLabelsOfBothLanguages() throws IOException {
        JsonNode english = JSON.readTree(write(CELLS, Language.EN));
        assertEquals(
                "Reach by municipality and target group", english.path("label").asText());
        JsonNode group = english.path("dimension").path("targetGroup");
        assertEquals("other", group.at("/category/label/OTHER").asText());
        assertEquals("overige", group.at("/extension/labels/nl/OTHER").asText());
        assertEquals("other", group.at("/extension/labels/en/OTHER").asText());
    }

    @Test
    void namesItsRelease() throws IOException {
        JsonNode written = JSON.readTree(write(CELLS, Language.EN));
        assertEquals("2.0", written.path("version").asText());
        assertEquals("2026-3", written.at("/extension/release").asText());
    }

    @Test
    void staysIncompleteWhenReadingFails() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(
                IOException.class,
                () -> REACH.write(
                        writer -> {
                            for (int written = 0; written < 10_000; written++) {
                                writer.write(CELLS.get(1));
                            }
                            throw new IOException("the database is gone");
                        },
                        Language.NL,
                        out));
        assertThrows(JsonProcessingException.class, () -> JSON.readTree(out.toString(UTF_8)));
    }

    @Test
    void refusesValueThatDimensionDoesNotHave() {
        assertThrows(
                IllegalArgumentException.class,
                () -> write(List.of(cell("GM9999", "OTHER", DisclosedCount.rounded(5))), Language.NL));
    }

    private static String write(List<ReleaseCell> cells, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        REACH.write(
                writer -> {
                    for (ReleaseCell cell : cells) {
                        writer.write(cell);
                    }
                },
                language,
                out);
        return out.toString(UTF_8);
    }

    private static ReleaseCell cell(String municipality, String targetGroup, DisclosedCount count) {
        return ReleaseCell.of(
                new CellKey(
                        List.of("period", "municipality", "targetGroup"),
                        Arrays.asList("2010", municipality, targetGroup)),
                count);
    }

    private static void assumeNode() {
        boolean there = false;
        try {
            there = new ProcessBuilder("node", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            System.err.println("JSON-STAT IS NOT READ BY A STOCK READER: node is not on this machine");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        assumeTrue(there, "JSON-STAT IS NOT READ BY A STOCK READER: node is not on this machine");
    }

    private static JsonNode readByToolkit(String dataset, String queries) throws Exception {
        Process node = new ProcessBuilder(
                        "node",
                        file("/jsonstat-toolkit/read.cjs").toString(),
                        file(TOOLKIT).toString(),
                        queries)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = node.getOutputStream()) {
            in.write(dataset.getBytes(UTF_8));
        }
        String read = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, node.waitFor(), read);
        assertFalse(read.isEmpty());
        return JSON.readTree(read);
    }

    private static Path file(String resource) throws Exception {
        return new File(JsonStatTest.class.getResource(resource).toURI()).toPath();
    }
}
