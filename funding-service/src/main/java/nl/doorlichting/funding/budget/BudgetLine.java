package nl.doorlichting.funding.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A node of a programme's tree of budget lines. It never moves, so what is above it can be read without a lock. */
@Entity
@Table(name = "budget_line")
class BudgetLine {
    /** Levels of the tree, the root included: the review has three. */
    static final int MAXIMUM_DEPTH = 10;

    @Id
    UUID id;

    String programme;
    String code;
    String name;

    @Column(name = "parent_id")
    UUID parentId;

    int depth;
    boolean ceiling;
    Integer position;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected BudgetLine() {}

    /** A line below this parent; null for the root. */
    BudgetLine(UUID id, BudgetLineRequest request, BudgetLine parent, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.code = request.code();
        this.name = request.name();
        this.parentId = request.parentId();
        this.depth = parent == null ? 1 : parent.depth + 1;
        this.ceiling = Boolean.TRUE.equals(request.ceiling());
        this.position = request.position();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }
}
