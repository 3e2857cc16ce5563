package nl.doorlichting.training.networks;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** What must hold before a meeting is stored: its place in its days, its network now. */
@ApplicationScoped
class MeetingChecks {
    private final NetworkRepository networks;
    private final MunicipalityRegister register;

    MeetingChecks(NetworkRepository networks, MunicipalityRegister register) {
        this.networks = networks;
        this.register = register;
    }

    /** 400 on a wrong place, 409 without such a network in the programme. */
    void refuse(NetworkMeetingRequest request) {
        PlaceViolations.refuse(request.place(), request.period(), register);
        if (request.networkId() == null) {
            return;
        }
        networks.findByIdOptional(request.networkId())
                .filter(network -> network.programme.equals(request.programme()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN, "networkId is not the id of a network of the programme."));
    }
}
