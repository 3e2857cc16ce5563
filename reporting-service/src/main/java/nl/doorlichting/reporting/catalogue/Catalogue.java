package nl.doorlichting.reporting.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.activity.ActivityColumns;

/**
 * Stores what the public can find, in the transaction that publishes it. Triggers add words and codes to find it by
 * (tr_catalogue_document_indexed) and the evidence of verdicts (tr_catalogue_verdict_rated).
 */
@ApplicationScoped
public class Catalogue {
    private final EntityManager entities;
    private final MunicipalityRegister register;

    public Catalogue(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Shows the entry, in place of an earlier one of the same record. */
    public void put(CatalogueEntry entry) {
        var statement = entities.createNativeQuery("""
            insert into catalogue_item (id, kind, programme, type, title, text, tags, language, source, project_id,
                track, action_line, funding_instrument, intervention_types, phenomena, place_scope, municipalities,
                verdicts, published_at, phase, roles)
            values (:id, :kind, :programme, :type, :title, :text, :tags, :language, :source, :project,
                :track, :actionLine, :fundingInstrument, :interventionTypes, :phenomena, :placeScope,
                :municipalities, :verdicts, :publishedAt, :phase, :roles)
            on conflict (id) do update set programme = excluded.programme, type = excluded.type,
                title = excluded.title, text = excluded.text, tags = excluded.tags, language = excluded.language,
                source = excluded.source, project_id = excluded.project_id, track = excluded.track,
                action_line = excluded.action_line, funding_instrument = excluded.funding_instrument,
                intervention_types = excluded.intervention_types, phenomena = excluded.phenomena,
                place_scope = excluded.place_scope, municipalities = excluded.municipalities,
                verdicts = excluded.verdicts, published_at = excluded.published_at,
                phase = excluded.phase, roles = excluded.roles, version = catalogue_item.version + 1
            """);
        var verdicts =
                entry.kind() == CatalogueKind.PROJECT ? verdicts(entry.about().projectId()) : List.<Verdict>of();
        bindText(statement, entry);
        bindAbout(statement, entry);
        statement.setParameter("verdicts", ActivityColumns.names(verdicts)).executeUpdate();
        putDocument(entry, CatalogueFacets.of(entry, verdicts, register));
        entities.createNativeQuery("delete from catalogue_withdrawal where id = :id")
                .setParameter("id", entry.id())
                .executeUpdate();
    }

    /** Removes the entry, if there is one; its address gives the reason from now on. */
    public void withdraw(CatalogueKind kind, UUID id, RecordWithdrawal why) {
        if (!remove(kind, id)) {
            return;
        }
        entities.createNativeQuery("""
            insert into catalogue_withdrawal (id, kind, withdrawn_at, reason) values (:id, :kind, :at, :reason)
            on conflict (id) do update set withdrawn_at = excluded.withdrawn_at, reason = excluded.reason
            """)
                .setParameter("id", id)
                .setParameter("kind", kind.name())
                .setParameter("at", why.withdrawnAt())
                .setParameter("reason", why.reason())
                .executeUpdate();
    }

    /** Whether there was an entry to remove. */
    public boolean remove(CatalogueKind kind, UUID id) {
        return entities.createNativeQuery("delete from catalogue_item where id = :id and kind = :kind")
                        .setParameter("id", id)
                        .setParameter("kind", kind.name())
                        .executeUpdate()
                > 0;
    }

    /** Sets the public verdicts on a project; they are shown with the project once that is public. */
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
            with judged as (
                update catalogue_item set verdicts = :verdicts, version = version + 1
                where project_id = :project and kind = 'PROJECT' returning id, number)
            update catalogue_document d set
                facets = array(select f from unnest(d.facets) f where f not like 'verdict:%')
                    || array(select 'verdict:' || v from unnest(cast(:verdicts as text[])) v)
            from judged where d.id = judged.id and d.number = judged.number
            """)
                .setParameter("project", projectId)
                .setParameter("verdicts", names)
                .executeUpdate();
    }

    // The database makes the document, so that the release before writes the same one.
    private void putDocument(CatalogueEntry entry, String[] facets) {
        entities.createNativeQuery("""
            insert into catalogue_document (id, number, published_at, facets, document)
            select id, number, published_at, cast(:facets as text[]), '' from catalogue_item where id = :id
            on conflict (id, number) do update set published_at = excluded.published_at, facets = excluded.facets
            """)
                .setParameter("id", entry.id())
                .setParameter("facets", facets)
                .executeUpdate();
    }

    private void bindText(Query statement, CatalogueEntry entry) {
        statement
                .setParameter("id", entry.id())
                .setParameter("kind", entry.kind().name())
                .setParameter("programme", entry.programme())
                .setParameter("type", entry.type())
                .setParameter("title", entry.text().title())
                .setParameter("text", entry.text().body())
                .setParameter("tags", entry.text().tags().toArray(String[]::new))
                .setParameter("language", entry.text().language())
                .setParameter("source", entry.text().source())
                .setParameter("publishedAt", entry.publishedAt())
                .setParameter("phase", name(entry.use().phase()))
                .setParameter("roles", ActivityColumns.names(entry.use().roles()));
    }

    private void bindAbout(Query statement, CatalogueEntry entry) {
        var about = entry.about();
        var place = about.place();
        statement
                .setParameter("project", about.projectId())
                .setParameter("track", name(about.track()))
                .setParameter("actionLine", name(about.actionLine()))
                .setParameter("fundingInstrument", name(about.fundingInstrument()))
                .setParameter("interventionTypes", ActivityColumns.names(about.interventionTypes()))
                .setParameter("phenomena", ActivityColumns.names(about.phenomena()))
                .setParameter("placeScope", place.scope().name())
                .setParameter("municipalities", place.municipalities().toArray(String[]::new));
    }

    private List<Verdict> verdicts(UUID projectId) {
        List<String> names = ScalarQuery.of(
                        entities,
                        "select unnest(verdicts) from catalogue_verdict where project_id = :project",
                        String.class)
                .setParameter("project", projectId)
                .getResultList();
        return names.stream().map(Verdict::valueOf).toList();
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
