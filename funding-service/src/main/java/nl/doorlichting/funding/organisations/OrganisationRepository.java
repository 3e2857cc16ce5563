package nl.doorlichting.funding.organisations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.ScalarQuery;

@ApplicationScoped
class OrganisationRepository implements PanacheRepositoryBase<Organisation, String> {
    private static final SortKey NUMBER = SortKey.of("number", String.class);
    private static final ListKeys KEYS =
            new ListKeys(NUMBER, "name", List.of(SortKey.of("name", String.class), NUMBER));

    Page<Organisation> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Organisation.class, filter, KEYS, request);
    }

    /** The one that has this natural id, or one that differs by case only. */
    Optional<Organisation> findByNaturalId(String number) {
        return find("code_key(number) = code_key(?1)", number).firstResultOptional();
    }

    Optional<Organisation> lock(String number) {
        return findByIdOptional(number, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Numbers of the organisations that are these municipalities. */
    List<String> municipalities(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list("kind = ?1 and municipality in ?2 order by number", OrganisationKind.MUNICIPALITY, codes)
                        .stream()
                        .map(Organisation::number)
                        .toList();
    }

    /** One change of parents and successors at a time, so that two at once do not make a circle together. */
    void lockRelations() {
        ScalarQuery.of(
                        getEntityManager(),
                        "select 1 from pg_advisory_xact_lock(hashtext('organisation relations'))",
                        Integer.class)
                .getResultList();
    }
}
