package nl.doorlichting.funding.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

/** A node of a programme's tree of budget lines. It never moves, so what is above it can be read without a lock. */
@Entity
class BudgetLine {
    /** Levels of the tree, the root included: the review has three. */
    private static final int MAXIMUM_DEPTH = 10;

    @Id
    private UUID id;

    private String programme;
    private String code;
    private String name;
    private UUID parentId;
    private int depth;
    private boolean ceiling;
    private Integer position;
    private Instant createdAt;
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected BudgetLine() {}

    /** A line below this parent, which is null for the root; 409 when it would be too deep. */
    BudgetLine(BudgetLineRequest request, BudgetLine parent, PerformedBy by) {
        if (parent != null && parent.depth == MAXIMUM_DEPTH) {
            throw ProblemException.invalidState(Text.of("budget-line.too-deep", MAXIMUM_DEPTH), List.of());
        }
        id = Ids.next(by.at());
        createdAt = by.at();
        createdBy = by.subject();
        programme = request.programme();
        code = request.code();
        name = request.name();
        parentId = request.parentId();
        depth = parent == null ? 1 : parent.depth + 1;
        ceiling = Boolean.TRUE.equals(request.ceiling());
        position = request.position();
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    BudgetLineResponse toResponse() {
        return new BudgetLineResponse(
                id,
                programme,
                code,
                name,
                parentId,
                ceiling,
                position,
                createdAt,
                createdBy,
                "\"" + version + "\"",
                List.of());
    }
}
