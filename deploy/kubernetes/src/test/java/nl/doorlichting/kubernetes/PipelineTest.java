package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pipeline tests before it publishes, publishes nothing unscanned or unsigned, and has no more rights than it needs. */
class PipelineTest {
    private static final Path HOME = Path.of("../..");

    private final JsonNode pipeline = Yaml.read(AlertFile.read(HOME.resolve(".github/workflows/pipeline.yml")))
            .get(0);

    @Test
    void testsAsAnyOtherMachine() {
        assertTrue(commands("build-and-test").contains(".ci/run"));
    }

    @Test
    void publishesTaggedCommitsThatPassed() {
        JsonNode publish = pipeline.at("/jobs/publish");
        assertEquals("startsWith(github.ref, 'refs/tags/v')", publish.path("if").asText());
        assertEquals(
                List.of("build-and-test", "scan"),
                Manifest.elements(publish.path("needs")).map(JsonNode::asText).toList());
    }

    @Test
    void scansBeforeItPushesAndSignsWhatItPushed() {
        String commands = commands("publish");
        int last = -1;
        for (String step : List.of(
                "build images",
                "build try",
                "trivy image",
                "build push \"docker://$REGISTRY\"",
                "cosign sign",
                "cosign attest",
                "images lock")) {
            int place = commands.indexOf(step);
            assertTrue(place > last, step + " is missing or too early");
            last = place;
        }
    }

    /** GitHub runs {@code bash} with pipefail only where a workflow names it, so that a failure before a pipe ends the step. */
    @Test
    void failureBeforePipeEndsStep() {
        assertEquals("bash", pipeline.at("/defaults/run/shell").asText());
        pipeline.path("jobs").properties().forEach(job -> {
            assertFalse(job.getValue().has("defaults"), job.getKey());
            assertTrue(steps(job.getKey()).noneMatch(step -> step.has("shell")), job.getKey());
        });
    }

    @Test
    void criticalFindingFailsScanOfPullRequestToo() {
        List<JsonNode> failing = steps("scan")
                .filter(step -> step.at("/with/exit-code").asText().equals("1"))
                .toList();
        assertEquals(1, failing.size());
        assertFalse(failing.get(0).has("if"));
        assertEquals("CRITICAL", failing.get(0).at("/with/severity").asText());
        assertFalse(pipeline.at("/jobs/scan").has("if"));
        assertFalse(pipeline.at("/jobs/scan").has("continue-on-error"));
    }

    @Test
    void onlyPublishingMayWritePackages() {
        assertEquals("{\"contents\":\"read\"}", pipeline.path("permissions").toString());
        assertFalse(pipeline.at("/jobs/build-and-test").has("permissions"));
        assertFalse(pipeline.at("/jobs/scan/permissions").has("packages"));
        assertEquals("write", pipeline.at("/jobs/publish/permissions/packages").asText());
    }

    /** What a caller of the pipeline chooses, such as the name of a branch, is not part of a command. */
    @Test
    void commandsHaveNoTextOfStrangers() {
        assertFalse(Pattern.compile("\\$\\{\\{ *github\\.(event|head_ref|ref)")
                .matcher(commands("build-and-test") + commands("scan") + commands("publish"))
                .find());
    }

    @Test
    void renovateWatchesBaseImagesAndToolsOfTheBuild() {
        JsonNode renovate =
                Yaml.read(AlertFile.read(HOME.resolve("renovate.json"))).get(0);
        String containerfile = AlertFile.read(Path.of("Containerfile"));
        String lock = AlertFile.read(Path.of("images.lock"));
        String ci = AlertFile.read(HOME.resolve(".ci/run"));
        JsonNode images = renovate.at("/customManagers/0/matchStrings");
        assertEquals(2, found(images.get(0), containerfile).size());
        assertEquals(3, found(images.get(1), lock).size());
        assertEquals(
                1,
                found(images.get(2), AlertFile.read(Path.of("base/rules/database.yaml")))
                        .size());
        List<String> files = Manifest.elements(renovate.at("/customManagers/0/managerFilePatterns"))
                .map(pattern -> pattern.asText().replaceAll("^/|/$", ""))
                .toList();
        for (String file : List.of("Containerfile", "images.lock", "base/rules/database.yaml")) {
            assertTrue(files.stream().anyMatch(("deploy/kubernetes/" + file)::matches), file);
        }
        List<String> tools = found(renovate.at("/customManagers/1/matchStrings/0"), ci);
        assertTrue(tools.containsAll(List.of("node", "@stoplight/prism-cli")), tools::toString);
    }

    /** A new tag with the digest of the old one would still be the old image. */
    @Test
    void renovateChangesDigestOfLockWithItsTag() {
        String digest = "sha256:" + "0a".repeat(32);
        JsonNode renovate =
                Yaml.read(AlertFile.read(HOME.resolve("renovate.json"))).get(0);
        Matcher locked = Pattern.compile(
                        renovate.at("/customManagers/0/matchStrings/1").asText())
                .matcher("docker.io/library/eclipse-temurin   25.0.3_9-jre-noble   " + digest);
        assertTrue(locked.matches());
        assertEquals("25.0.3_9-jre-noble", locked.group("currentValue"));
        assertEquals(digest, locked.group("currentDigest"));
    }

    private static List<String> found(JsonNode expression, String text) {
        return Pattern.compile(expression.asText())
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private String commands(String job) {
        return steps(job).map(step -> step.path("run").asText()).collect(Collectors.joining("\n"));
    }

    private Stream<JsonNode> steps(String job) {
        return Manifest.elements(pipeline.at("/jobs/" + job + "/steps"));
    }
}
