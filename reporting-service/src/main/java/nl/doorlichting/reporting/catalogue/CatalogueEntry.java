package nl.doorlichting.reporting.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.reporting.activity.ActivityFields;

/**
 * What the public sees of a published record. The publishing feature decides its content: no person, no place finer than a
 * municipality.
 *
 * @param id id of the record, in its own resource
 * @param type kind within the kind: GUIDE, GOOD_PRACTICE; null for a project
 * @param about what the facets are made of
 */
public record CatalogueEntry(
        CatalogueKind kind,
        UUID id,
        String programme,
        String type,
        Text text,
        ActivityFields about,
        Instant publishedAt) {

    /**
     * What is searched.
     *
     * @param body shown in fragments; null when there is only a title
     * @param language nl or en
     */
    public record Text(String title, String body, List<String> tags, String language, String source) {}
}
