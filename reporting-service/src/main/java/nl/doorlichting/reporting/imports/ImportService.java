package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;

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
