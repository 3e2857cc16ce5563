package nl.doorlichting.training.networks;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

@ApplicationScoped
class NetworkRepository implements PanacheRepositoryBase<Network, UUID> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(SortKey.of("createdAt", Instant.class), SortKey.of("name", String.class)));

    Page<Network> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Network.class, filter, KEYS, request);
    }

    /** Some networks whose members were last stated before this moment; skips rows that another instance has locked. */
    List<Network> statedBefore(Instant last, int atMost) {
        return locked(
                "coalesce(members_stated_at, created_at) < :last and (key_id is not null or members <> '{}')",
                "last",
                last,
                atMost);
    }

    /** Some networks with members in the clear or sealed by one of these keys; skips rows that another instance has locked. */
    List<Network> toSeal(List<String> formerKeys, int atMost) {
        return locked(
                "members <> '{}' or key_id in (:former)",
                "former",
                formerKeys.isEmpty() ? List.of("") : formerKeys,
                atMost);
    }

    Overdue overdue(Instant last) {
        var row = (Object[]) getEntityManager()
                .createNativeQuery("""
                        select count(*), coalesce(max(extract(day from
                            cast(:last as timestamptz) - coalesce(members_stated_at, created_at))), 0)
                        from network
                        where coalesce(members_stated_at, created_at) < :last
                            and (key_id is not null or members <> '{}')
                        """, Object[].class)
                .setParameter("last", last)
                .getSingleResult();
        return Overdue.of(row);
    }

    private List<Network> locked(String where, String parameter, Object value, int atMost) {
        @SuppressWarnings("unchecked")
        List<Network> found = getEntityManager()
                .createNativeQuery(
                        "select * from network where " + where + " limit :most for update skip locked", Network.class)
                .setParameter(parameter, value)
                .setParameter("most", atMost)
                .getResultList();
        return found;
    }

    Optional<Network> findByReference(String programme, String reference) {
        return reference == null
                ? Optional.empty()
                : find("programme = ?1 and reference = ?2", programme, reference)
                        .firstResultOptional();
    }
}
