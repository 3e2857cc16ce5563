package nl.doorlichting.reporting.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.ProjectPhase;

/**
 * What the public sees of a published record. The publishing feature decides its content: no person, no place finer than a
 * municipality.
 *
 * @param id id of the record, in its own resource
 * @param type kind within the kind: GUIDE, GOOD_PRACTICE; null for a project
 * @param about what the facets are made of
 * @param use when and to whom it is useful
 */
public record CatalogueEntry(
        CatalogueKind kind,
        UUID id,
        String programme,
        String type,
        Text text,
        ActivityFields about,
        Use use,
        Instant publishedAt) {

    /** An entry of which nothing says when or to whom it is useful. */
    public CatalogueEntry(
            CatalogueKind kind,
            UUID id,
            String programme,
            String type,
            Text text,
            ActivityFields about,
            Instant publishedAt) {
        this(kind, id, programme, type, text, about, Use.NOT_STATED, publishedAt);
    }

    /** The same entry, with when and to whom it is useful. */
    public CatalogueEntry usefulIn(ProjectPhase phase, List<? extends Enum<?>> roles) {
        return new CatalogueEntry(kind, id, programme, type, text, about, new Use(phase, roles), publishedAt);
    }

    /** An entry about no project and no place in particular. */
    public static CatalogueEntry general(
            CatalogueKind kind, UUID id, String programme, Text text, Instant publishedAt) {
        return new CatalogueEntry(kind, id, programme, null, text, Nothing.IN_PARTICULAR, publishedAt);
    }

    private enum Nothing implements ActivityFields {
        IN_PARTICULAR;

        @Override
        public UUID projectId() {
            return null;
        }

        @Override
        public String organisationId() {
            return null;
        }

        @Override
        public Track track() {
            return null;
        }

        @Override
        public ActionLine actionLine() {
            return null;
        }

        @Override
        public FundingInstrument fundingInstrument() {
            return null;
        }

        @Override
        public List<InterventionType> interventionTypes() {
            return List.of();
        }

        @Override
        public List<Phenomenon> phenomena() {
            return List.of();
        }

        @Override
        public Place place() {
            return Place.UNSPECIFIED;
        }
    }

    /**
     * When and to whom a record is useful.
     *
     * @param phase null when it is of no phase in particular
     * @param roles codes of the codelist lesson-roles
     */
    public record Use(ProjectPhase phase, List<? extends Enum<?>> roles) {
        static final Use NOT_STATED = new Use(null, List.of());
    }

    /**
     * What is searched.
     *
     * @param body shown in fragments; null when there is only a title
     * @param language nl or en
     */
    public record Text(String title, String body, List<String> tags, String language, String source) {}
}
