package nl.doorlichting.funding.programmes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.kernel.period.Period;

/** A government programme (actieplan) that money is spent on. */
@Entity
@Table(name = "programme")
class Programme {
    @Id
    UUID id;

    String code;
    String name;

    @Column(name = "name_dutch")
    String nameDutch;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Programme() {}

    Programme(UUID id, ProgrammeRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.code = request.code();
        this.name = request.name();
        this.nameDutch = request.nameDutch();
        this.periodFrom = request.period().from();
        this.periodUntil = request.period().until();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }
}
