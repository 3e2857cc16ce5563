package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;

/** Shows how far imports are. */
@ApplicationScoped
class ImportService {
    private final ImportRepository imports;

    ImportService(ImportRepository imports) {
        this.imports = imports;
    }

    @Transactional
    Page<ImportResponse> page(Filter filter, PageRequest request) {
        return imports.page(filter, request).map(ImportResponse::from);
    }

    @Transactional
    ImportResponse get(UUID id) {
        return ImportResponse.from(find(id));
    }

    @Transactional
    Page<ImportErrorResponse> errors(UUID id, PageRequest request) {
        return imports.errors(find(id).id, request).map(ImportErrorResponse::from);
    }

    private ObservationImport find(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }
}
