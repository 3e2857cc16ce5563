package nl.doorlichting.reporting.publishedtables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
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
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import nl.doorlichting.reporting.publication.PublicationProposal;
import nl.doorlichting.reporting.publication.PublicationProposals;

/** Records published tables, corrects them by new versions, withdraws, audits and publishes them. */
@ApplicationScoped
public class PublishedTableService {
    private static final String[] ACTIONS = {"corrections", "withdrawal"};
    private static final String PUBLICATION = "publication";

    private final PublishedTableRepository tables;
    private final Catalogue catalogue;
    private final PublicationProposals proposals;
    private final OwnRecords own;
    private final ObjectMapper json;

    PublishedTableService(
            PublishedTableRepository tables,
            Catalogue catalogue,
            PublicationProposals proposals,
            OwnRecords own,
            ObjectMapper json) {
        this.tables = tables;
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.own = own;
        this.json = json;
    }

    @Transactional
    PublishedTableResponse create(PublishedTableRequest request) {
        ProblemException.refuse(request.wrongIdentities(named(request)));
        tables.findByNaturalId(request.programme(), request.code()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("table.code-taken"), PublishedTableResource.PATH + "/" + existing.id());
        });
        return store(PublishedTableRecord.first(Ids.next(own.now()), request, write(request)));
    }

    @Transactional
    PublishedTableResponse correct(UUID id, MergePatch changes) {
        var latest = changeable(id);
        proposals.refuseSecond(id);
        var correction = changes.correctionOf(
                PublishedTableCorrectionRequest.of(read(latest)), PublishedTableCorrectionRequest.class);
        var table = correction.corrected(latest.programme(), latest.code());
        ProblemException.refuse(table.wrongIdentities(named(table)));
        return store(latest.corrected(table, write(table), correction.reason()));
    }

    @Transactional
    PublishedTableResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var latest = changeable(id);
        proposals.refuseSecond(id);
        if (!tables.isPublic(id)) {
            return store(latest.asWithdrawn(read(latest), request.reason()));
        }
        proposals.proposeWithdrawal(id, request.reason());
        return response(latest);
    }

    /** The table as it is once its withdrawal is approved; 404 when none waits. */
    @Transactional
    PublishedTableResponse pendingWithdrawal(UUID id) {
        var latest = find(id);
        var proposal = proposals.waiting(id).orElseThrow(ProblemException::notFound);
        var content = read(latest);
        return latest.asWithdrawn(content, proposal.reason())
                .recorded(proposal.proposedAt(), proposal.proposedBy())
                .response(content, false, true, proposals.actions(proposal));
    }

    /** Withdraws a public table; 403 for the caller that proposed it. */
    @Transactional
    PublishedTableResponse approveWithdrawal(UUID id) {
        var latest = changeable(id);
        var proposal = proposals.approve(id);
        var why = new RecordWithdrawal(own.now(), proposal.proposedBy(), proposal.reason());
        catalogue.withdraw(CatalogueKind.PUBLISHED_TABLE, id, why);
        var last = latest.asWithdrawn(read(latest), why.reason());
        tables.persistAndFlush(last.recorded(why.withdrawnAt(), why.withdrawnBy()));
        return response(last);
    }

    /** Leaves the table as it is. */
    @Transactional
    PublishedTableResponse rejectWithdrawal(UUID id, CorrectionRejectionRequest request) {
        var latest = changeable(id);
        proposals.reject(id, request);
        return response(latest);
    }

    @Transactional
    PublishedTableResponse publish(UUID id) {
        var latest = changeable(id);
        if (latest.isPublished()) {
            throw ProblemException.invalidState(Text.of("publication.public-already"), List.of(ACTIONS));
        }
        catalogue.put(latest.publish(read(latest), own.now(), own.subject()));
        return response(latest);
    }

    /** The filter, and only tables whose withdrawal waits for a reviewer. */
    Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "id", true);
    }

    @Transactional
    Page<PublishedTableResponse> page(Filter filter, Instant asOf, PageRequest request) {
        var page = tables.page(filter, asOf, request);
        if (asOf != null) {
            return page.map(table -> responseThen(table, asOf));
        }
        var waiting = proposals.waiting(
                page.items().stream().map(PublishedTableRecord::id).toList());
        return page.map(table -> response(table, waiting.get(table.id())));
    }

    @Transactional
    PublishedTableResponse get(UUID id) {
        return response(find(id));
    }

    /** The version of a moment. */
    @Transactional
    PublishedTableResponse get(UUID id, Instant asOf) {
        return responseThen(tables.findAsOf(id, asOf).orElseThrow(ProblemException::notFound), asOf);
    }

    @Transactional
    PublishedTableResponse.History history(UUID id) {
        find(id);
        return new PublishedTableResponse.History(tables.versions(id).stream()
                .map(version -> version.response(read(version), version.isPublished(), false, List.of()))
                .toList());
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
        var records = tables.publicThen(programme, asOf);
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

    private PublishedTableRecord find(UUID id) {
        return tables.findLatest(id).orElseThrow(ProblemException::notFound);
    }

    private PublishedTableRecord changeable(UUID id) {
        tables.waitForOthersOf(id);
        var latest = find(id);
        if (latest.isWithdrawn()) {
            throw ProblemException.invalidState(Text.of("table.withdrawn"), List.of());
        }
        return latest;
    }

    private PublishedTableResponse store(PublishedTableRecord table) {
        tables.persistAndFlush(table.recorded(own.now(), own.subject()));
        return response(table);
    }

    private PublishedTableResponse response(PublishedTableRecord table) {
        return response(table, proposals.waiting(table.id()).orElse(null));
    }

    /** @param withdrawal that waits for a reviewer; null where none does */
    private PublishedTableResponse response(PublishedTableRecord table, PublicationProposal withdrawal) {
        var actions = new ArrayList<String>();
        if (!table.isWithdrawn()) {
            actions.addAll(
                    withdrawal == null
                            ? own.actions(ReportingAccess.WRITE_PUBLISHED_TABLES, ACTIONS)
                            : proposals.actions(withdrawal));
        }
        if (!table.isWithdrawn() && !table.isPublished()) {
            actions.addAll(own.actions(ReportingAccess.PUBLISH_RESULTS, PUBLICATION));
        }
        return table.response(read(table), table.isPublished(), withdrawal != null, actions);
    }

    private PublishedTableResponse responseThen(PublishedTableRecord table, Instant asOf) {
        return table.response(read(table), table.isPublished(asOf), false, List.of());
    }

    private String write(PublishedTableRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private PublishedTableRequest read(PublishedTableRecord table) {
        return read(table.content());
    }

    private PublishedTableRequest read(String content) {
        try {
            return json.readValue(content, PublishedTableRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
