package nl.doorlichting.funding.programmes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;

/** A government programme (actieplan) that money is spent on. */
@Entity
@Table(name = "programme")
class Programme {
    @Id
    UUID id;

    @Column(updatable = false)
    String code;

    String name;

    @Column(name = "name_dutch")
    String nameDutch;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Version
    int version;

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
}
