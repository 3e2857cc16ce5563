package nl.doorlichting.training.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;
import nl.doorlichting.training.attendance.Attendances;
import nl.doorlichting.training.registrations.PersonRegistration;
import nl.doorlichting.training.registrations.RegisteredPeople;

/** The rights of those whose data it is (GDPR articles 15 and 17): to see all of it, and to have it erased. */
@ApplicationScoped
class PersonalDataService {
    private final RegisteredPeople people;
    private final Attendances attendances;
    private final CurrentCaller caller;

    PersonalDataService(RegisteredPeople people, Attendances attendances, CurrentCaller caller) {
        this.people = people;
        this.attendances = attendances;
        this.caller = caller;
    }

    @Transactional
    PersonalDataExportResponse export(PersonalDataRequest request) {
        var found = of(request);
        var present = attendances.ofRegistrations(
                found.stream().map(PersonRegistration::id).toList());
        return new PersonalDataExportResponse(found.stream()
                .map(one -> PersonalDataRecord.from(one, present.get(one.id())))
                .toList());
    }

    @Transactional
    PersonalDataErasureResponse erase(PersonalDataRequest request) {
        var found = of(request);
        people.erase(found);
        return new PersonalDataErasureResponse(found.size());
    }

    private List<PersonRegistration> of(PersonalDataRequest request) {
        var coordinator = caller.get().may(AccessRule.READ_TRAININGS);
        if (request.email() != null && !coordinator) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "Leave e-mail out: you can ask for your own data only.");
        }
        if (request.email() != null) {
            return people.ofEmail(request.email());
        }
        if (!caller.get().may(AccessRule.READ_OWN_REGISTRATIONS)) {
            throw ProblemException.violation(
                    Violation.body("/email", ViolationCode.REQUIRED, "Say whose data you ask for."));
        }
        return people.ofSubject(caller.get().subject());
    }
}
