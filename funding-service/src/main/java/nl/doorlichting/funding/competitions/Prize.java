package nl.doorlichting.funding.competitions;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.texts.Text;

/**
 * A prize that was won. Null means not stated. Triggers keep its history (tr_prize_kept) and mark the data set awards
 * as changed (tr_prize_revision).
 */
@Entity
class Prize extends Competition<PrizeRequest, PrizeResponse> {
    static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "-year",
            List.of(
                    SortKey.of("year", Integer.class),
                    SortKey.of("name", String.class),
                    SortKey.of("createdAt", Instant.class)));

    static final Kind<PrizeRequest, PrizeResponse> KIND = new Kind<>(
            Prize.class,
            PrizeRequest.class,
            Prize::new,
            KEYS,
            PrizeResource.PATH,
            () -> Text.of("prize.reference-taken"));

    private String name;
    private String why;

    /** For the persistence provider. */
    protected Prize() {}

    private Prize(UUID id, Instant createdAt, String createdBy) {
        super(id, createdAt, createdBy);
    }

    @Override
    void change(PrizeRequest request) {
        super.change(request);
        name = request.name();
        why = request.why();
    }

    @Override
    PrizeRequest toRequest() {
        return new PrizeRequest(
                programme(),
                year(),
                name,
                winner(),
                organisationId(),
                projectId(),
                amount(),
                why,
                source(),
                reference(),
                note());
    }

    @Override
    PrizeResponse toResponse(List<String> allowedActions) {
        return new PrizeResponse(
                id(),
                programme(),
                year(),
                name,
                winner(),
                organisationId(),
                projectId(),
                amount(),
                why,
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
