package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.texts.Language;
import org.junit.jupiter.api.Test;

class ReviewRequestTest {
    @Test
    void readsWhatItKnows() {
        var request = of(Map.of(
                "programme",
                List.of("A", "B", "A"),
                "lang",
                List.of("nl"),
                "track",
                List.of("LOCAL"),
                "targetGroup",
                List.of("STUDENTS"),
                "tables",
                List.of("1")));
        assertEquals(List.of("A", "B"), request.programmes());
        assertEquals(Language.DUTCH, request.language());
        assertEquals(Track.LOCAL, request.track());
        assertEquals(TargetGroup.STUDENTS, request.targetGroup());
        assertTrue(request.isOfPart());
        assertTrue(request.hasTables());
        assertEquals(List.of(), request.unknown());
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        var request = of(Map.of("lang", List.of("fr"), "x", List.of("y")));
        assertEquals(Language.ENGLISH, request.language(), "the one that the reader prefers");
        assertTrue(request.unknown().containsAll(List.of("lang=fr", "x=y")));
        assertNull(request.track());
        assertEquals(
                1,
                of(Map.of("programme", List.of("A", "B", "C", "D"))).unknown().size());
        assertTrue(of(Map.of("x", List.of("y".repeat(500)))).unknown().get(0).length() <= 60);
    }

    /** Of two values none counts more; the same value twice is one. */
    @Test
    void followsNoneOfSeveralValues() {
        var request = of(Map.of(
                "lang",
                List.of("nl", "en"),
                "track",
                List.of("LOCAL", "NATIONAL"),
                "targetGroup",
                List.of("OTHER", "OTHER"),
                "tables",
                List.of("1", "x")));
        assertEquals(Language.ENGLISH, request.language(), "the one that the reader prefers");
        assertNull(request.track());
        assertEquals(TargetGroup.OTHER, request.targetGroup());
        assertFalse(request.hasTables());
        assertEquals(List.of(), request.unknown());
        assertEquals(List.of("lang=nl&lang=en", "track=LOCAL&track=NATIONAL", "tables=1&tables=x"), request.repeated());
        assertFalse(request.isFollowed());
    }

    @Test
    void addressKeepsEverythingButTheLanguage() {
        var request = of(Map.of(
                "programme",
                List.of("A & B"),
                "track",
                List.of("LOCAL"),
                "targetGroup",
                List.of("OTHER"),
                "tables",
                List.of("1")));
        assertEquals(
                "?programme=A%20%26%20B&lang=nl&track=LOCAL&targetGroup=OTHER&tables=1", request.in(Language.DUTCH));
    }

    /** A file has no tables that are open, and no filter that its picture does not follow. */
    @Test
    void addressOfFileKeepsFiltersThatItsPictureFollows() {
        var request = of(Map.of("track", List.of("LOCAL"), "targetGroup", List.of("OTHER"), "tables", List.of("1")));
        assertEquals(Set.of("track", "targetGroup"), request.filters());
        assertEquals(
                "review/csv?programme=A&lang=en&track=LOCAL&picture=map",
                request.file(List.of("A"), "map", Set.of("targetGroup")));
    }

    /** A page has all pictures. */
    @Test
    void pageTakesNoPicture() {
        var file = of(Map.of("picture", List.of("reach"), "x", List.of("y")));
        assertEquals(List.of("x=y"), file.unknown());
        assertEquals(List.of("x=y", "picture=reach"), file.ofPage().unknown());
        assertNull(file.ofPage().picture());
        assertEquals(List.of(), of(Map.of()).ofPage().unknown());
    }

    /** Effects state no target group, and are asked for without it. */
    @Test
    void narrowsQuestionByWhatItsFiguresState() {
        var request = of(Map.of("track", List.of("LOCAL"), "targetGroup", List.of("OTHER")));
        for (var structure : List.of(Structure.REACH, Structure.TRAINING)) {
            assertEquals(
                    Map.of(Dimension.TRACK, Set.of(Track.LOCAL), Dimension.TARGET_GROUP, Set.of(TargetGroup.OTHER)),
                    request.narrowed(Question.of(structure)).only());
        }
        assertEquals(
                Map.of(Dimension.TRACK, Set.of(Track.LOCAL)),
                request.narrowed(Question.of(Structure.EFFECTS)).only());
    }

    private static ReviewRequest of(Map<String, List<String>> query) {
        return ReviewRequest.of(query, () -> Language.ENGLISH);
    }
}
