package nl.doorlichting.reporting.publishedtables;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.doorlichting.domain.publishedtables.PublishedTable;
import nl.doorlichting.domain.publishedtables.TableAuditor;
import nl.doorlichting.domain.publishedtables.TableConnections;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublishedVersionService;

/** Audits published tables, each by itself and with those that its identities name. */
// ApplicationScoped needs a client proxy, and that a superclass with a constructor without parameters.
@Singleton
public class PublishedTableService
        extends PublishedVersionService<PublishedTableRecord, PublishedTableRequest, PublishedTableResponse> {
    private final PublishedTableRepository tables;

    PublishedTableService(
            PublishedTableRepository tables,
            Catalogue catalogue,
            PublicationProposals proposals,
            OwnRecords own,
            ObjectMapper json) {
        super(tables, PublishedTableRequest.class, Text.of("table.withdrawn"), catalogue, proposals, own, json);
        this.tables = tables;
    }

    @Override
    protected PublishedTableRecord version(UUID id, int number, PublishedTableRequest stated, String written) {
        return new PublishedTableRecord(id, number, stated, written);
    }

    @Override
    protected void refuseUnfit(PublishedTableRequest stated) {
        ProblemException.together(() -> ProblemException.refuse(stated.wrongIdentities(named(stated))));
    }

    @Override
    protected ProblemException taken(UUID existing) {
        return ProblemException.alreadyExists(
                Text.of("table.code-taken"), PublishedTableResource.PATH + "/" + existing);
    }

    @Override
    protected MergePatch.Correction<PublishedTableRequest> corrected(PublishedTableRequest stated, MergePatch changes) {
        var before = PublishedTableCorrectionRequest.of(stated);
        var correction = changes.correctionOf(before, PublishedTableCorrectionRequest.class);
        StrictJson.refuseUnchanged(before.statedOrUsual(), correction.statedOrUsual(), "reason");
        return new MergePatch.Correction<>(
                correction.corrected(stated.programme(), stated.code()), correction.reason());
    }

    @Override
    protected CatalogueEntry catalogueEntry(PublishedTableRecord version, PublishedTableRequest stated) {
        return version.catalogueEntry(stated);
    }

    @Override
    protected PublishedTableResponse answer(
            PublishedTableRecord version,
            PublishedTableRequest stated,
            boolean published,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions) {
        return version.response(stated, published, correctionPending, rejected, allowedActions);
    }

    @Transactional
    TableAuditResponse audit(UUID id) {
        var table = find(id);
        if (table.isWithdrawn()) {
            throw ProblemException.notFound();
        }
        var tables = new ProgrammeTables(table.programme());
        var connections = new TableConnections();
        tables.codes().stream().map(tables).filter(Objects::nonNull).forEach(connections::add);
        var printed = read(table).table();
        connections.add(printed);
        var audit = TableAuditor.audit(printed, connections, tables);
        return TableAuditResponse.from(table.id(), table.code(), audit);
    }

    /** The table with this code, unless it is withdrawn. */
    @Transactional
    public Optional<PublishedTable> find(String programme, String code) {
        return Optional.ofNullable(new ProgrammeTables(programme).apply(code));
    }

    /** Audits all tables of a programme that are not withdrawn, one after the other. */
    @Transactional
    public void audit(String programme, Consumer<TableAuditResponse> audits) {
        var tables = new ProgrammeTables(programme);
        TableAuditor.auditEach(
                tables.codes(),
                tables,
                (code, audit) -> audits.accept(TableAuditResponse.from(tables.id(code), code, audit)));
    }

    /** The tables that identities of this one name, as far as they are there. */
    private List<PublishedTable> named(PublishedTableRequest request) {
        var tables = new ProgrammeTables(request.programme());
        return request.namedTables().stream()
                .map(tables)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A table as the public sees it, with what is found in it. */
    public record PublicTable(UUID id, PublishedTableRequest content, TableAuditResponse audit) {}

    /** Those that were public at a moment. Identities with tables that were not are not audited. */
    @Transactional
    public List<PublicTable> publicThen(String programme, Instant asOf) {
        var records = tables.publicThen(programme, asOf, "e.id");
        var printed = new LinkedHashMap<String, PublishedTable>();
        records.forEach(table -> printed.put(table.code(), read(table).table()));
        var connections = new TableConnections();
        printed.values().forEach(connections::add);
        return records.stream()
                .map(table -> new PublicTable(
                        table.id(),
                        read(table),
                        TableAuditResponse.from(
                                table.id(),
                                table.code(),
                                TableAuditor.audit(printed.get(table.code()), connections, printed::get))))
                .toList();
    }

    /** The tables of a programme that are not withdrawn, by code, each read when it is asked for. */
    private final class ProgrammeTables implements Function<String, PublishedTable> {
        private final Map<String, UUID> ids = new LinkedHashMap<>();

        private ProgrammeTables(String programme) {
            tables.ofProgramme(programme).forEach(table -> ids.put(table.code(), table.id()));
        }

        private Set<String> codes() {
            return ids.keySet();
        }

        private UUID id(String code) {
            return ids.get(code);
        }

        /** Null where there is none. */
        @Override
        public PublishedTable apply(String code) {
            return Optional.ofNullable(ids.get(code))
                    .flatMap(tables::content)
                    .map(content -> read(content).table())
                    .orElse(null);
        }
    }
}
