package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Notes;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/**
 * Networks and meetings that a question about trainings asks for. Notes count what its filters leave out. Other features
 * call this within a transaction of theirs.
 */
@ApplicationScoped
public class NetworkLists {
    private final NetworkRepository networks;
    private final NetworkMeetingRepository meetings;
    private final MunicipalityRegister register;

    NetworkLists(NetworkRepository networks, NetworkMeetingRepository meetings, MunicipalityRegister register) {
        this.networks = networks;
        this.meetings = meetings;
        this.register = register;
    }

    /** Networks by name, and meetings by day. */
    public record Listed(List<TrainingAnswer.Network> networks, List<TrainingAnswer.Meeting> meetings) {}

    public Listed of(Question question, Notes notes) {
        var all = networks.ofProgramme(question.programme(), question.asOf());
        return new Listed(networks(question, all, notes), meetings(question, all, notes));
    }

    private List<TrainingAnswer.Network> networks(Question question, List<Network> networks, Notes notes) {
        var all = networks.stream().map(Network::toFact).toList();
        return TableMaker.asked(question, register, all, notes).stream()
                .sorted(Comparator.comparing(TrainingAnswer.Network::name)
                        .thenComparing(TrainingAnswer.Network::networkId))
                .toList();
    }

    private List<TrainingAnswer.Meeting> meetings(Question question, List<Network> networks, Notes notes) {
        // A meeting is of a network of its programme.
        if (networks.isEmpty()) {
            return List.of();
        }
        Map<UUID, Network> byId = networks.stream().collect(Collectors.toMap(Network::id, Function.identity()));
        var all = meetings.ofProgramme(question.programme(), question.asOf()).stream()
                .map(meeting -> meeting.toFact(byId.get(meeting.networkId())))
                .toList();
        return TableMaker.asked(question, register, all, notes).stream()
                .sorted(Comparator.comparing(TrainingAnswer.Meeting::period)
                        .thenComparing(TrainingAnswer.Meeting::title)
                        .thenComparing(TrainingAnswer.Meeting::meetingId))
                .toList();
    }
}
