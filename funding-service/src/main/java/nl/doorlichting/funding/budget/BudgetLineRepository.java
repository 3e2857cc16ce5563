package nl.doorlichting.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class BudgetLineRepository implements PanacheRepositoryBase<BudgetLine, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(SortKey.of("code", String.class), SortKey.of("name", String.class)));

    Page<BudgetLine> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(BudgetLine.class, filter, KEYS, request);
    }

    Optional<BudgetLine> findByNaturalId(String programme, String code) {
        return find("programme = ?1 and code_key(code) = code_key(?2)", programme, code)
                .firstResultOptional();
    }

    /** The programme's line; 409 with the field that names it when there is none. */
    BudgetLine require(String programme, UUID id, String field) {
        return find("programme = ?1 and id = ?2", programme, id)
                .firstResultOptional()
                .orElseThrow(() -> ProblemException.unknownReference(
                        "/" + field, id, Text.of("budget-line.unknown", field, programme)));
    }

    Optional<BudgetLine> findRoot(String programme) {
        return find("programme = ?1 and parentId is null", programme).firstResultOptional();
    }
}
