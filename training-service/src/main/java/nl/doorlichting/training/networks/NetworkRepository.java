package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.VersionedRepository;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

@ApplicationScoped
class NetworkRepository implements VersionedRepository<Network> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(SortKey.of("createdAt", Instant.class), SortKey.of("name", String.class)));

    /** Of all programmes for null; as they were by this moment, if it is not null. */
    @Override
    public List<Network> ofProgramme(String programme, Instant asOf) {
        return asOf(
                Network.class,
                "network",
                asOf,
                "(cast(:programme as text) is null or e.programme = :programme)",
                programme);
    }

    Page<Network> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Network.class, filter, KEYS, request);
    }

    /** Some networks whose members were last stated before this moment. */
    List<Network> statedBefore(Instant last, int atMost) {
        return lockBatch(
                Network.class,
                "select e.* from network e where coalesce(e.members_stated_at, e.created_at) < :last"
                        + " and (e.key_id is not null or e.members <> '{}')",
                "last",
                last,
                atMost);
    }

    /** Some networks with members in the clear or sealed by a former key. */
    List<Network> toSeal(PersonalData data, int atMost) {
        return lockSealed(
                Network.class,
                "select e.* from network e where e.members <> '{}' or e.key_id in (:keys)",
                data,
                atMost);
    }

    Overdue overdue(Instant last) {
        return Overdue.of(RowQuery.of(getEntityManager(), """
                        select count(*), coalesce(max(extract(day from
                            cast(:last as timestamptz) - coalesce(members_stated_at, created_at))), 0)
                        from network
                        where coalesce(members_stated_at, created_at) < :last
                            and (key_id is not null or members <> '{}')
                        """).setParameter("last", last));
    }
}
