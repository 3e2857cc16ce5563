package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.training.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** What is known of the people who registered, by person; to be used within a transaction of the asker's. */
@ApplicationScoped
public class RegisteredPeople implements PersonalDataUpkeep {
    private final RegistrationRepository registrations;
    private final RegistrationUpkeep upkeep;
    private final RegistrationQueue queue;
    private final TrainingSessions sessions;
    private final PersonalData data;
    private final DutchCalendar calendar;

    RegisteredPeople(
            RegistrationRepository registrations,
            RegistrationUpkeep upkeep,
            RegistrationQueue queue,
            TrainingSessions sessions,
            PersonalData data,
            DutchCalendar calendar) {
        this.registrations = registrations;
        this.upkeep = upkeep;
        this.queue = queue;
        this.sessions = sessions;
        this.data = data;
        this.calendar = calendar;
    }

    /** All registrations of this account, the oldest first. */
    public List<PersonRegistration> ofSubject(String subject) {
        return open(registrations.list("subject = ?1 order by createdAt", subject));
    }

    /** Those that coordinators made for this address, which is proved to be the person's, the oldest first. */
    public List<PersonRegistration> madeFor(String verifiedEmail) {
        return open(
                registrations
                        .list(
                                "subject is null and person.emailIndex in ?1 order by createdAt",
                                data.indexesOf(verifiedEmail))
                        .stream()
                        .filter(one ->
                                PersonalData.isSameAddress(one.person(data).email(), verifiedEmail))
                        .toList());
    }

    /** All registrations with this address, the oldest first. */
    public List<PersonRegistration> ofEmail(String email) {
        return open(registrations.list("person.emailIndex in ?1 order by createdAt", data.indexesOf(email)));
    }

    /** Forgets whose registrations these are; what is upcoming is cancelled with it. */
    public void erase(List<PersonRegistration> ofPerson) {
        // What was read before the lock may be older than what is locked.
        registrations.getEntityManager().clear();
        // In one order, so that two who erase at once do not wait for each other.
        ofPerson.stream()
                .sorted(Comparator.comparing(one -> one.session().id().toString()))
                .forEach(one -> erase(one.session().id(), one.id()));
    }

    private void erase(UUID sessionId, UUID id) {
        var session = sessions.lock(sessionId);
        registrations.findForChange(id).ifPresent(found -> queue.erase(found, session));
    }

    @Override
    public int eraseOverdue(int atMost) {
        return upkeep.eraseOverdue(calendar.today(), calendar.now(), atMost);
    }

    @Override
    public Overdue overdue() {
        return upkeep.overdue(calendar.today());
    }

    @Override
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
