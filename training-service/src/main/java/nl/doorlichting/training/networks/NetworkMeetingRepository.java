package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.training.VersionedRepository;

@ApplicationScoped
class NetworkMeetingRepository implements VersionedRepository<NetworkMeeting> {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "createdAt",
            List.of(SortKey.of("createdAt", Instant.class), SortKey.of("periodFrom", LocalDate.class)));

    /** Of all programmes for null; as they were by this moment, if it is not null. */
    @Override
    public List<NetworkMeeting> ofProgramme(String programme, Instant asOf) {
        return asOf(
                NetworkMeeting.class,
                "network_meeting",
                asOf,
                "e.withdrawn_at is null and (cast(:programme as text) is null or e.programme = :programme)",
                programme);
    }

    Page<NetworkMeeting> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(NetworkMeeting.class, filter, KEYS, request);
    }
}
