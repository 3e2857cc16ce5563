package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.personaldata.RetentionConfig;

/** Members of networks, by name. Other features call this within a transaction of theirs. */
@ApplicationScoped
public class NetworkMembers implements PersonalDataUpkeep {
    private final NetworkRepository networks;
    private final PersonalData data;
    private final RetentionConfig retention;
    private final DutchCalendar calendar;

    NetworkMembers(NetworkRepository networks, PersonalData data, RetentionConfig retention, DutchCalendar calendar) {
        this.networks = networks;
        this.data = data;
        this.retention = retention;
        this.calendar = calendar;
    }

    /**
     * A network that names the person as a member.
     *
     * @param id id of the network
     * @param programme programme of the network, by its code, as in APR-2007-2011
     * @param name name of the network
     * @param member member as the network names it
     */
    public record Membership(UUID id, String programme, String name, String member) {
        @Override
        public String toString() {
            return "Membership[id=" + id + "]";
        }
    }

    /** The networks with a member of this name in any case. Names are sealed and networks are few, so that each is opened. */
    public List<Membership> named(String name) {
        return networks.listAll().stream()
                .flatMap(network -> network.members(data).stream()
                        .filter(name.strip()::equalsIgnoreCase)
                        .map(member -> new Membership(network.id(), network.programme(), network.name(), member)))
                .toList();
    }

    /** Removes these members and returns how many. */
    public int erase(List<Membership> memberships) {
        memberships.forEach(one -> {
            var network = networks.findById(one.id());
            var left = network.members(data).stream()
                    .filter(member -> !member.equals(one.member()))
                    .toList();
            network.replaceMembers(left, calendar.now(), data);
        });
        return memberships.size();
    }

    @Override
    public int eraseOverdue(int atMost) {
        var found = networks.statedBefore(last(), atMost);
        found.forEach(network -> network.replaceMembers(List.of(), calendar.now(), data));
        return found.size();
    }

    @Override
    public Overdue overdue() {
        return networks.overdue(last());
    }

    @Override
    public int reseal(int atMost) {
        var found = networks.toSeal(data, atMost);
        found.forEach(network -> network.seal(data));
        return found.size();
    }

    private Instant last() {
        return calendar.now().minus(Duration.ofDays(retention.networkMemberDays()));
    }
}
