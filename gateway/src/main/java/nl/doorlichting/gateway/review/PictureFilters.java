package nl.doorlichting.gateway.review;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.gateway.review.ReviewFigures.Part;

/**
 * Which filters of the address the figures of a picture follow, by the names of their parameters. A file that did not follow
 * one would be of something else than was asked for, and has no place to say so.
 */
final class PictureFilters {
    private static final Set<String> BOTH = Set.of(ReviewRequest.TRACK, ReviewRequest.TARGET_GROUP);

    private PictureFilters() {}

    /** Those that figures of this picture state, as long as they are live. */
    static Set<String> stated(String picture) {
        return switch (picture) {
            case "reach", "growth", "projects", "trainings", "rating" -> BOTH;
            case "map", "verdicts", "coverage", "embedding", "embedding-moments" -> Set.of(ReviewRequest.TRACK);
            default -> Set.of();
        };
    }

    /** Those that the picture of one programme follows: none of a release, which has whole tables. */
    static Set<String> followed(String picture, ReviewFigures figures) {
        return switch (picture) {
            case "reach", "growth" ->
                followed(
                        picture,
                        figures.reach(),
                        figures.reach().isThere() && figures.reach().report().release() != null);
            case "projects" -> followed(picture, figures.reachByProject(), false);
            case "trainings", "rating" ->
                followed(
                        picture,
                        figures.trainings(),
                        figures.trainings().isThere()
                                && figures.trainings().report().release() != null);
            // Places of a release that lacks them are those of the catalogue, which has no tracks either.
            case "map", "verdicts", "coverage", "embedding" ->
                followed(
                        picture,
                        figures.effects(),
                        figures.effects().isThere()
                                && figures.effects().report().release() != null);
            case "embedding-moments" -> followed(picture, figures.embedding(), false);
            default -> stated(picture);
        };
    }

    // What is not there leaves nothing out.
    private static Set<String> followed(String picture, Part<?> part, boolean isReleased) {
        if (!part.isThere()) {
            return BOTH;
        }
        return isReleased || part.frozen() != null ? Set.of() : stated(picture);
    }

    /** Those of the filters that are asked for that this picture does not follow, of one programme or another. */
    static Set<String> ignored(ReviewRequest asked, String picture, Stream<ReviewFigures> programmes) {
        return programmes
                .flatMap(figures -> asked.filters().stream()
                        .filter(filter -> !followed(picture, figures).contains(filter)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
