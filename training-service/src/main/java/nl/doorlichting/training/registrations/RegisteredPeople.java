package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import nl.doorlichting.training.Today;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** What is known of the people who registered, by person; to be used within a transaction of the asker's. */
@ApplicationScoped
public class RegisteredPeople {
    private final RegistrationRepository registrations;
    private final RegistrationUpkeep upkeep;
    private final TrainingSessions sessions;
    private final PersonalData data;
    private final Today today;

    RegisteredPeople(
            RegistrationRepository registrations,
            RegistrationUpkeep upkeep,
            TrainingSessions sessions,
            PersonalData data,
            Today today) {
        this.registrations = registrations;
        this.upkeep = upkeep;
        this.sessions = sessions;
        this.data = data;
        this.today = today;
    }

    /** All registrations of who registered itself as this subject, the oldest first. */
    public List<PersonRegistration> ofSubject(String subject) {
        return open(registrations.list("subject = ?1 order by createdAt", subject));
    }

    /** All registrations with this address, the oldest first. */
    public List<PersonRegistration> ofEmail(String email) {
        return open(registrations.list("person.emailIndex in ?1 order by createdAt", data.indexesOf(email)));
    }

    /** Forgets whose registrations these are. */
    public void erase(List<PersonRegistration> ofPerson) {
        ofPerson.forEach(one -> registrations.findForChange(one.id()).ifPresent(found -> found.erase(today.now())));
    }

    /** Erases some of what was kept as long as it may be; answers how many, 0 when none is left. */
    public int eraseOverdue(int atMost) {
        return upkeep.eraseOverdue(today.day(), today.now(), atMost);
    }

    /** Seals some of what former keys sealed with the current one; answers how many, 0 when none is left. */
    public int reseal(int atMost) {
        return upkeep.reseal(data, atMost);
    }

    private List<PersonRegistration> open(List<Registration> found) {
        var of = sessions.byId(found.stream().map(one -> one.sessionId).toList());
        return found.stream()
                .map(one -> {
                    var person = one.person(data);
                    return new PersonRegistration(
                            one.id,
                            RegistrationSession.from(of.get(one.sessionId)),
                            one.status,
                            one.subject,
                            person.name(),
                            person.email(),
                            one.profession,
                            one.createdAt);
                })
                .toList();
    }
}
