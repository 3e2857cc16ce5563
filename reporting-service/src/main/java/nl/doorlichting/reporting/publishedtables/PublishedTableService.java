package nl.doorlichting.reporting.publishedtables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.domain.publishedtables.TableAuditor;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class PublishedTableService {
    private final PublishedTableRepository tables;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Clock clock;

    PublishedTableService(PublishedTableRepository tables, ObjectMapper json, CurrentCaller caller, Clock clock) {
        this.tables = tables;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    PublishedTableResponse create(PublishedTableRequest request) {
        tables.findByNaturalId(request.programme(), request.code()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("table.code-taken"), PublishedTableResource.PATH + "/" + existing.id());
        });
        var now = clock.instant();
        var table = new PublishedTableRecord(
                Ids.next(now), request, write(request), now, caller.get().subject());
        tables.persistAndFlush(table);
        return table.response(request);
    }

    @Transactional
    Page<PublishedTableResponse> page(String programme, PageRequest request) {
        return tables.page(programme, request).map(this::response);
    }

    @Transactional
    PublishedTableResponse get(UUID id) {
        return response(find(id));
    }

    @Transactional
    TableAuditResponse audit(UUID id) {
        var record = find(id);
        var table = read(record).table();
        var others = tables.ofProgramme(record.programme()).stream()
                .filter(other -> !other.id().equals(id))
                .map(other -> read(other).table())
                .toList();
        return TableAuditResponse.from(id, table.code(), TableAuditor.audit(table, others));
    }

    private PublishedTableRecord find(UUID id) {
        return tables.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    private PublishedTableResponse response(PublishedTableRecord table) {
        return table.response(read(table));
    }

    private String write(PublishedTableRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private PublishedTableRequest read(PublishedTableRecord table) {
        try {
            return json.readValue(table.content(), PublishedTableRequest.class);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
