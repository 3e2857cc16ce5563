package nl.doorlichting.funding.competitions;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.texts.Text;

/**
 * Something that was put out to tender. Null means not stated. Triggers keep its history (tr_procurement_kept) and mark
 * the data set awards as changed (tr_procurement_revision).
 */
@Entity
class Procurement extends Competition<ProcurementRequest, ProcurementResponse> {
    static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "tender",
            List.of(SortKey.of("tender", String.class), SortKey.of("createdAt", Instant.class)));

    static final Kind<ProcurementRequest, ProcurementResponse> KIND = new Kind<>(
            Procurement.class,
            ProcurementRequest.class,
            Procurement::new,
            KEYS,
            ProcurementResource.PATH,
            () -> Text.of("procurement.reference-taken"));

    private String tender;
    private String reasons;

    /** For the persistence provider. */
    protected Procurement() {}

    private Procurement(UUID id, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
    }

    @Override
    void change(ProcurementRequest request) {
        super.change(request);
        tender = request.tender();
        reasons = request.reasons();
    }

    @Override
    ProcurementRequest toRequest() {
        return new ProcurementRequest(
                programme(),
                year(),
                tender,
                winner(),
                organisationId(),
                projectId(),
                amount(),
                reasons,
                source(),
                reference(),
                note());
    }

    @Override
    ProcurementResponse toResponse(List<String> allowedActions) {
        return new ProcurementResponse(
                id(),
                programme(),
                year(),
                tender,
                winner(),
                organisationId(),
                projectId(),
                amount(),
                reasons,
                source(),
                reference(),
                note(),
                createdAt(),
                createdBy(),
                withdrawal(),
                etag(),
                allowedActions);
    }
}
