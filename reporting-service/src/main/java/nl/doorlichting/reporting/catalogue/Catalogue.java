package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.vocabulary.CatalogueKind;
import nl.doorlichting.kernel.vocabulary.Verdict;
import nl.doorlichting.reporting.activity.ActivityColumns;

/** Keeps what the public may find, inside the transaction of whoever publishes. */
@ApplicationScoped
public class Catalogue {
    private final EntityManager entities;
    private final MunicipalityRegister register;

    public Catalogue(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Shows this, in place of what was shown of the same record. */
    public void put(CatalogueEntry entry) {
        var statement = entities.createNativeQuery("""
                insert into catalogue_item (id, kind, programme, type, title, text, tags, language, source, project_id,
                    track, action_line, funding_instrument, intervention_types, phenomena, place_scope, municipalities,
                    verdicts, facets, published_at, document)
                values (:id, :kind, :programme, :type, :title, :text, :tags, :language, :source, :project,
                    :track, :actionLine, :fundingInstrument, :interventionTypes, :phenomena, :placeScope,
                    :municipalities, :verdicts, :facets, :publishedAt,
                    catalogue_document(:title, :tagText, cast(:text as text)))
                on conflict (id) do update set programme = excluded.programme, type = excluded.type,
                    title = excluded.title, text = excluded.text, tags = excluded.tags, language = excluded.language,
                    source = excluded.source, project_id = excluded.project_id, track = excluded.track,
                    action_line = excluded.action_line, funding_instrument = excluded.funding_instrument,
                    intervention_types = excluded.intervention_types, phenomena = excluded.phenomena,
                    place_scope = excluded.place_scope, municipalities = excluded.municipalities,
                    verdicts = excluded.verdicts, facets = excluded.facets, published_at = excluded.published_at,
                    document = excluded.document, version = catalogue_item.version + 1
                """);
        bindText(statement, entry);
        bindAbout(statement, entry);
        statement.executeUpdate();
    }

    /** Shows it no longer. */
    public void remove(CatalogueKind kind, UUID id) {
        entities.createNativeQuery("delete from catalogue_item where id = :id and kind = :kind")
                .setParameter("id", id)
                .setParameter("kind", kind.name())
                .executeUpdate();
    }

    /** What is publicly said of whether this project worked; it shows at the project, now or once that is published. */
    public void judge(UUID projectId, List<Verdict> verdicts) {
        var names = ActivityColumns.names(verdicts);
        entities.createNativeQuery("""
                        insert into catalogue_verdict (project_id, verdicts) values (:project, :verdicts)
                        on conflict (project_id) do update set verdicts = excluded.verdicts
                        """)
                .setParameter("project", projectId)
                .setParameter("verdicts", names)
                .executeUpdate();
        entities.createNativeQuery("""
                        update catalogue_item set verdicts = :verdicts, version = version + 1,
                            facets = array(select f from unnest(facets) f where f not like 'verdict:%')
                                || array(select 'verdict:' || v from unnest(cast(:verdicts as text[])) v)
                        where project_id = :project and kind = 'PROJECT'
                        """)
                .setParameter("project", projectId)
                .setParameter("verdicts", names)
                .executeUpdate();
    }

    private void bindText(Query statement, CatalogueEntry entry) {
        statement
                .setParameter("id", entry.id())
                .setParameter("kind", entry.kind().name())
                .setParameter("programme", entry.programme())
                .setParameter("type", entry.type())
                .setParameter("title", entry.title())
                .setParameter("text", entry.text())
                .setParameter("tags", entry.tags().toArray(String[]::new))
                .setParameter("tagText", String.join(" ", entry.tags()))
                .setParameter("language", entry.language())
                .setParameter("source", entry.source())
                .setParameter("publishedAt", entry.publishedAt());
    }

    private void bindAbout(Query statement, CatalogueEntry entry) {
        var about = entry.about();
        var verdicts = entry.kind() == CatalogueKind.PROJECT ? verdicts(about.projectId()) : List.<Verdict>of();
        var place = about.place();
        statement
                .setParameter("project", about.projectId())
                .setParameter("track", name(about.track()))
                .setParameter("actionLine", name(about.actionLine()))
                .setParameter("fundingInstrument", name(about.fundingInstrument()))
                .setParameter("interventionTypes", ActivityColumns.names(about.interventionTypes()))
                .setParameter("phenomena", ActivityColumns.names(about.phenomena()))
                .setParameter("placeScope", place.scope().name())
                .setParameter("municipalities", place.municipalities().toArray(String[]::new))
                .setParameter("verdicts", ActivityColumns.names(verdicts))
                .setParameter("facets", CatalogueFacets.of(entry, verdicts, register));
    }

    private List<Verdict> verdicts(UUID projectId) {
        @SuppressWarnings("unchecked")
        List<String> names = entities.createNativeQuery(
                        "select unnest(verdicts) from catalogue_verdict where project_id = :project", String.class)
                .setParameter("project", projectId)
                .getResultList();
        return names.stream().map(Verdict::valueOf).toList();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
