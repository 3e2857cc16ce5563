package nl.doorlichting.funding.programmes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;

/** A government programme (actieplan) that money is spent on. The trigger tr_programme_kept keeps its history. */
@Entity
class Programme {
    @Id
    private UUID id;

    @Column(updatable = false)
    private String code;

    private String name;
    private String nameDutch;
    private LocalDate periodFrom;
    private LocalDate periodUntil;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Programme() {}

    Programme(UUID id, ProgrammeRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.code = request.code();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Takes over everything but the code, which everything else names it by. */
    void change(ProgrammeRequest request) {
        name = request.name();
        nameDutch = request.nameDutch();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
    }

    String etag() {
        return "\"" + version + "\"";
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    /** What a request that changes it starts from. */
    ProgrammeRequest toRequest() {
        return new ProgrammeRequest(code, name, nameDutch, period());
    }

    ProgrammeResponse toResponse(List<String> allowedActions) {
        return new ProgrammeResponse(id, code, name, nameDutch, period(), createdAt, createdBy, etag(), allowedActions);
    }
}
